import { inspect } from 'node:util';
import type { ActionName } from '../../bot/actions/define.ts';
import type { PracticeAnswer } from '../../bot/ports.ts';
import { type RefusalWord, refusalWords } from '../../cards/refusal-lines.ts';
import { type Key, openLexicon, type Values, type Words } from '../../cards/words/index.ts';
import { type Person, until } from '../helpers/chat.ts';
import type { Message } from '../helpers/connector.ts';
import { type Desk, openDesk } from '../helpers/desk.ts';
import { localeOf, type StoryLanguage, type StoryWords } from '../helpers/languages.ts';
import { escaped, lineOf } from '../helpers/lines.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';

const second = 1_000;
const minute = 60 * second;

/** One reader: a desk of their own, and the words they read. */
type Reader = { desk: Desk; ana: Person; words: StoryWords };

/** One action: how a person gets it started, and where it differs from the others. All rows below are told of each. */
type Story = {
  action: ActionName;
  /** What is said to have it done, and to have it read only. */
  says: Record<StoryLanguage, { sync: string; read: string }>;
  /** What is to be pressed before anything is sent. */
  confirm: Key | null;
  permission: string;
  /** What a reading tells that was not refused. */
  read: { key: Key; values?: Values };
  evidence: Key;
  /** How long a start whose answer was lost is looked for. */
  unsureMs: number;
  /** The rows that this action answers in its own way; null: it does not come to that. */
  otherwise: Record<string, Partial<Row> | null>;
  /** 429: its window is closed, or there is no room in Graph just now and it goes on by itself. */
  tooMany: 'closed' | { waits: Key };
  /** Reads several things at once, in a batch that goes through passing trouble by itself. */
  readsTogether?: true;
};

const autopilot: Story = {
  action: 'autopilot-sync',
  says: {
    en: { sync: 'sync autopilot', read: 'autopilot' },
    ru: { sync: 'синхронизировать автопилот', read: 'автопилот' },
  },
  confirm: null,
  permission: 'Enrollment programs / Sync device',
  read: { key: 'autopilot.free.more' },
  evidence: 'evidence.moved',
  unsureMs: 2 * minute,
  otherwise: {},
  tooMany: 'closed',
};

const exchange: Story = {
  action: 'exchange-sync',
  says: {
    en: { sync: 'sync exchange EX01 quick', read: 'exchange' },
    ru: { sync: 'синхронизировать exchange EX01 быстрая', read: 'соединители' },
  },
  // After so long without a success full is advised.
  confirm: 'exchange.button.only-quick',
  permission: 'Organization / Update',
  read: { key: 'exchange.count', values: { count: 3 } },
  evidence: 'exchange.moved',
  unsureMs: 30 * minute,
  otherwise: {
    '409, a sync is running': { ...refusedRow(), what: 'other', next: 'next.other' },
  },
  tooMany: { waits: 'exchange.pause' },
};

const payloads: Story = {
  action: 'sync-payloads',
  says: {
    en: { sync: 'sync payloads remove "Home screen" on IPAD-07', read: 'device IPAD-07' },
    ru: { sync: 'полезные данные удалить "Home screen" на IPAD-07', read: 'устройство IPAD-07' },
  },
  confirm: 'plan.run',
  permission: 'Remote tasks / Change assignments',
  read: { key: 'device.removed', values: { count: 0 } },
  evidence: 'board.checked-in',
  unsureMs: 2 * minute,
  otherwise: {
    '409, a sync is running': { ...refusedRow(), what: 'other', next: 'next.other' },
    '400, the segment is unknown': {
      ...{ what: 'renamed-action', next: 'next.renamed-action', press: 'button.successor' },
    },
    '403 that names a scope': { names: ['DeviceManagementManagedDevices.PrivilegedOperations.All'] },
  },
  tooMany: { waits: 'status.starting' },
  readsTogether: true,
};

