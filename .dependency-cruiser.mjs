// Who may import whom: the table of the architecture, one rule per row, each with its reason.
// Run by test/guards/imports.ts, which shows a type-only import to dependency-cruiser as `typeOnly('…')`;
// `value` below is every other import.

const value = { dependencyTypesNot: ['exotic-require'] };
const ours = '^(bot|cards|manifest|test)/';
const gallery = '^cards/gallery/';

/** The files of a row and what its imports may be, as patterns; `types` may be imported as types only. */
const row = ({ name, comment, from, fromNot, may = [], types = [] }) => {
  const source = { path: from, ...(fromNot ? { pathNot: fromNot } : {}) };
  const itself = fromNot ? [] : [from];
  return [
    { name, comment, severity: 'error', from: source, to: { path: ours, pathNot: [...itself, ...may, ...types] } },
    ...(types.length === 0
      ? []
      : [
          {
            name: `${name}-types-only`,
            comment: `${comment} Write \`import type\` if only the type is needed.`,
            severity: 'error',
            from: source,
            to: { ...value, path: types, pathNot: [...itself, ...may] },
          },
        ]),
  ];
};

/** A package, and the only files that may import it. */
const wall = (name, packages, may, comment) => ({
  name: `${name}-wall`,
  comment,
  severity: 'error',
  from: { path: '^(bot|cards|manifest)/', pathNot: [gallery, ...may] },
  to: { path: packages.map((each) => `(^|/)node_modules/${each}/`) },
});

