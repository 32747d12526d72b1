import type { CommandName } from '../../../bot/commands/define.ts';
import { commands } from '../../../bot/commands/index.ts';
import { signInButton } from '../../../bot/views/account-view.ts';
import { sayButton, typeButton } from '../../../bot/views/buttons.ts';
import { commandHelp } from '../../../bot/views/command-help.ts';
import { listSentences } from '../../../bot/views/watch-list-heard.ts';
import type { PressButton } from '../../kit/press-button.ts';
import { type MessageView, message } from '../../message.ts';
import type { Words } from '../../words/index.ts';
import { forEach, shown } from '../sample.ts';
import { ana, hostileNames, longName, now, once, showRunButton } from './invented.ts';

type Sentence = MessageView['sentences'][number];
type Title = MessageView['title'];

export const messageSamples = shown({
  name: 'message',
  about: 'One or two sentences and a way forward.',
  card: message,
  states: {
    'not understood, with suggestions': lost(
      ['sync autopilot', 'autopilot'],
      ['unknown.said', { text: 'sync autopiolt' }],
      ['unknown.near'],
    ),
    'not understood, nothing is near': lost([], ['unknown.said', { text: 'make me a sandwich' }], ['unknown.far']),
    'not understood, hostile text': lost(
      [],
      ['unknown.said', { text: Object.values(hostileNames).join(' · ') }],
      ['unknown.far'],
    ),
    'which run, a number is missing': (words) =>
      said('unknown.which-run', [
        'unknown.needs-number',
        { example: saying(words, { en: 'cancel 17', ru: 'отменить 17', de: 'abbrechen 17' }) },
      ])(words, [sayButton('runs', words), sayButton('help', words)]),
    'not understood, too long': lost([], ['unknown.too-long', { count: 20_001 }]),
    'not understood, edited': lost([], ['unknown.edited']),
    ...forEach(
      commands.filter(({ examples, takes }) => examples || takes === 'number').map(({ name }) => name),
      (name) => [`help on ${name}`, (words) => helpOn(name, words)],
    ),
    'explain: which code?': codeAsked(),
    'explain: no code': codeAsked(['explain.not-a-code', { text: hostileNames['a link'] }]),
    'explain: several codes': codeAsked(['explain.several', { codes: '0x87D11388, 0x87D1041C' }]),
    ...forEach(
      [
        'autopilot',
        'device.check-in',
        'device.done',
        'devices.check-in',
        'devices.done',
        'connector',
        'serials',
        'run',
      ] as const,
      (what) => [
        `watching, ${what}`,
        said(
          'watch.title',
          ['watch.begun', { number: 3, what: longName }],
          [`watch.will.${what}`],
          ['watch.ends', { number: 3, time: '20:40 (19:40 UTC)' }],
        ),
      ],
    ),
    'watching, by age': (words) =>
      said(
        'watch.title',
        ['watch.begun', { number: 3, what: 'EX01' }],
        ['watch.failures'],
        ['watch.will.connector.old', { age: words.say('age.hours', { count: 24 }) }],
        ['watch.old-already'],
      )(words),
    'watching already': said(
      'watch.title',
      ['watch.begun', { number: 3, what: 'IPAD-07' }],
      ['watch.already'],
      ['watch.will.device.check-in'],
      ['watch.ends', { number: 3, time: '20:40 (19:40 UTC)' }],
    ),
    'watching a list': (words) =>
      said(
        'watch.title',
        ['watch.begun', { number: 3, what: words.say('watch.devices', { count: 12 }) }],
        ...listSentences(pastedList, words).map(({ key, values = {} }): Told => [key, values]),
        ['watch.will.devices.check-in'],
        ['watch.ends', { number: 3, time: '20:40 (19:40 UTC)' }],
      )(words),
    'watching none of a list': (words) =>
      said(
        'watch.title',
        ...listSentences({ ...pastedList, taken: [] }, words).map(({ key, values = {} }): Told => [key, values]),
        ['watch.list.none'],
      )(words),
    'watching: too long a list': said('watch.title', ['watch.list.too-many', { most: 100 }]),
    'watching: what?': said('watch.title', ['watch.ask']),
    'watching: which one, of that name?': said('watch.title', ['watch.which.exact', { name: 'IPAD-07' }]),
    'watching: which one, nearly?': said('watch.title', ['watch.which.near', { name: hostileNames['a link'] }]),
    'watching: which connector?': said('watch.title', ['watch.which-one', { count: 3 }]),
    'watching: no such device': said('watch.title', ['watch.no-device', { name: hostileNames['a mention'] }]),
    'watching: no such connector': said('watch.title', ['watch.no-connector']),
    'watching: too many': said('watch.title', ['watch.too-many', { count: 100 }]),
    'watching: the run is over': said('watch.title', ['watch.run-over', { number: 17 }]),
    'watching: nobody is silent': said('watch.title', ['watch.none-silent', { number: 17 }]),
    'watching: all serials are ready': said('watch.title', ['watch.serials-ready']),
    'serials: too many': said('serials.title', ['serials.too-many', { most: 200 }]),
    'serials: none': said(
      'serials.title',
      ['serials.none', { phrase: 'autopilot' }],
      ['serials.ask', { most: 200, example: 'autopilot PF2ABC01, PF2ABC02' }],
    ),
    'serials: gone': said('serials.title', ['serials.gone', { phrase: 'autopilot' }]),
    'serials: somebody else’s': said('serials.title', ['serials.others', { phrase: 'autopilot' }]),
    'watching: gone': said('watch.title', ['watch.gone']),
    'watching: again': said('watch.title', ['watch.looking-again']),
    'watching: ended': said('watch.title', ['unwatch.done', { what: 'IPAD-07' }]),
    'watching: all ended': said('watch.title', ['unwatch.all', { count: 2 }]),
    'watching: over': said('watch.title', ['unwatch.over', { number: 3, what: 'IPAD-07' }]),
    'watching: somebody else’s': said('watch.title', ['unwatch.others', { number: 3 }]),
    'watching: somebody else’s, over': said('watch.title', ['unwatch.others-over', { number: 3 }]),
    'watching: no such watch': said('watch.title', ['unwatch.unknown', { number: 3 }]),
    'watching: muted': said('watch.title', ['mute.done', { number: 3, what: 'IPAD-07', time: '07:00 (06:00 UTC)' }]),
    'no such run': said('runs.title', ['run.not-found', { number: 1234 }]),
    'note for the ticket: nothing yet': (words) =>
      said('ticket.title', [
        'ticket.none',
        { example: saying(words, { en: 'note 17', ru: 'заметка 17', de: 'notiz 17' }) },
      ])(words),
    'cancel: under way': said('cancel.title', ['cancel.under-way', { number: 17, name: ana }]),
    'cancel: over': said('cancel.title', ['cancel.over', { number: 17, name: ana }]),
    'cancel: left': said('cancel.title', ['cancel.left', { number: 17, name: ana }]),
    'cancel: somebody else’s': said('cancel.title', ['cancel.not-yours', { number: 17, name: longName }]),
    'form: used up': said('form.closed', ['form.closed.gone']),
    'form: somebody else’s': (words) =>
      said('form.others', [
        'form.closed.others',
        { phrase: saying(words, { en: 'sync payloads', ru: 'полезные данные', de: 'nutzlasten' }) },
      ])(words),
    'form: of yesterday': said('form.closed', ['form.closed.old']),
    'form: cancelled': said('form.dropped', ['form.dropped.more']),
    'which script?': which('which.script', ['Map drives', 'Map drives 2', 'Remap drives']),
    'which app?': which('which.app', ['Zoom', 'Zoom Rooms']),
    'no such script': said('no-such.title', ['no-such.script', { name: hostileNames['a link'] }]),
    'no such app': said('no-such.title', ['no-such.app', { name: longName }]),
    'again: what?': said('again.title', ['again.which']),
    'again: nothing of that kind yet': said('again.title', ['again.none-of-it']),
    'again: nothing yet': said('again.title', ['again.none']),
    'busy with something else: one device': busy(
      ['plan.busy', { names: 'IPAD-0042', run: 17 }],
      ['plan.busy.unsent', { items: 'Mail profile' }],
    ),
    'busy with something else: many devices': busy(
      ['plan.busy', { names: `IPAD-07, ${longName}`, run: 17 }],
      ['plan.busy.more', { count: 3 }],
      ['plan.busy.all-unsent'],
    ),
    'closed card: old': closed('closed.old'),
    'closed card: earlier version': closed('closed.version'),
    'closed card: not understood': closed('closed.rubbish'),
    'trouble here': said(
      'trouble.title',
      ['trouble.said'],
      ['trouble.reference', { reference: '0f9c2b7e-6a51-4d38-9a70-2f1d6a0c5e11' }],
    ),
    'trouble here: the database is away or full': said(
      'trouble.unkept.title',
      ['trouble.unkept'],
      ['trouble.reference', { reference: '0f9c2b7e-6a51-4d38-9a70-2f1d6a0c5e11' }],
    ),
    'too many at once': said('busy.title', ['busy.said']),
    'a stranger': (words) => ({ ...said('stranger.title', ['stranger.said'])(words), buttons: [], practice: false }),
    'forget: asks first': (words) =>
      said(
        'forget.title',
        ['forget.what'],
        ['forget.cancels'],
        ['forget.stays'],
        ['forget.ask'],
      )(words, [
        { title: words.say('button.forget'), press: { press: 'forget', ...once } },
        { ...sayButton('help', words), title: words.say('button.keep') },
      ]),
    'sign in': asked('sign-in.card.text'),
    'sign in: a permission is missing': asked('sign-in.card.text.consent'),
    'sign in: more proof is asked for': asked('sign-in.card.text.proof'),
    'settings: no such zone': said('settings.title', ['settings.bad-zone', { zone: hostileNames['a link'] }]),
    'settings: no such language': (words) =>
      said('settings.title', ['settings.bad-language', { languages: words.spoken() }])(words),
    'rules: only for administrators': said('rules.title', ['rules.only-admins']),
    'approval: one’s own run': told('approval.cannot.own'),
    'approval: too late': told('approval.cannot.expired'),
    'approval: the run is over': told('approval.cannot.over'),
    'approval: somebody else’s by now': told('approval.cannot.changed'),
    'approval: approved before': told('approval.approved.told'),
    'approval: declined before': told('approval.declined.told'),
    'practice: what it is': practised(
      ['practice.what'],
      ['practice.task.device'],
      ['practice.task.running'],
      ['practice.task.failed'],
      ['practice.task.dangerous'],
      ['practice.task.serials'],
      ['practice.how'],
    ),
    'practice: next answer': practised(['practice.next', { status: 409 }]),
    'practice: next answer with Retry-After': practised(['practice.next.retry', { status: 429, retry: '120' }]),
    'practice: next sync fails': practised(['practice.next.failed']),
    'practice: next sync stays silent': practised(['practice.next.silent']),
    'practice: next answer never comes': practised(['practice.next.timeout']),
    'practice: next answer breaks off': practised(['practice.next.broken']),
    'practice: next answer is nonsense': practised(['practice.next.nonsense']),
    'practice: the clock was turned': (words) => practised(['practice.clock', { time: words.when(now, now) }])(words),
    'practice: reset': practised(['practice.reset']),
    'practice: always on': practised(['practice.always-on']),
    'practice: not understood': practised(['practice.bad'], ['practice.how']),
    'practice: not here': (words) => ({ ...said('practice.title', ['practice.not-here'])(words), practice: false }),
  },
});