const stories = [payloads, autopilot, exchange];

let readers: Reader[] = [];

beforeAll(async () => {
  readers = await Promise.all([
    readerOf({ language: 'en', zone: 'Europe/Berlin' }),
    readerOf({ language: 'ru', zone: 'Europe/Moscow' }),
  ]);
});
beforeEach(() => everyReader(({ desk }) => desk.startsOver()));
besideAnotherTenant(() => readers.map(({ desk }) => desk));
afterAll(() => everyReader(({ desk }) => desk.close()));

async function readerOf({ language, zone }: { language: StoryLanguage; zone: string }): Promise<Reader> {
  const desk = await openDesk();
  const { ana } = desk;
  ana.speaks(localeOf[language], zone);
  return { desk, ana, words: { ...openLexicon()(language, zone), language } };
}

/** English and Russian side by side: each story is told to both. */
const everyReader = (story: (reader: Reader) => Promise<unknown>) => Promise.all(readers.map(story));

/** One answer of Graph, and the four things its card says. */
type Row = {
  /** What follows `practice next`; or, where chat words would not do, the answer itself. */
  answer: string | ((now: Date) => Partial<PracticeAnswer>);
  what: RefusalWord;
  stands: 'refused' | 'joined' | 'unsure';
  changed: 'nothing' | 'unknown';
  next: Key;
  /** Null where nothing is to be pressed: the bot goes on by itself, or a repeat would not help. */
  press: Key | null;
  /** What else must be named. */
  names?: string[];
  opensInMs?: number;
};

function refusedRow() {
  return { stands: 'refused', changed: 'nothing', press: 'button.try-again' } as const;
}

const refused = refusedRow();
const tooEarly = { ...refused, what: 'too-early', press: 'button.book' } as const;
const told = { ...tooEarly, next: 'next.too-early.told' } as const;
const estimated = { ...tooEarly, next: 'next.too-early.estimate', opensInMs: 10 * minute } as const;
const useless = { ...refused, press: null } as const;
const unsure = { stands: 'unsure', changed: 'unknown', next: 'status.unsure.until', press: null } as const;

const httpDate = (at: number) => new Date(at).toUTCString();
const scope = 'DeviceManagementServiceConfig.ReadWrite.All';
/** Stands for the permission of an Intune role that the action needs. */
const permission = 'permission';

const starts: Record<string, Row> = {
  '409, a sync is running': {
    answer: '409',
    what: 'running-already',
    stands: 'joined',
    changed: 'nothing',
    next: 'status.joined.until',
    press: null,
  },
  '429 with whole seconds': { answer: '429 120', ...told, opensInMs: 120 * second },
  '429 with a fraction of seconds': { answer: '429 210.5', ...told, opensInMs: 210.5 * second },
  '429 with an HTTP date': {
    answer: (now) => ({ status: 429, retryAfter: httpDate(now.getTime() + 5 * minute) }),
    ...told,
    opensInMs: 5 * minute,
  },
  '429 with an HTTP date said in chat': {
    answer: (now) => ({ status: 429, retryAfter: httpDate(now.getTime() + 4 * minute).toLowerCase() }),
    ...told,
    opensInMs: 4 * minute,
  },
  '429 without Retry-After': { answer: '429', ...estimated },
  '429 with nonsense in Retry-After': { answer: () => ({ retryAfter: 'in a while' }), ...estimated },
  '429 with a negative Retry-After': { answer: '429 -5', ...estimated },
  '400, the request is malformed': { answer: '400', ...useless, what: 'bad-request', next: 'next.bad-request' },
  '400, the segment is unknown': {
    answer: '400 action',
    ...useless,
    what: 'unknown-action',
    next: 'next.unknown-action',
  },
  '400, a tenant without Intune': { answer: '400 intune', ...useless, what: 'no-intune', next: 'next.no-intune' },
  '401, no Intune role, doubly nested': {
    answer: '401 role',
    ...refused,
    what: 'missing-access',
    next: 'next.missing-access',
    names: [permission],
  },
  '403 that names a scope': {
    answer: '403 scope',
    ...refused,
    what: 'missing-scope',
    next: 'next.missing-scope',
    names: [scope],
  },
  '403 that names nothing': {
    answer: '403 role',
    ...refused,
    what: 'missing-role',
    next: 'next.missing-role',
    names: [permission],
  },
  '403, approval is required': {
    answer: '403 approval',
    ...refused,
    what: 'missing-approval',
    next: 'next.missing-approval',
    names: ['a4c0de00-0000-4000-8000-00000000c0de'],
  },
  '404': { answer: '404', ...refused, what: 'unknown-object', next: 'next.unknown-object' },
  '422, a status nobody documents': { answer: '422', ...refused, what: 'other', next: 'next.other' },
  '500': { answer: '500', ...unsure, what: 'server', names: ['500'] },
  '502': { answer: '502', ...unsure, what: 'server', names: ['502'] },
  '503': { answer: '503', ...unsure, what: 'server', names: ['503'] },
  '504': { answer: '504', ...unsure, what: 'server', names: ['504'] },
  'no answer in time': { answer: 'timeout', ...unsure, what: 'timeout' },
  'a broken connection': { answer: 'broken', ...unsure, what: 'connection' },
  'a page of HTML with 200': { answer: 'nonsense', ...unsure, what: 'unreadable' },
};

