import { type Key, openLexicon, type Values } from '../../cards/words/index.ts';
import type { Person } from '../helpers/chat.ts';
import type { Message } from '../helpers/connector.ts';
import { storyLanguages } from '../helpers/languages.ts';
import { escaped, lineOf } from '../helpers/lines.ts';
import { deskForEach } from './desk-for-each.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** What the hybrid admin says in each language. */
const said = {
  en: {
    list: 'exchange',
    delta: 'sync EX01 delta',
    off: 'sync EX02 full',
    quick: 'sync exchange EX01 quick',
    form: 'sync exchange',
    all: 'sync exchange all quick',
    connectors: 'practice connectors none',
  },
  ru: {
    list: 'соединители',
    delta: 'синхронизировать EX01 быстрая',
    off: 'синхронизировать EX02 полная',
    quick: 'синхронизировать exchange ex01 быстрая',
    form: 'синхронизировать exchange',
    all: 'синхронизировать exchange все быстрая',
    connectors: 'practice connectors none',
  },
} as const;

const [works, cutOff, still] = ['c1', 'c2', 'c3'].map((end) => `6b2a0c55-0000-4000-8000-0000000000${end}`) as [
  string,
  string,
  string,
];
const syncOf = (id: string) => `/deviceManagement/exchangeConnectors/${id}/sync`;

const desk = deskForEach();
beforeEach(() => {
  for (const person of [desk().ana, desk().jon]) person.speaks('en-US');
});

const asked = () =>
  desk()
    .posts()
    .map(({ path, body }) => [path, body]);
const titles = (message: Message) => (message.card.actions ?? []).map((one) => one.title);
const named = (name: string) => `${name}.contoso.example`;