type Told = [key: Sentence['key'], values?: NonNullable<Sentence['values']>];

function said(title: Title, ...told: readonly Told[]) {
  return (words: Words, buttons: readonly PressButton[] = [sayButton('help', words)]): MessageView => ({
    practice: true,
    title,
    sentences: told.map(([key, values]) => (values ? { key, values } : { key })),
    buttons,
  });
}

function busy(...told: readonly Told[]) {
  return (words: Words): MessageView => {
    const again: PressButton = {
      title: words.say('button.look-again'),
      press: { press: 'plan-again', draft: 'invented' },
      main: true,
    };
    return said('plan.title', ...told)(words, [again, showRunButton(17, words), sayButton('help', words)]);
  };
}

function helpOn(name: CommandName, words: Words): MessageView {
  const command = commands.find((one) => one.name === name);
  if (!command) throw new Error(`no command ${name}`);
  return { practice: false, ...commandHelp(command, words) };
}

const pastedList = {
  taken: Array.from({ length: 12 }, (_, index) => `IPAD-${index + 11}`),
  repeated: ['IPAD-11'],
  unknown: [
    { said: 'IPDA-07', near: 'IPAD-07' },
    { said: hostileNames['a link'], near: null },
  ],
  ambiguous: ['FRONT-DESK'],
};