/** As they are answered for one action; those that it does not come to are left out. */
function rowsOf({ otherwise, tooMany, permission: role }: Story): [string, Row][] {
  const named = (row: Row): Row => ({
    ...row,
    names: row.names?.map((name) => (name === permission ? role : name)) ?? [],
  });
  return Object.entries(starts).flatMap(([name, row]): [string, Row][] => {
    const own = otherwise[name];
    const elsewhere = own === null || (row.what === 'too-early' && tooMany !== 'closed');
    return elsewhere ? [] : [[name, named({ ...row, ...own })]];
  });
}

/** Says it, and presses what has to be pressed. */
async function asks({ ana, words }: Reader, { says, confirm }: Story): Promise<void> {
  await ana.says(says[words.language].sync);
  if (confirm) await ana.presses(words.say(confirm));
}

describe.each(stories)(
  '$action: a refused start says what happened, what changed, what happens next and what to press',
  (story) => {
    test.each(rowsOf(story))('%s', async (name, row) => {
      await everyReader(async (reader) => {
        const { ana, words, desk } = reader;
        const { at, message } = await startWith(reader, row);
        saysFourThings(message, row, words, words.say(`changed.${row.changed}`));
        if (row.opensInMs !== undefined) saysTime(message, new Date(at.getTime() + row.opensInMs), words);
        expect(desk.posts()).toHaveLength(1);
        keepsInside(desk, message);
        // As it stood first: where something is looked for, the next look may have been noted since.
        const first = message.shown.find((text) => lineOf(words.say(`status.${row.stands}`)).test(text));
        expect(readableText(first ?? '')).toMatchSnapshot(`${words.language}, ${name}`);
        expect(
          ana.messages().filter((one) => one.card.fallbackText.includes(words.say(`action.${story.action}`))),
        ).toEqual([message]);
      });
    });

    async function startWith(reader: Reader, { answer, stands }: Row) {
      const { desk, ana, words } = reader;
      await plan(desk, ana, answer);
      await asks(reader, story);
      const message = await ana.sees(lineOf(words.say(`status.${stands}`)));
      return { message, at: desk.posts()[0]?.at ?? new Date() };
    }

    test('401, the token has expired: the run waits for the person, and goes on once they have signed in', async () => {
      await everyReader(async (reader) => {
        const { desk, ana, words } = reader;
        await plan(desk, ana, '401');
        await asks(reader, story);
        // The board says so too, and may say it first.
        const reminder = await ana.sees(new RegExp(`^${escaped(words.say('reminder.title', { number: 1 }))}`));
        const [board] = ana.messages().slice(-2);
        if (!board) throw new Error('no board');
        await ana.seesOn(board, lineOf(words.say('status.sign-in.you')));
        for (const message of [board, reminder]) {
          keepsInside(desk, message);
          expect(readable(message)).toMatchSnapshot(
            `${words.language}, 401, ${message === board ? 'board' : 'reminder'}`,
          );
        }
        await ana.presses(words.say('button.sign-in'), { message: reminder });
        await ana.seesOn(board, lineOf(words.say('status.accepted')));
        expect(desk.posts()).toHaveLength(2);
      });
    });

    test('204 is told as accepted, and not as done', async () => {
      await everyReader(async (reader) => {
        const { desk, ana, words } = reader;
        await asks(reader, story);
        const message = await ana.sees(lineOf(words.say('status.accepted')));
        expect(message.card.fallbackText).not.toContain(words.say('status.done.more'));
        keepsInside(desk, message);
        expect(readable(message)).toMatchSnapshot(`${words.language}, 204`);
      });
    });
  },
);