const rows = [
  row({
    name: 'config',
    comment: 'The settings are read before anything else exists, so bot/config.ts and its checks stand alone.',
    from: '^bot/config(-checks)?\\.ts$',
  }),
  row({
    name: 'ports',
    comment: 'bot/ports.ts and its parts are what the folders share, so they know none of them.',
    from: '^bot/ports(-(http|practice|tenant|writing))?\\.ts$',
  }),
  row({
    name: 'log',
    comment: 'Everybody gets the log handed in, so bot/log.ts knows the ports and the settings and nobody else.',
    from: '^bot/log\\.ts$',
    may: ['^bot/ports\\.ts$'],
    types: ['^bot/(config|meter)\\.ts$'],
  }),
  row({
    name: 'meter',
    comment: 'bot/meter.ts says in types which closed lists can be labels, so it runs nothing of anybody.',
    from: '^bot/meter\\.ts$',
    types: [
      '^bot/ports\\.ts$',
      '^bot/actions/define\\.ts$',
      '^bot/graph/(limits|refusal)\\.ts$',
      '^bot/runs/(queue|run)\\.ts$',
    ],
  }),
  row({
    name: 'metrics',
    comment: 'Only here it is known what numbers are kept with; what they are is a table in bot/watching.',
    from: '^bot/metrics\\.ts$',
    may: ['^bot/watching/'],
    types: ['^bot/meter\\.ts$', '^bot/store/queue-backlog\\.ts$'],
  }),
  row({
    name: 'watching',
    comment:
      'A watched door is the door that came in; of the folders it knows shapes, closed lists and what a refusal is.',
    from: '^bot/watching/',
    may: ['^bot/ports\\.ts$', '^bot/actions/define\\.ts$', '^bot/runs/run\\.ts$', '^bot/graph/(errors|send)\\.ts$'],
    types: ['^bot/meter\\.ts$', '^bot/graph/', '^bot/runs/queue\\.ts$'],
  }),
  row({
    name: 'http',
    comment: 'The web server hands requests to functions it is given; bot/app.ts joins them.',
    from: '^bot/http\\.ts$',
    may: ['^bot/ports\\.ts$', '^bot/watching/scrape-access\\.ts$'],
  }),
  row({
    name: 'teams',
    comment: 'Teams is one outside world: it turns activities into Incoming and shows cards, and decides nothing.',
    from: '^bot/teams/',
    may: ['^bot/ports(-writing)?\\.ts$', '^bot/sending/', '^cards/plain\\.ts$'],
    types: ['^bot/commands/define\\.ts$', '^bot/meter\\.ts$', '^cards/(?!gallery/)'],
  }),
  row({
    name: 'sending',
    comment: 'How fast and in which order Teams is written to is counted without knowing what is written.',
    from: '^bot/sending/',
    may: ['^bot/ports-writing\\.ts$'],
  }),
  row({
    name: 'commands',
    comment: 'A command plans, asks for a run and answers with a view; it reaches Graph only through actions and runs.',
    from: '^bot/commands/',
    may: [
      '^bot/(actions|finding|runs|schedules|knowledge|views|watches)/',
      '^bot/graph/errors\\.ts$',
      '^bot/ports\\.ts$',
      '^cards/(press|press-parts|(autopilot|watch)-presses)\\.ts$',
    ],
    types: ['^bot/graph/', '^cards/words/'],
  }),
  row({
    name: 'notices',
    comment: 'A notice turns what became of a run into a view and posts it; it moves no run.',
    from: '^bot/(following|boards|sign-in-reminder|post-notice)\\.ts$',
    may: [...['^bot/telling\\.ts$', '^bot/views/', '^bot/ports(-writing)?\\.ts$'], '^bot/knowledge/local-time\\.ts$'],
    types: ['^bot/(runs|watches)/', '^bot/meter\\.ts$'],
  }),
  row({
    name: 'views',
    comment:
      'A view is drawn from finished facts, so views know the shapes of actions, runs and Graph, not their doings.',
    from: '^bot/views/',
    // How two sets of payloads differ, and on how many devices something is, are facts that are worked out, without reading anything.
    may: [
      '^cards/(?!gallery/)',
      '^bot/knowledge/',
      '^bot/actions/(payload-set|serial-standing)\\.ts$',
      '^bot/finding/payloads\\.ts$',
      '^bot/watches/news-told\\.ts$',
      '^bot/pages/html\\.ts$',
      '^bot/ports\\.ts$',
    ],
    types: ['^bot/(actions|finding|runs|schedules|graph|watches)/', '^bot/meter\\.ts$'],
  }),
  row({
    name: 'sign-in-pages',
    comment: 'A browser’s request becomes what identity says of it and then a page; it decides nothing itself.',
    from: '^bot/sign-in-pages\\.ts$',
    may: ['^bot/views/sign-in-page\\.ts$', '^bot/pages/', '^bot/ports\\.ts$'],
    types: ['^bot/identity/pages\\.ts$', '^cards/words/'],
  }),
  row({
    name: 'pages',
    comment: 'What a browser loads, its headers and the way HTML is written; what a page says is a view.',
    from: '^bot/pages/',
  }),
  row({
    name: 'runs',
    comment: 'A run starts and looks through its action; of Graph it knows only the shapes and the refusals.',
    from: '^bot/runs/',
    may: [
      ...['^bot/(actions|store)/', '^bot/graph/errors\\.ts$', '^bot/ports(-writing)?\\.ts$'],
      '^bot/watches/watch\\.ts$',
    ],
    types: ['^bot/graph/', '^bot/meter\\.ts$', '^bot/watches/', '^bot/schedules/schedule\\.ts$'],
  }),
  row({
    name: 'schedules',
    comment: 'A schedule finds its next time and asks for a run then; what the run does is the run’s.',
    from: '^bot/schedules/',
    may: ['^bot/(actions|runs|store)/', '^bot/ports\\.ts$'],
    types: ['^bot/graph/'],
  }),
  row({
    name: 'watches',
    comment:
      'A watch looks through the actions, as a run does, and tells by asking for notices; what is news is decided without the world.',
    from: '^bot/watches/',
    may: ['^bot/(actions|store|runs)/', '^bot/graph/errors\\.ts$', '^bot/ports\\.ts$'],
    types: ['^bot/graph/', '^bot/meter\\.ts$'],
  }),
  row({
    name: 'actions',
    comment: 'An action is plan, start and look on Graph: no Teams, no cards, no runs, no sentences.',
    from: '^bot/actions/',
    may: ['^bot/graph/', '^bot/ports\\.ts$'],
  }),
  row({
    name: 'finding',
    comment:
      'Finding turns what a person said into devices, payloads and connectors by reading; it starts nothing and says nothing.',
    from: '^bot/finding/',
    may: ['^bot/(graph|knowledge)/', '^bot/ports\\.ts$'],
    types: ['^bot/actions/'],
  }),
  row({
    name: 'graph',
    comment: 'The door to Microsoft Graph knows nothing of what it is used for.',
    from: '^bot/graph/',
    may: ['^bot/ports\\.ts$'],
  }),
  row({
    name: 'identity',
    comment:
      "The door to tokens keeps encrypted rows; of Graph's door it borrows how to read a broken request and Retry-After.",
    from: '^bot/identity/',
    may: ['^bot/store/', '^bot/ports\\.ts$', '^bot/graph/(send|retry-after)\\.ts$'],
  }),
  row({
    name: 'store',
    comment:
      'The store keeps records; what they mean is decided in runs, so it knows their types and closed lists only.',
    from: '^bot/store/',
    may: [
      '^bot/ports(-writing)?\\.ts$',
      '^bot/runs/(run|lock|notice)\\.ts$',
      '^bot/schedules/(rule|schedule|work)\\.ts$',
      '^bot/watches/(watch|news-told)\\.ts$',
      '^bot/actions/(define|serial-standing)\\.ts$',
    ],
    types: ['^bot/(runs|graph|watches|actions|sending)/'],
  }),
  row({
    name: 'doctor',
    comment:
      'The doctor tries what the settings lead to through the doors the bot uses; it starts nothing and changes nothing.',
    from: '^bot/doctor/',
    may: [
      '^bot/(config|ports)\\.ts$',
      '^bot/actions/index\\.ts$',
      '^bot/graph/(send|clouds)\\.ts$',
      '^bot/identity/(application-token|clouds)\\.ts$',
      '^bot/store/probe\\.ts$',
      '^bot/teams/clouds\\.ts$',
    ],
    types: ['^bot/identity/entra-answer\\.ts$'],
  }),
  row({
    name: 'practice',
    comment: 'The invented tenant plays the outside world over HTTP, so it shares no running code with the bot.',
    from: '^bot/practice/',
    may: ['^bot/ports\\.ts$'],
    types: ['^bot/graph/'],
  }),
  row({
    name: 'knowledge',
    comment: 'Tables and their look-ups need nobody, so they can be read and checked alone.',
    from: '^bot/knowledge/',
  }),
  row({
    name: 'cards',
    comment: 'A card is view and words in, JSON out; it knows nothing of the bot, and the gallery is not shipped.',
    from: '^cards/',
    fromNot: gallery,
    may: ['^cards/(?!gallery/)'],
  }),
  row({
    name: 'manifest',
    comment: 'The app package is made from the catalogue, the words and the settings; it runs nothing of the bot.',
    from: '^manifest/',
    may: ['^bot/commands/(index|understand)\\.ts$', '^bot/config\\.ts$', '^cards/words/'],
    types: ['^bot/commands/define\\.ts$'],
  }),
].flat();

