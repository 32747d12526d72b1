/** Plants imports against the table of the architecture and asserts that the import rules find every one. */
import { join } from 'node:path';
import { onPlanted, type Tree } from './planted.ts';
import { expectNone, root, textOf } from './project-files.ts';

const checkImports = (folder: string) => [process.execPath, join(root, 'test/guards/imports.ts'), folder];

/** What an import may be planted into, so that a planted import always finds its target. */
const world: Tree = {
  'bot/app.ts': 'export const app = 1;\n',
  'bot/main.ts': "import './app.ts';\n",
  'bot/actions/define.ts': 'export type Action = { name: string };\nexport const action = 1;\n',
  'bot/commands/define.ts': 'export type Command = { name: string };\nexport const command = 1;\n',
  'bot/graph/client.ts': 'export type Device = { id: string };\nexport const device = 1;\n',
  'bot/graph/errors.ts': 'export const errors = 1;\n',
  'bot/graph/send.ts': 'export const send = 1;\n',
  'bot/identity/exchange.ts': 'export const exchange = 1;\n',
  'bot/knowledge/codes.ts': 'export const codes = 1;\n',
  'bot/pages/html.ts': 'export const element = 1;\n',
  'bot/pages/index.ts': 'export const assets = 1;\n',
  'bot/meter.ts': 'export type Meter = { count(): void };\n',
  'bot/ports.ts': 'export type Clock = { now(): Date };\n',
  'bot/practice/people.ts': 'export const people = 1;\n',
  'bot/runs/look.ts': 'export const look = 1;\n',
  'bot/runs/run.ts': 'export type Run = { id: string };\nexport const run = 1;\n',
  'bot/store/open.ts': 'export const open = 1;\n',
  'bot/teams/outbox.ts': 'export const outbox = 1;\n',
  'bot/views/run.ts': 'export const view = 1;\n',
  'bot/wiring.ts': 'export const wiring = 1;\n',
  'cards/gallery/build.ts': 'export const gallery = 1;\n',
  'cards/plain.ts': 'export const plain = 1;\n',
  'cards/press.ts': 'export const press = 1;\n',
  'cards/run.ts': 'export type RunView = { id: string };\nexport const card = 1;\n',
  'manifest/lists.ts': 'export const lists = 1;\n',
  'test/helpers/person.ts': 'export const person = 1;\n',
};

type Planted = [file: string, line: string, rule: string];