const readOnly = { stands: 'refused', changed: 'nothing', press: 'button.try-again' } as const;

const reads: Record<string, Row> = {
  '429 with seconds': {
    answer: 'read 429 120',
    ...readOnly,
    what: 'throttled',
    next: 'next.throttled.told',
    opensInMs: 120 * second,
  },
  '429 without Retry-After': { answer: 'read 429', ...readOnly, what: 'throttled', next: 'next.throttled.unknown' },
  '400': { answer: 'read 400', ...readOnly, what: 'bad-request', next: 'next.bad-request', press: null },
  '400, the segment is unknown': {
    answer: 'read 400 action',
    ...readOnly,
    what: 'unknown-action',
    next: 'next.unknown-action',
    press: null,
  },
  '400, a tenant without Intune': {
    answer: 'read 400 intune',
    ...readOnly,
    what: 'no-intune',
    next: 'next.no-intune',
    press: null,
  },
  '401, the token has expired': {
    answer: 'read 401',
    ...readOnly,
    what: 'signed-out',
    next: 'next.signed-out',
    press: 'button.sign-in',
  },
  '401, no Intune role': { answer: 'read 401 role', ...readOnly, what: 'missing-access', next: 'next.missing-access' },
  '403 that names a scope': {
    answer: 'read 403 scope',
    ...readOnly,
    what: 'missing-scope',
    next: 'next.missing-scope',
    names: [scope],
  },
  '403 that names nothing': { answer: 'read 403 role', ...readOnly, what: 'missing-role', next: 'next.missing-role' },
  '403, approval is required': {
    answer: 'read 403 approval',
    ...readOnly,
    what: 'missing-approval',
    next: 'next.missing-approval',
  },
  '404': { answer: 'read 404', ...readOnly, what: 'unknown-object', next: 'next.unknown-object' },
  '409, which reading does not know': { answer: 'read 409', ...readOnly, what: 'other', next: 'next.other' },
  '500': { answer: 'read 500', ...readOnly, what: 'server', next: 'next.server', names: ['500'] },
  '502': { answer: 'read 502', ...readOnly, what: 'server', next: 'next.server', names: ['502'] },
  '503': { answer: 'read 503', ...readOnly, what: 'server', next: 'next.server', names: ['503'] },
  '504': { answer: 'read 504', ...readOnly, what: 'server', next: 'next.server', names: ['504'] },
  'no answer in time': { answer: 'read timeout', ...readOnly, what: 'timeout', next: 'next.timeout' },
  'a broken connection': { answer: 'read broken', ...readOnly, what: 'connection', next: 'next.connection' },
  'a page of HTML with 200': { answer: 'read nonsense', ...readOnly, what: 'unreadable', next: 'next.unreadable' },
};