const walls = [
  wall('restify', ['(@types/)?restify'], ['^bot/http\\.ts$'], 'Only bot/http.ts knows which web server we use.'),
  wall(
    'botbuilder',
    ['(botbuilder|botframework)[^/]*'],
    ['^bot/teams/'],
    'botbuilder is out of support and its successor renames most of it: changing must cost one folder, bot/teams.',
  ),
  wall(
    'pg-boss',
    ['pg-boss'],
    ['^bot/runs/queue\\.ts$'],
    'Only bot/runs/queue.ts knows which queue we use; the rest of a run is pure or speaks of steps.',
  ),
  wall(
    'undici',
    ['undici'],
    ['^bot/graph/'],
    'Every request to Graph and Entra leaves through one door, with its time limits.',
  ),
  wall('msal', ['@azure/msal-[^/]+'], ['^bot/identity/'], 'Only bot/identity handles tokens.'),
  wall('jose', ['jose'], ['^bot/(identity|teams)/'], 'Signed tokens are read at the two doors they come in by.'),
  wall(
    'database',
    ['kysely', 'pg', '@types/pg', '@electric-sql/[^/]+'],
    ['^bot/store/'],
    'Only bot/store speaks SQL, so both homes of the database stay interchangeable.',
  ),
  wall(
    'zod',
    ['zod'],
    [
      '^bot/config\\.ts$',
      '^bot/(actions|doctor|finding|graph|identity|schedules|store)/',
      // What was kept of a form or an offer comes back from the database.
      '^bot/commands/((payloads|serials)/draft|answered-offer)\\.ts$',
      '^bot/teams/(activity|keys|sign-in-wire)\\.ts$',
      '^bot/practice/tenant\\.ts$',
      '^cards/(press|press-parts|(autopilot|watch)-presses)\\.ts$',
      '^manifest/settings\\.ts$',
    ],
    'Input is parsed at the edges; inside, types are trusted.',
  ),
  wall(
    'adaptivecards',
    ['adaptivecards'],
    ['^bot/practice/page/'],
    'We write card JSON ourselves; the renderer is for the practice page, the gallery and the tests.',
  ),
  wall(
    'messages',
    ['intl-messageformat', '@formatjs/[^/]+'],
    ['^cards/words(\\.ts$|/)'],
    'Sentences are made in cards/words only.',
  ),
  wall(
    'croner',
    ['croner'],
    ['^bot/schedules/next-time\\.ts$'],
    'When a rule’s next time is, is found in one place, held to the days on which clocks are changed.',
  ),
  wall(
    'csv',
    ['(@types/)?papaparse'],
    ['^bot/commands/csv\\.ts$'],
    'Only bot/commands/csv.ts knows how CSV is read and written, so that nothing is written without its guard against formulas.',
  ),
  wall(
    'levenshtein',
    ['fastest-levenshtein'],
    ['^bot/(commands|finding)/'],
    'Guessing what somebody meant is the work of bot/commands and bot/finding.',
  ),
  wall(
    'log',
    ['pino', 'pino-pretty'],
    ['^bot/(main|app|log)\\.ts$'],
    'Folders get a Log from bot/ports.ts; which logger it is is decided where the app is put together.',
  ),
  wall(
    'metrics',
    ['prom-client'],
    ['^bot/metrics\\.ts$'],
    'Folders get a Meter from bot/meter.ts, or are watched from outside and know nothing of it.',
  ),
];