/** What a person would type, in the language of the card. */
const saying = ({ language }: Words, said: Record<Words['language'], string>) => said[language];

function codeAsked(...before: readonly Told[]) {
  return (words: Words) => {
    const example = saying(words, { en: 'explain 0x87D11388', ru: 'объясни 0x87D11388', de: 'erkläre 0x87D11388' });
    return said('explain.title', ...before, ['explain.ask', { example }])(words);
  };
}

function which(key: Sentence['key'], names: readonly string[]) {
  return (words: Words) => said('which.title', [key, { names: words.list(names), count: names.length }])(words);
}

function told(key: Sentence['key']) {
  return (words: Words) => {
    const values = { number: 17, name: hostileNames['a mention'], time: words.when(now, now) };
    return said('approval.note', [key, values])(words, [showRunButton(17, words)]);
  };
}

function lost(near: readonly string[], ...told: readonly Told[]) {
  return (words: Words) =>
    said('unknown.title', ...told)(words, [
      ...near.map((phrase) => typeButton(phrase, phrase)),
      sayButton('runs', words),
      sayButton('help', words),
    ]);
}

function closed(key: Sentence['key']) {
  return (words: Words) =>
    said('closed.title', [key])(words, [sayButton('autopilot', words), sayButton('help', words)]);
}

function asked(key: Sentence['key']) {
  return (words: Words) => said('sign-in.title', [key])(words, [signInButton(words), sayButton('help', words)]);
}

function practised(...told: readonly Told[]) {
  return (words: Words): MessageView =>
    said('practice.title', ...told)(words, [
      typeButton(words.say('button.sync-autopilot'), 'sync autopilot'),
      typeButton(words.say('button.practice-409'), 'practice next 409'),
      typeButton(words.say('button.practice-429'), 'practice next 429 120'),
      typeButton(words.say('button.practice-clock'), 'practice clock +10m'),
      typeButton(words.say('button.practice-reset'), 'practice reset'),
      sayButton('autopilot', words),
    ]);
}