/** What a batch goes through, waits for, or gets a new token for. */
const passing = new Set<RefusalWord>(['server', 'throttled', 'signed-out', 'connection', 'unreadable']);
const readerStories = stories.filter(({ readsTogether }) => !readsTogether);

test.each(Object.entries(reads).filter(([, { what }]) => !passing.has(what) && what !== 'missing-scope'))(
  'sync-payloads: a refused reading says so, and that nothing was changed: %s',
  async (name, row) => {
    await everyReader(async ({ desk, ana, words }) => {
      await plan(desk, ana, row.answer);
      await ana.says(payloads.says[words.language].read);
      saysFourThings(ana.newest(), row, words, words.say('changed.only-read'));
      expect(desk.posts()).toEqual([]);
      keepsInside(desk, ana.newest());
      expect(readable(ana.newest())).toMatchSnapshot(`${words.language}, reading: ${name}`);
    });
  },
);

describe.each(readerStories)('$action: a refused reading says so, and that nothing was changed', (story) => {
  const { says, read } = story;

  test.each(Object.entries(reads))('%s', async (name, row) => {
    await everyReader(async ({ desk, ana, words }) => {
      await plan(desk, ana, row.answer);
      await ana.says(says[words.language].read);
      const at = desk.graph.visits()[0]?.at ?? new Date();
      const message = ana.newest();
      saysFourThings(message, row, words, words.say('changed.only-read'));
      if (row.opensInMs !== undefined) saysTime(message, new Date(at.getTime() + row.opensInMs), words);
      expect(desk.posts()).toEqual([]);
      keepsInside(desk, message);
      expect(readable(message)).toMatchSnapshot(`${words.language}, reading: ${name}`);
    });
  });

  test('its button reads once more and starts nothing', async () => {
    await everyReader(async ({ desk, ana, words }) => {
      await ana.says('practice next read 503');
      await ana.says(says[words.language].read);
      await ana.presses(words.say('button.try-again'));
      expect(ana.newest().card.fallbackText).toContain(words.say(read.key, read.values));
      expect(desk.posts()).toEqual([]);
    });
  });

  test('a reading that failed on the way to a sync is tried again as a sync', async () => {
    await everyReader(async ({ desk, ana, words }) => {
      await ana.says('practice next read 503');
      await ana.says(says[words.language].sync);
      expect(desk.posts()).toEqual([]);
      await ana.presses(words.say('button.try-again'));
      if (story.confirm) await ana.presses(words.say(story.confirm));
      await ana.sees(lineOf(words.say('status.accepted')));
      expect(desk.posts()).toHaveLength(1);
    });
  });
});

describe.each(stories)('$action: a start whose answer was lost is looked for, and never made twice', (story) => {
  const lost = ['500', '502', '503', '504', 'timeout', 'broken', 'nonsense'];

  test.each(lost)('%s, and it had begun: done', async (how) => {
    await everyReader(async (reader) => {
      const { desk, ana, words } = reader;
      await ana.says(`practice next ${how} begun`);
      await asks(reader, story);
      await ana.sees(lineOf(words.say('status.unsure')));
      await desk.clock.goesOn(15 * second);
      const message = await ana.sees(lineOf(words.say('status.done')));
      expect(message.card.fallbackText).toMatch(sentence(story.evidence, words));
      expect(message.card.fallbackText).not.toContain(words.say('changed.unknown'));
      expect(desk.posts()).toHaveLength(1);
      keepsInside(desk, message);
      expect(readable(message)).toMatchSnapshot(`${words.language}, ${how}, begun`);
    });
  });

  test.each(lost)('%s, and it had not begun: refused after a while', async (how) => {
    await everyReader(async (reader) => {
      const { desk, ana, words } = reader;
      await ana.says(`practice next ${how}`);
      await asks(reader, story);
      await ana.sees(lineOf(words.say('status.unsure')));
      await desk.clock.goesOn(story.unsureMs - 30 * second);
      const message = await ana.sees(new RegExp(escaped(words.say('trail.looked.waiting'))));
      expect(message.card.fallbackText).toMatch(lineOf(words.say('status.unsure')));
      await desk.clock.goesOn(31 * second);
      await ana.seesOn(message, lineOf(words.say('status.refused')));
      expect(message.card.fallbackText).toMatch(lineOf(words.say('changed.looked')));
      expect(titles(message)).toContain(words.say('button.try-again'));
      expect(desk.posts()).toHaveLength(1);
      keepsInside(desk, message);
      expect(readable(message)).toMatchSnapshot(`${words.language}, ${how}, not begun`);
    });
  });
});