/** Every folder and file of bot/ that has a row. */
const known = rows.map((each) => each.from.path).filter((path) => path.startsWith('^bot/'));

const general = [
  {
    name: 'a-row-for-every-folder',
    comment: 'A new folder or top-level file of bot/ needs a row here, or a place in a folder that has one.',
    severity: 'error',
    from: { path: '^bot/', pathNot: ['^bot/(main|app|wiring(-notices|-pages|-practice|-tidying)?)\\.ts$', ...known] },
    to: { path: ours },
  },
  {
    name: 'no-circles',
    comment: 'In a circle no file can be understood, tested or moved alone.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'nothing-imports-test',
    comment: 'Tests look at the product, never the other way round.',
    severity: 'error',
    from: { pathNot: '^test/' },
    to: { path: '^test/' },
  },
  {
    name: 'nothing-imports-main',
    comment:
      'bot/main.ts starts the process and bot/app.ts puts it together; whoever imports them drags everything in.',
    severity: 'error',
    from: { path: '^(bot|cards)/', pathNot: ['^bot/main\\.ts$', gallery] },
    to: { path: '^bot/(main|app)\\.ts$' },
  },
  {
    name: 'nothing-imports-wiring',
    comment: 'bot/wiring.ts and its parts know every folder; only bot/app.ts, which opens them, may know them.',
    severity: 'error',
    from: { path: '^(bot|cards)/', pathNot: ['^bot/(app|wiring-(notices|pages|practice|tidying))\\.ts$'] },
    to: { path: '^bot/wiring(-notices|-pages|-practice|-tidying)?\\.ts$' },
  },
  {
    name: 'not-to-unresolvable',
    comment: 'The imported file or package does not exist; is the .ts ending there, is the package in package.json?',
    severity: 'error',
    // Kits that are installed for one measurement alone, by a package.json of their own.
    from: { pathNot: '^test/bench/peers/' },
    to: { couldNotResolve: true },
  },
  {
    name: 'not-to-undeclared',
    comment:
      'A package that only happens to be installed may be gone tomorrow: add it to package.json and bot/DECISIONS.md.',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'not-to-dev-dependency',
    comment: 'The image is installed without development dependencies.',
    severity: 'error',
    from: { path: '^(bot|cards)/', pathNot: gallery },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'exotic-require'] },
  },
  {
    name: 'packages-in-the-table',
    comment:
      'A package is used behind one wall: give it a wall in .dependency-cruiser.mjs and a line in bot/DECISIONS.md.',
    severity: 'error',
    from: { path: '^(bot|cards)/', pathNot: gallery },
    to: {
      dependencyTypes: ['npm', 'npm-optional', 'npm-peer'],
      pathNot: walls.flatMap((each) => each.to.path),
    },
  },
  {
    name: 'pure-cards',
    comment: 'Cards and tables are pure: no files, no network, no process.',
    severity: 'error',
    from: { path: ['^cards/', '^bot/knowledge/'], pathNot: gallery },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'network-doors',
    comment: 'Only the web server, the practice tenant and the database folder’s lock touch the network themselves.',
    severity: 'error',
    from: { path: '^bot/', pathNot: ['^bot/(http|app|main)\\.ts$', '^bot/(practice|store)/'] },
    to: { ...value, dependencyTypes: ['core'], path: '^(node:)?(http|https|http2|net|tls|dgram)$' },
  },
];

export default {
  forbidden: [...general, ...rows, ...walls],
  options: {
    doNotFollow: { path: 'node_modules' },
    exoticRequireStrings: ['typeOnly'],
    preserveSymlinks: true,
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