const forbidden: Planted[] = [
  ['bot/http.ts', "import './graph/client.ts';", 'http'],
  ['bot/teams/turn.ts', "import '../runs/run.ts';", 'teams'],
  ['bot/teams/turn.ts', "import { command } from '../commands/define.ts';", 'teams-types-only'],
  ['bot/teams/turn.ts', "import { card } from '../../cards/run.ts';", 'teams-types-only'],
  ['bot/commands/sync-autopilot.ts', "import { device } from '../graph/client.ts';", 'commands-types-only'],
  ['bot/commands/sync-autopilot.ts', "import '../../cards/run.ts';", 'commands'],
  ['bot/boards.ts', "import { run } from './runs/run.ts';", 'notices-types-only'],
  ['bot/boards.ts', "import './graph/client.ts';", 'notices'],
  ['bot/views/plan.ts', "import { action } from '../actions/define.ts';", 'views-types-only'],
  ['bot/views/plan.ts', "import '../store/open.ts';", 'views'],
  ['bot/views/page.ts', "import '../pages/index.ts';", 'views'],
  ['bot/pages/html.ts', "import '../views/run.ts';", 'pages'],
  ['bot/sign-in-pages.ts', "import './store/open.ts';", 'sign-in-pages'],
  ['bot/sending/line.ts', "import '../teams/outbox.ts';", 'sending'],
  ['bot/finding/devices.ts', "import '../runs/run.ts';", 'finding'],
  ['bot/finding/devices.ts', "import { action } from '../actions/define.ts';", 'finding-types-only'],
  ['bot/schedules/step.ts', "import '../views/run.ts';", 'schedules'],
  ['bot/schedules/step.ts', "import { device } from '../graph/client.ts';", 'schedules-types-only'],
  ['bot/watches/step.ts', "import '../views/run.ts';", 'watches'],
  ['bot/watches/step.ts', "import { device } from '../graph/client.ts';", 'watches-types-only'],
  ['bot/doctor/try.ts', "import '../store/open.ts';", 'doctor'],
  ['bot/runs/look.ts', "import { device } from '../graph/client.ts';", 'runs-types-only'],
  ['bot/runs/look.ts', "import '../views/run.ts';", 'runs'],
  ['bot/actions/new-sync.ts', "import type { Run } from '../runs/run.ts';", 'actions'],
  ['bot/graph/devices.ts', "import '../store/open.ts';", 'graph'],
  ['bot/identity/pages.ts', "import '../graph/client.ts';", 'identity'],
  ['bot/store/runs.ts', "import { look } from '../runs/look.ts';", 'store-types-only'],
  ['bot/store/runs.ts', "import '../graph/client.ts';", 'store-types-only'],
  ['bot/store/runs.ts', "import '../views/run.ts';", 'store'],
  ['bot/practice/graph.ts', "import { device } from '../graph/client.ts';", 'practice-types-only'],
  ['bot/practice/graph.ts', "import '../runs/run.ts';", 'practice'],
  ['bot/knowledge/dates.ts', "import type { Clock } from '../ports.ts';", 'knowledge'],
  ['bot/config.ts', "import './ports.ts';", 'config'],
  ['bot/ports.ts', "import './runs/run.ts';", 'ports'],
  ['bot/log.ts', "import './runs/run.ts';", 'log'],
  ['bot/meter.ts', "import { run } from './runs/run.ts';", 'meter-types-only'],
  ['bot/meter.ts', "import './store/open.ts';", 'meter'],
  ['bot/metrics.ts', "import './runs/run.ts';", 'metrics'],
  ['bot/watching/doors.ts', "import { device } from '../graph/client.ts';", 'watching-types-only'],
  ['bot/watching/doors.ts', "import '../store/open.ts';", 'watching'],
  ['bot/utils/date.ts', "import '../ports.ts';", 'a-row-for-every-folder'],
  ['cards/plan.ts', "import type { Run } from '../bot/runs/run.ts';", 'cards'],
  ['cards/plan.ts', "import './gallery/build.ts';", 'cards'],
  ['cards/plan.ts', "import 'node:fs';", 'pure-cards'],
  ['manifest/lists.ts', "import { command } from '../bot/commands/define.ts';", 'manifest-types-only'],
  ['manifest/lists.ts', "import '../bot/teams/outbox.ts';", 'manifest'],
  ['bot/views/plan.ts', "import '../../manifest/lists.ts';", 'views'],
  ['bot/graph/devices.ts', "import '../../test/helpers/person.ts';", 'nothing-imports-test'],
  ['bot/runs/look.ts', "import '../main.ts';", 'nothing-imports-main'],
  ['bot/runs/look.ts', "import '../wiring.ts';", 'nothing-imports-wiring'],
  ['bot/runs/look.ts', "import './nowhere.ts';", 'not-to-unresolvable'],
  ['bot/runs/look.ts', "import 'not-installed';", 'not-to-unresolvable'],
  ['bot/graph/devices.ts', "import 'semver';", 'not-to-undeclared'],
  ['bot/graph/devices.ts', "import 'fast-check';", 'not-to-dev-dependency'],
  ['bot/runs/look.ts', "import 'node:https';", 'network-doors'],
  ['bot/runs/look.ts', "import type { TurnContext } from 'botbuilder';", 'botbuilder-wall'],
  ['bot/app.ts', "import 'botbuilder';", 'botbuilder-wall'],
  ['bot/teams/turn.ts', "import 'restify';", 'restify-wall'],
  ['bot/runs/look.ts', "import 'pg-boss';", 'pg-boss-wall'],
  ['bot/identity/pages.ts', "import 'undici';", 'undici-wall'],
  ['bot/teams/turn.ts', "import '@azure/msal-node';", 'msal-wall'],
  ['bot/runs/look.ts', "import 'kysely';", 'database-wall'],
  ['bot/runs/look.ts', "import 'pg';", 'database-wall'],
  ['bot/practice/graph.ts', "import '@electric-sql/pglite';", 'database-wall'],
  ['bot/runs/look.ts', "import 'zod';", 'zod-wall'],
  ['bot/practice/chat.ts', "import 'adaptivecards';", 'adaptivecards-wall'],
  ['cards/plan.ts', "import 'intl-messageformat';", 'messages-wall'],
  ['bot/commands/list.ts', "import 'papaparse';", 'csv-wall'],
  ['bot/views/plan.ts', "import 'fastest-levenshtein';", 'levenshtein-wall'],
  ['bot/runs/look.ts', "import 'pino';", 'log-wall'],
  ['bot/app.ts', "import 'prom-client';", 'metrics-wall'],
  ['bot/runs/look.ts', "import 'jose';", 'jose-wall'],
  ['bot/runs/look.ts', "import 'croner';", 'croner-wall'],
];