const waiting = stories.flatMap((story) => (story.tooMany === 'closed' ? [] : [{ ...story, ...story.tooMany }]));

describe.each(waiting)(
  '$action: where Graph has no room, it says until when it waits, and goes on by itself',
  (story) => {
    /** Where Graph does not say for how long, it is tried again after this. */
    const anyTimeMs = 30 * second;
    const tooManyRows = Object.entries(starts).filter(([, { what }]) => what === 'too-early');

    test.each(tooManyRows)('%s', async (name, row) => {
      const { opensInMs } = row;
      const isTold = row.next === told.next;
      await everyReader(async (reader) => {
        const { desk, ana, words } = reader;
        await plan(desk, ana, row.answer);
        await asks(reader, story);
        const message = await ana.sees(sentence(story.waits, words));
        expect(message.card.fallbackText).toMatch(lineOf(words.say('status.starting')));
        const waitsMs = isTold ? (opensInMs ?? 0) : anyTimeMs;
        const at = desk.posts()[0]?.at ?? new Date();
        const times = [waitsMs - second, waitsMs, waitsMs + second].map((ms) =>
          words.toTheSecond(new Date(at.getTime() + ms)),
        );
        expect(message.card.fallbackText).toMatch(oneOf(times));
        expect(desk.posts()).toHaveLength(1);
        keepsInside(desk, message);
        expect(readable(message)).toMatchSnapshot(`${words.language}, ${name}`);
        await desk.clock.goesOn(waitsMs + 2 * second);
        await ana.seesOn(message, lineOf(words.say('status.accepted')));
        expect(desk.posts()).toHaveLength(2);
      });
    });
  },
);

describe('a booking that comes too early again', () => {
  test('waits for the next window, asks once in each, and is handed back after the third', async () => {
    await everyReader(async ({ desk, ana, words }) => {
      await plan(desk, ana, '429 120');
      await ana.says(autopilot.says[words.language].sync);
      await ana.sees(lineOf(words.say('status.refused')));
      await ana.presses(sentence('button.book', words));
      const board = await ana.sees(lineOf(words.say('status.booked')));
      expect(desk.posts()).toHaveLength(1);

      let opensInMs = 120 * second;
      for (const retryAfter of ['300', '420']) {
        await comesTooEarly(desk, { opensInMs, retryAfter });
        opensInMs = Number(retryAfter) * second;
        const opensAt = new Date((desk.posts().at(-1)?.at.getTime() ?? 0) + opensInMs);
        await ana.seesOn(board, oneOf(timesAt(opensAt, words)));
        expect(board.card.fallbackText).toMatch(lineOf(words.say('status.booked')));
      }
      await comesTooEarly(desk, { opensInMs, retryAfter: '600' });
      await ana.seesOn(board, lineOf(words.say('status.refused')));
      expect(titles(board)).toContainEqual(expect.stringMatching(sentence('button.book', words)));
      await desk.clock.goesOn(60 * minute);
      expect(desk.posts()).toHaveLength(4);
      keepsInside(desk, board);
      expect(readable(board)).toMatchSnapshot(`${words.language}, handed back`);
    });
  });

  /** Nothing is asked before the window opens, and once when it does. */
  async function comesTooEarly(desk: Desk, window: { opensInMs: number; retryAfter: string }) {
    const before = desk.posts().length;
    desk.graph.next({ on: 'write', status: 429, retryAfter: window.retryAfter, flavour: null });
    await desk.clock.goesOn(window.opensInMs - 30 * second);
    expect(desk.posts()).toHaveLength(before);
    await desk.clock.goesOn(31 * second);
    await until(
      () => desk.posts().length > before,
      () => 'The booking was not started when its window opened',
    );
  }
});