describe.each(storyLanguages)('the Monday of an Exchange hybrid admin (%s)', (language) => {
  const words = openLexicon()(language, 'Europe/Berlin');
  const says = said[language];
  const say = (key: Key, values?: Values) => words.say(key, values);
  const line = (key: Key, values?: Values) => lineOf(say(key, values));
  /** The sentence with anything in its gaps. */
  const like = (key: Key, gaps: readonly string[] = []) =>
    new RegExp(`^${escaped(say(key, Object.fromEntries(gaps.map((gap) => [gap, '…'])))).replaceAll('…', '.+')}$`, 'm');
  const speaking = (person: Person): Person => {
    person.speaks(language === 'ru' ? 'ru-RU' : 'en-US', 'Europe/Berlin');
    return person;
  };
  let ana: Person;
  let jon: Person;
  beforeEach(() => {
    ana = speaking(desk().ana);
    jon = speaking(desk().jon);
  });

  test('the list tells each connector with its status and the age of its last success', async () => {
    await ana.says(says.list);
    const { card } = ana.newest();
    expect(card.fallbackText).toMatch(lineOf(named('EX01')));
    expect(card.fallbackText).toContain(
      words.row([say('exchange.type.on-premises'), say('exchange.status.connected')]),
    );
    expect(card.fallbackText).toContain(
      words.row([say('exchange.type.on-premises'), say('exchange.status.disconnected')]),
    );
    const now = desk().clock.now();
    for (const age of [26 * hour, 9 * 24 * hour])
      expect(card.fallbackText).toContain(words.ago(new Date(now.getTime() - age), now));
    expect(card.fallbackText).toContain(say('exchange.last.never'));
    expect(desk().posts()).toEqual([]);
  });

  test('the end of support is told each person once, and can be hidden', async () => {
    await ana.says(says.list);
    const first = ana.newest();
    expect(first.card.fallbackText).toMatch(like('exchange.support', ['date']));
    await ana.presses(say('exchange.button.hide'));
    expect(first.card.fallbackText).not.toMatch(like('exchange.support', ['date']));
    expect(first.card.fallbackText).toContain(named('EX01'));
    await ana.says(says.list);
    expect(ana.newest().card.fallbackText).not.toMatch(like('exchange.support', ['date']));
    expect(titles(ana.newest())).not.toContain(say('exchange.button.hide'));
  });

  test('whoever saw it and did nothing is not told again', async () => {
    await ana.says(says.list);
    await ana.says(says.list);
    expect(ana.messages().map(({ card }) => like('exchange.support', ['date']).test(card.fallbackText))).toEqual([
      true,
      false,
    ]);
  });

  test('where no sync has ever succeeded, the advice says that, and not how long ago one did', async () => {
    await ana.says(says.list);
    const { fallbackText } = ana.newest().card;
    for (const synced of ['yes', 'no']) expect(fallbackText).toContain(say('exchange.advice.full', { synced }));
  });

  test('delta after a long silence: full is advised, asked about, accepted, and done with evidence', async () => {
    await ana.says(says.delta);
    const card = ana.newest();
    expect(card.card.fallbackText).toContain(say('exchange.ask.advice.more', { name: named('EX01'), synced: 'yes' }));
    expect(titles(card)).toEqual([
      say('exchange.button.only-full'),
      say('exchange.button.only-quick'),
      say('exchange.button.no'),
    ]);
    await ana.presses(say('exchange.button.only-full'));
    await ana.seesOn(card, line('exchange.ask.full'));
    expect(desk().posts()).toEqual([]);
    await ana.presses(say('exchange.button.only-full'));
    await ana.seesOn(card, line('status.accepted'));
    expect(asked()).toEqual([[syncOf(works), { syncType: 'fullSync' }]]);
    expect(card.card.fallbackText).toContain(say('trail.accepted'));
    await desk().clock.goesOn(10 * second);
    await ana.seesOn(card, line('status.done'));
    expect(card.card.fallbackText).toMatch(like('exchange.moved', ['from', 'to']));
    expect(ana.messages()).toEqual([card]);
    expect(desk().posts()).toHaveLength(1);
  });

  test('delta all the same is one quick sync', async () => {
    await ana.says(says.delta);
    const card = ana.newest();
    await ana.presses(say('exchange.button.only-quick'));
    await ana.seesOn(card, line('status.accepted'));
    expect(asked()).toEqual([[syncOf(works), { syncType: 'deltaSync' }]]);
  });

  test('quick of one that is named and fresh runs at once', async () => {
    await syncedOnce(ana);
    await ana.says(says.quick);
    const board = await ana.sees(line('status.accepted'));
    expect(board.card.fallbackText).toContain(say('exchange.sync.quick'));
    expect(asked().at(-1)).toEqual([syncOf(works), { syncType: 'deltaSync' }]);
    await desk().clock.goesOn(10 * second);
    await ana.seesOn(board, line('status.done'));
  });

  /** EX01 has succeeded just now. */
  async function syncedOnce(person: Person) {
    await person.says(says.delta);
    await person.presses(say('exchange.button.only-quick'));
    await person.sees(line('status.accepted'));
    await desk().clock.goesOn(10 * second);
    await person.sees(line('status.done'));
  }

  test('nothing moves in half an hour: said so, with likely causes, and no repeat is offered', async () => {
    await ana.says(`${says.form} EX03 quick`);
    await ana.presses(say('exchange.button.only-quick'));
    const board = await ana.sees(line('status.accepted'));
    await desk().clock.goesOn(20 * minute);
    await ana.seesOn(board, new RegExp(say('board.looked', { time: '.*' })));
    expect(board.card.fallbackText).toMatch(line('status.accepted'));
    await desk().clock.goesOn(10 * minute + second);
    await ana.seesOn(board, line('status.silent'));
    expect(board.card.fallbackText).toMatch(line('exchange.silent', { minutes: 30 }));
    expect(board.card.fallbackText).toMatch(line('exchange.silent.causes'));
    expect(titles(board)).not.toContain(say('button.try-again'));
    expect(titles(board)).toEqual(expect.arrayContaining([say('button.watch'), say('button.note')]));
    expect(asked()).toEqual([[syncOf(still), { syncType: 'deltaSync' }]]);
  });

  test('a disconnected one would take it and do nothing: warned, left alone, or sent anyway', async () => {
    await ana.says(says.off);
    const card = ana.newest();
    expect(card.card.fallbackText).toContain(
      say('exchange.ask.disconnected.more', { name: named('EX02'), sync: 'full' }),
    );
    expect(titles(card)).toEqual([say('exchange.button.no'), say('exchange.button.anyway')]);
    await ana.presses(say('exchange.button.no'));
    expect(ana.newest().card.fallbackText).toContain(say('exchange.count', { count: 3 }));
    expect(desk().posts()).toEqual([]);
    await ana.presses(say('exchange.button.anyway'));
    await ana.seesOn(card, line('status.accepted'));
    expect(asked()).toEqual([[syncOf(cutOff), { syncType: 'fullSync' }]]);
  });

  test('a tenant without connectors is normal, and what to use instead is said', async () => {
    await ana.says(says.connectors);
    for (const text of [says.list, says.quick]) {
      await ana.says(text);
      expect(ana.newest().card.fallbackText).toMatch(line('exchange.none.more'));
      expect(ana.newest().card.fallbackText).toMatch(line('exchange.instead'));
    }
    expect(desk().posts()).toEqual([]);
  });

  test('what was not said becomes a form, which keeps what was chosen', async () => {
    await ana.says(says.form);
    const form = ana.newest();
    expect(form.card.fallbackText).toMatch(line('exchange.ask.missing'));
    await ana.presses(say('exchange.button.send'), { inputs: { sync: 'quick' } });
    await ana.seesOn(form, line('exchange.ask.incomplete'));
    await ana.presses(say('exchange.button.send'), { inputs: { connector: works, sync: 'full' } });
    await ana.seesOn(form, line('exchange.ask.full'));
    await ana.presses(say('exchange.button.only-full'));
    await ana.seesOn(form, line('status.accepted'));
    expect(asked()).toEqual([[syncOf(works), { syncType: 'fullSync' }]]);
  });

  test('several are one run, after a look at what would happen', async () => {
    await ana.says(says.all);
    const card = ana.newest();
    expect(card.card.fallbackText).toMatch(line('exchange.ask.several.off', { names: named('EX02') }));
    await ana.presses(say('exchange.button.connected'));
    await ana.seesOn(card, line('status.accepted'));
    expect(new Set(asked().map(([path]) => path))).toEqual(new Set([syncOf(works), syncOf(still)]));
    await desk().clock.goesOn(10 * second);
    await ana.seesOn(card, like('exchange.moved', ['from', 'to']));
    await desk().clock.goesOn(30 * minute);
    await ana.seesOn(card, line('status.partly'));
    expect(card.card.fallbackText).toMatch(line('exchange.silent.causes'));
    expect(desk().posts()).toHaveLength(2);
  });

  test('a second asker joins: one request, and both are told', async () => {
    await syncedOnce(ana);
    const before = desk().posts().length;
    await ana.says(says.quick);
    await ana.sees(line('status.accepted'));
    await jon.says(says.quick);
    expect(jon.newest().card.fallbackText).toContain(say('run.as', { name: 'Ana Ruiz', phase: 'now' }));
    await desk().clock.goesOn(10 * second);
    await ana.sees(line('status.done'));
    await jon.sees(line('status.done'));
    expect(desk().posts()).toHaveLength(before + 1);
  });
});