/** The other half of the table: what it allows must stay allowed, or nobody believes the failures. */
const allowed: [file: string, line: string][] = [
  ['bot/teams/turn.ts', "import type { Command } from '../commands/define.ts';"],
  ['bot/teams/turn.ts', "import { plain } from '../../cards/plain.ts';"],
  ['bot/teams/turn.ts', "import type { RunView } from '../../cards/run.ts';"],
  ['bot/teams/turn.ts', "import { TurnContext } from 'botbuilder';"],
  ['bot/commands/sync-autopilot.ts', "import type { Device } from '../graph/client.ts';"],
  ['bot/commands/sync-autopilot.ts', "import { press } from '../../cards/press.ts';"],
  ['bot/commands/sync-autopilot.ts', "import { distance } from 'fastest-levenshtein';"],
  ['bot/boards.ts', "import type { Run } from './runs/run.ts';"],
  ['bot/views/plan.ts', "import { card } from '../../cards/run.ts';"],
  ['bot/views/page.ts', "import { element } from '../pages/html.ts';"],
  ['bot/views/plan.ts', "import type { Action } from '../actions/define.ts';"],
  ['bot/runs/look.ts', "import { errors } from '../graph/errors.ts';"],
  ['bot/runs/look.ts', "import type { Device } from '../graph/client.ts';"],
  ['bot/runs/queue.ts', "import { PgBoss } from 'pg-boss';"],
  ['bot/store/runs.ts', "import { targetStates } from '../runs/run.ts';"],
  ['bot/actions/new-sync.ts', "import { z } from 'zod';"],
  ['bot/identity/pages.ts', "import { send } from '../graph/send.ts';"],
  ['bot/store/runs.ts', "import type { Run } from '../runs/run.ts';"],
  ['bot/practice/page/draw.ts', "import { AdaptiveCard } from 'adaptivecards';"],
  ['bot/http.ts', "import restify from 'restify';"],
  ['bot/config.ts', "import { z } from 'zod';"],
  ['bot/log.ts', "import { pino } from 'pino';"],
  ['bot/metrics.ts', "import { Registry } from 'prom-client';"],
  ['bot/runs/look.ts', "import type { Meter } from '../meter.ts';"],
  ['bot/watching/doors.ts', "import { errors } from '../graph/errors.ts';"],
  ['cards/words/index.ts', "import { IntlMessageFormat } from 'intl-messageformat';"],
  ['cards/press.ts', "import { z } from 'zod';"],
  ['cards/gallery/page.ts', "import { AdaptiveCard } from 'adaptivecards';"],
  ['manifest/lists.ts', "import type { Command } from '../bot/commands/define.ts';"],
];

test('every forbidden import is found', () => {
  const inOneFileEach = forbidden.map(([file, line, rule], index) => ({
    file: /^bot\/[^/]+$/.test(file) ? file : file.replace('.ts', `-${index}.ts`),
    line,
    rule,
  }));
  const planted = { ...world };
  for (const { file, line } of inOneFileEach) planted[file] = `${line}\n${planted[file] ?? ''}`;
  const { passed, output } = onPlanted(planted, checkImports);
  const missed = inOneFileEach.filter(({ file, rule }) => !output.includes(`Edit ${file}. (Rule "${rule}" in`));
  expect({ 'not found, edit .dependency-cruiser.mjs': missed, passed }).toEqual({
    'not found, edit .dependency-cruiser.mjs': [],
    passed: false,
  });
});

test('every rule of the table has a mistake planted for it', () => {
  const table = textOf('.dependency-cruiser.mjs');
  const rules = [...table.matchAll(/^ {4}name: '(.+)',$/gm)].map(([, name = '']) => name);
  const walls = [...table.matchAll(/^ {2}wall\(\s*'(.+?)',/gm)].map(([, name]) => `${name}-wall`);
  // A circle is planted below; a package without a wall would have to be one of package.json, where each has one.
  const planted = new Set([...forbidden.map(([, , rule]) => rule), 'no-circles', 'packages-in-the-table']);
  expect(rules.length).toBeGreaterThan(30);
  expectNone(
    'plant an import in test/guards/architecture.test.ts against',
    [...rules, ...walls].filter((name) => !planted.has(name)),
  );
});

test('a circle of imports is found, even one of types', () => {
  const planted = {
    ...world,
    'bot/runs/first.ts': "import type { B } from './second.ts';\nexport type A = B;\n",
    'bot/runs/second.ts': "import type { A } from './first.ts';\nexport type B = A;\n",
  };
  expect(onPlanted(planted, checkImports).output).toContain('(Rule "no-circles" in');
});

test('every import the table allows is allowed', () => {
  const planted = { ...world };
  for (const [file, line] of allowed) planted[file] = `${line}\n${planted[file] ?? ''}`;
  expect(onPlanted(planted, checkImports).output).toBe('Every import is allowed.\n');
});