/** `practice next …` as a person says it, or what words in a chat cannot carry. */
async function plan(desk: Desk, ana: Person, answer: Row['answer']): Promise<void> {
  if (typeof answer === 'string') await ana.says(`practice next ${answer}`);
  else desk.graph.next({ on: 'write', status: 429, retryAfter: null, flavour: null, ...answer(desk.clock.now()) });
}

/** The sentence with anything in its gaps; or, with values, exactly that one. */
function sentence(key: Key, words: Words, values?: Record<string, string>): RegExp {
  const gaps = { run: '…', action: '…', status: '…', scopes: '…', role: '…', code: '…', time: '…', from: '…', to: '…' };
  const said = words.say(key, values ?? gaps);
  return new RegExp(`^${escaped(said).replaceAll('…', '.+')}$`, 'm');
}

const titles = (message: Message) => (message.card.actions ?? []).map((one) => one.title);

function saysFourThings(message: Message, row: Row, words: Words, changed: string): void {
  const text = message.card.fallbackText;
  const told = refusalWords.filter((word) => sentence(`refusal.${word}`, words).test(text));
  expect(told).toEqual([row.what]);
  expect(text).toMatch(lineOf(changed));
  expect(text).toMatch(sentence(row.next, words));
  if (row.press) expect(titles(message)).toContainEqual(expect.stringMatching(sentence(row.press, words)));
  else expect(titles(message)).not.toContain(words.say('button.try-again'));
  for (const name of row.names ?? []) expect(text).toContain(name);
}

function saysTime(message: Message, at: Date, words: Words): void {
  expect(message.card.fallbackText).toMatch(oneOf(timesAt(at, words)));
}

/** A second may pass between the answer and the drawing of the card, and with it a minute. */
const timesAt = (at: Date, words: Words) => [at, new Date(at.getTime() + second)].map((one) => words.when(one, one));
const oneOf = (texts: string[]) => new RegExp(texts.map(escaped).join('|'));

const internals =
  /practice\.|Bearer|fef\.|manage\.invalid|127\.0\.0\.1|localhost|10\.1\.2\.3|https?:|\.ts\b|node_modules|^\s+at \S/m;

/** Nothing of the machinery gets out: neither on the card, nor in any of its earlier states, nor a token into the log. */
function keepsInside(desk: Desk, message: Message): void {
  const { $schema: _, ...card } = message.card as Message['card'] & { $schema?: string };
  const everything = [JSON.stringify(card), message.summary, ...message.shown].join('\n');
  expect(internals.exec(everything)?.[0]).toBeUndefined();
  for (const text of message.shown) expect(text).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
  expect(inspect(desk.logged, { depth: 10 })).not.toContain('practice.Ana');
}

/** For readers of the snapshots: what changes from run to run is left out. */
const readable = ({ card }: Message) => readableText(card.fallbackText);

function readableText(text: string): string {
  return text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '‹id›')
    .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '‹date›')
    .replace(
      /(\d{1,2} \p{L}+\.?, )?\d{2}:\d{2}(:\d{2})?( \(\d{2}:\d{2}(:\d{2})? UTC\))?(( on)? \d{1,2} \p{L}+)?/gu,
      '‹time›',
    );
}