describe('how a connector is named', () => {
  test.each([
    ['sync exchange ex01 quick', 'EX01'],
    ['sync exchange "EX01.contoso.example" delta', 'EX01'],
    ['sync exchange conn-ex03 quick', 'EX03'],
    [`sync exchange ${cutOff} quick`, 'EX02'],
    ['sync connector quick ex02', 'EX02'],
    ['sync EX02', 'EX02'],
  ])('%s', async (text, name) => {
    await desk().ana.says(text);
    expect(desk().ana.newest().card.fallbackText).toMatch(new RegExp(`${name}(\\.contoso\\.example)?`));
    expect(desk().ana.newest().card.fallbackText).toContain('Exchange connector sync');
    expect(desk().posts()).toEqual([]);
  });

  test('of several that are called so the person chooses, never the first', async () => {
    await desk().ana.says('sync exchange contoso full');
    expect(desk().ana.newest().card.fallbackText).toContain('“contoso” fits 3 connectors');
    expect(desk().posts()).toEqual([]);
  });

  test('a part of a name is asked about, and starts nothing by itself', async () => {
    await desk().ana.says('sync onn-ex03 quick');
    const form = desk().ana.newest();
    expect(form.card.fallbackText).toMatch(/^Is this the one\?$/m);
    expect(form.card.fallbackText).toContain('No connector is called “onn-ex03”');
    expect(desk().posts()).toEqual([]);
    await desk().ana.presses('Sync', { inputs: { connector: still, sync: 'quick' } });
    await desk().ana.seesOn(form, /^Quick or full\?$/m);
  });

  test('a part of an id names nobody', async () => {
    await desk().ana.says('sync exchange 6b2a0c55 quick');
    expect(desk().ana.newest().card.fallbackText).toContain('No Exchange connector is called “6b2a0c55”');
    expect(desk().posts()).toEqual([]);
  });

  test('one that is not there is not guessed, and those that are there are named', async () => {
    await desk().ana.says('sync exchange EX09 quick');
    expect(desk().ana.newest().card.fallbackText).toContain('No Exchange connector is called “EX09”');
    expect(desk().ana.newest().card.fallbackText).toContain('EX01.contoso.example');
    expect(desk().posts()).toEqual([]);
  });

  test.each(['sync all connectors full', 'sync both connectors quick', 'синхронизировать все соединители полностью'])(
    'all of them are asked about: %s',
    async (text) => {
      await desk().ana.says(text);
      expect(desk().ana.newest().card.fallbackText).toContain(named('EX02'));
      expect(desk().posts()).toEqual([]);
    },
  );

  test('what is no connector is still a device', async () => {
    await desk().ana.says('sync LT-0388');
    expect(desk().ana.newest().card.fallbackText).not.toContain('Exchange');
    await desk().ana.says('sync nobody-knows-this quick');
    expect(desk().ana.newest().card.fallbackText).not.toContain('Exchange');
  });
});

describe('a press', () => {
  const confirmed = async () => {
    await desk().ana.says('sync exchange EX01 full');
    const card = desk().ana.newest();
    const data = card.card.actions?.[0]?.data;
    await desk().ana.presses('Full sync', { message: card });
    return { card, data };
  };

  test('twice is one request, and shows the same run', async () => {
    const { card, data } = await confirmed();
    await desk().ana.submits(data, { replyToId: card.id, how: 'execute' });
    await desk().ana.seesOn(card, /^Accepted$/m);
    expect(desk().posts()).toHaveLength(1);
  });

  test('on a button of a connector that has gone says so and starts nothing', async () => {
    await desk().ana.says('sync exchange EX01 full');
    desk().graph.connectors('none');
    await desk().ana.presses('Full sync');
    expect(desk().ana.newest().card.fallbackText).toMatch(/Nothing was started or changed/);
    expect(desk().posts()).toEqual([]);
  });

  test('on the list starts the connector that it names, and the other one too', async () => {
    await desk().ana.says('sync exchange EX01 quick');
    await desk().ana.presses('Quick sync');
    await desk().ana.sees(/^Accepted$/m);
    await desk().clock.goesOn(30 * second);
    await desk().ana.sees(/^Done$/m);
    await desk().ana.says('exchange');
    const list = desk().ana.newest();
    await desk().ana.presses('Quick sync: EX01.contoso.example', { message: list });
    await desk().ana.seesOn(list, /^Accepted$/m);
    expect(asked().at(-1)).toEqual([syncOf(works), { syncType: 'deltaSync' }]);
    await desk().ana.says('exchange');
    expect(desk().ana.newest().card.fallbackText).toMatch(/Run \d+ is syncing it/);
  });
});

describe('a connector that a run is syncing', () => {
  /** EX03 never moves, so its run goes on for half an hour. */
  async function underWay() {
    await desk().ana.says('sync exchange EX03 full');
    await desk().ana.presses('Full sync');
    return desk().ana.sees(/^Accepted$/m);
  }
  const paths = () => asked().map(([path]) => path);

  test('is left out of a run of several, which says so, and nothing is posted to it twice', async () => {
    await underWay();
    await desk().jon.says('sync exchange EX01, EX03 full');
    const card = desk().jon.newest();
    expect(card.card.fallbackText).toMatch(/^Already under way, so left out: EX03\.\S+ Run \d+ does the same sync\.$/m);
    await desk().jon.presses('Full sync');
    await desk().jon.seesOn(card, /^Accepted$/m);
    expect(paths()).toEqual([syncOf(still), syncOf(works)]);
  });

  test('is left out also where it was begun between the question and the press', async () => {
    await desk().jon.says('sync exchange EX01, EX03 full');
    const card = desk().jon.newest();
    await underWay();
    await desk().jon.presses('Sync all 2', { message: card });
    await desk().jon.seesOn(card, /^Already under way, so left out: EX03/m);
    expect(paths()).toEqual([syncOf(still)]);
  });

  test('and the only one that is wanted: its run is followed', async () => {
    await desk().ana.says('sync exchange EX02, EX03 full');
    await desk().ana.presses('Sync all 2');
    await desk().ana.sees(/^Accepted$/m);
    await desk().jon.says('sync exchange EX03 full');
    expect(desk().jon.newest().card.fallbackText).toContain('Ana Ruiz');
    expect(desk().jon.newest().card.fallbackText).toMatch(/^Accepted$/m);
    expect(paths()).toHaveLength(2);
  });

  test('in the other way may be synced all the same', async () => {
    await underWay();
    await desk().jon.says('sync exchange EX03 quick');
    await desk().jon.presses('Quick sync');
    await desk().jon.sees(/^Accepted$/m);
    expect(asked()).toEqual([
      [syncOf(still), { syncType: 'fullSync' }],
      [syncOf(still), { syncType: 'deltaSync' }],
    ]);
  });

  test('and others that other runs are syncing: which run does what is said, and nothing is sent', async () => {
    await underWay();
    await desk().ana.says('sync exchange EX02 full');
    await desk().ana.presses('Send anyway');
    await desk().ana.sees(/^Accepted$/m);
    await desk().jon.says('sync exchange EX02, EX03 full');
    const { card } = desk().jon.newest();
    for (const name of ['EX02', 'EX03'])
      expect(card.fallbackText).toMatch(
        new RegExp(`^Already under way: ${name}\\S+\\. Run \\d+ does the same sync`, 'm'),
      );
    expect(paths()).toHaveLength(2);
  });
});

test('of several connectors one has gone since: the others are offered, and it is said', async () => {
  await desk().ana.says('sync exchange EX01, EX03 quick');
  const card = desk().ana.newest();
  const data = card.card.actions?.[0]?.data as { connector: string };
  await desk().ana.submits({ ...data, connector: `${works},gone-since` }, { replyToId: card.id, how: 'execute' });
  await desk().ana.seesOn(card, /^No longer there, so left out: gone-since\.$/m);
  expect(desk().posts()).toEqual([]);
  await desk().ana.presses('Quick sync');
  await desk().ana.seesOn(card, /^Accepted$/m);
  expect(asked()).toEqual([[syncOf(works), { syncType: 'deltaSync' }]]);
});

test('whoever stops looking is not told what may be wrong', async () => {
  await desk().ana.says('sync exchange EX03 quick');
  await desk().ana.presses('Quick sync');
  const board = await desk().ana.sees(/^Accepted$/m);
  await desk().ana.presses('Stop looking');
  await desk().ana.seesOn(board, /^No longer watched$/m);
  expect(board.card.fallbackText).not.toContain('Likely causes');
});

test('“again” on a board asks below it where another run has begun with one of its connectors: the result stays', async () => {
  const { ana, jon, graph } = desk();
  for (let both = 0; both < 2; both += 1) graph.next({ on: 'write', status: 403, retryAfter: null, flavour: 'role' });
  await ana.says('sync exchange EX01, EX03 full');
  await ana.presses('Sync all 2');
  const board = await ana.sees(/^Did not start$/m);
  await jon.says('sync exchange EX03 full');
  await jon.presses('Full sync');
  await jon.sees(/^Accepted$/m);
  const before = board.card.fallbackText;
  await ana.presses(/^Repeat/, { message: board });
  expect(ana.newest().card.fallbackText).toMatch(/^Already under way, so left out: EX03/m);
  expect(board.card.fallbackText).toBe(before);
  expect(ana.messages()).toHaveLength(2);
});

test('the last sync can be asked for once more, and a full one asks first again', async () => {
  await desk().ana.says('sync exchange EX01 full');
  await desk().ana.presses('Full sync');
  await desk().ana.sees(/^Accepted$/m);
  await desk().clock.goesOn(10 * second);
  await desk().ana.sees(/^Done$/m);
  await desk().ana.says('again');
  expect(desk().ana.newest().card.fallbackText).toMatch(/^Full sync\?$/m);
  expect(desk().posts()).toHaveLength(1);
});
