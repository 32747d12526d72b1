/**
 * What arrives where Teams does not take a message as it should: for each of its answers, how often the bot asked, how often the message
 * stands in the chat, and in which order with two that came later. The table is the truth of it; the names of the tests print it.
 */
import { openLexicon } from '../../cards/words/index.ts';
import { type Person, until } from '../helpers/chat.ts';
import type { Failure, Message } from '../helpers/connector.ts';
import { lineOf } from '../helpers/lines.ts';
import { deskForEach } from './desk-for-each.ts';

jest.setTimeout(120_000);

const minute = 60_000;
const patienceMs = 60_000;
const { say } = openLexicon()('en', 'Europe/Berlin');
const desk = deskForEach();
const group = { conversationId: '19:outbox@thread.v2', kind: 'groupChat' } as const;

/** `asked`: how often the bot sent it; `stands`: how often it can be read in the end; `elsewhere`: what its owner is told in their own chat. */
type Came = { asked: number; stands: number; elsewhere?: string };
type Row = {
  /** What Teams answers to the first try, or to so many; `lasting`: to whatever comes. */
  teams: string;
  failure: Failure;
  times?: number;
  lasting?: boolean;
  answer: Came;
  notice: Came;
  edit: Came;
};

const once = { asked: 1, stands: 1 };
const again = { asked: 2, stands: 1 };
/** It was taken, and nobody can know: twice is better than never. */
const double = { asked: 2, stands: 2 };
const never = { asked: 1, stands: 0 };
const gone = (kind: string) => ({ ...never, elsewhere: kind });
const cannotWrite = say('notice.cannot-write');
const news = say('news.autopilot.completed.more');

const all = (came: Came) => ({ answer: came, notice: came, edit: came });
const messagesDouble = { answer: double, notice: double, edit: again };
const stopped = { answer: gone(say('notice.cannot-answer')), notice: gone(news), edit: gone(cannotWrite) };

const table: readonly Row[] = [
  { teams: '429, again in a moment', failure: { status: 429, headers: { 'retry-after': '0.1' } }, ...all(again) },
  // Longer than a turn or a step holds its place for.
  { teams: '429, again in 2.1 s', failure: { status: 429, headers: { 'retry-after': '2.1' } }, ...all(again) },
  { teams: '429, without a time', failure: { status: 429 }, ...all(again) },
  { teams: '412', failure: { status: 412, code: 'PreconditionFailed' }, ...all(again) },
  { teams: '502', failure: { status: 502 }, ...all(again) },
  { teams: '502 after it took it', failure: { status: 502, taken: true }, ...messagesDouble },
  { teams: '503', failure: { status: 503 }, ...all(again) },
  { teams: '503, twice', failure: { status: 503 }, times: 2, ...all({ asked: 3, stands: 1 }) },
  { teams: 'a reset', failure: { trouble: 'broken' }, ...all(again) },
  { teams: 'a reset after it took it', failure: { trouble: 'broken', taken: true }, ...messagesDouble },
  { teams: '500', failure: { status: 500, code: 'ServiceError' }, ...all(never) },
  {
    teams: '404, that message is gone',
    failure: { status: 404, code: 'ActivityNotFoundInConversation' },
    ...all(never),
    edit: once,
  },
  { teams: '403, blocked', failure: { status: 403, code: 'MessageWritesBlocked' }, lasting: true, ...stopped },
  { teams: '404, the chat is gone', failure: { status: 404, code: 'ConversationNotFound' }, lasting: true, ...stopped },
];

const textOf = ({ card }: Message) => card.fallbackText;

type Sent = {
  method: 'POST' | 'PUT';
  /** Whether a card is the one that met trouble. */
  isIt(text: string): boolean;
  /** Lets it be sent. */
  send(): Promise<unknown>;
};

/** What somebody asked for, in the turn that asks for it. */
function answerTo(ana: Person): Sent {
  return {
    method: 'POST',
    isIt: (text) => text.startsWith(say('watches.title')),
    send: () => ana.says('watches'),
  };
}

/** What nobody asked for at that moment. */
async function noticeFor(ana: Person): Promise<Sent> {
  await ana.says('watch autopilot');
  await ana.sees(new RegExp(say('watch.will.autopilot')));
  return {
    method: 'POST',
    isIt: (text) => text.includes(news),
    async send() {
      desk().graph.beginsElsewhere();
      await desk().clock.goesOn(5 * minute);
    },
  };
}

const taken = lineOf(say('status.cancelled'));

/** A booking that stands still until it is taken back elsewhere. */
async function editFor(ana: Person): Promise<Sent> {
  desk().graph.beginsElsewhere();
  await desk().clock.goesOn(2 * minute);
  await ana.says('sync autopilot');
  await ana.presses(/^Sync at /);
  await ana.sees(lineOf(say('status.booked')));
  return { method: 'PUT', isIt: (text) => taken.test(text), send: () => desk().ana.says('cancel 1') };
}

const kinds = {
  answer: { name: 'an answer', story: answerTo },
  notice: { name: 'a notice', story: noticeFor },
  edit: { name: 'an edit', story: editFor },
} as const;
type Kind = keyof typeof kinds;

const cases = table.flatMap((row) =>
  (Object.keys(kinds) as Kind[]).map((kind) => {
    const { asked, stands, elsewhere = null } = row[kind];
    return { ...row, kind, asked, stands, elsewhere, what: kinds[kind].name };
  }),
);

describe('where Teams answers', () => {
  test.each(cases)('$teams: $what is asked for $asked×, stands $stands×', async (one) => {
    const { failure, times = 1, lasting = false, kind, asked, stands, elsewhere } = one;
    const ana = desk().person('Ana Ruiz', group);
    // She is known there, and can be told there.
    await desk().ana.says('watch exchange EX01 older than 90 d');
    const { method, isIt, send } = await kinds[kind].story(ana);
    const { traffic } = desk().connector;
    const from = traffic.length;
    const there = encodeURIComponent(group.conversationId);
    const sent = () =>
      traffic.slice(from).filter((ask) => ask.method === method && ask.path.includes(there) && isIt(cardIn(ask.body)));

    const meant = { method, conversationId: group.conversationId };
    if (lasting) desk().connector.refuses(group.conversationId, failure);
    else desk().connector.fails(...Array.from({ length: times }, () => ({ ...failure, meant })));
    await send();
    await until(
      () => sent().length > 0,
      () => 'it was never sent',
      patienceMs,
    );

    // A notice is tried again by the clock that is turned here, Teams’ own waits pass by themselves.
    if (kind === 'notice') await triedAgain(() => sent().length, times);
    if (!lasting) for (const words of ['schedules', 'help']) await ana.says(words);
    const standing = () => ana.messages().filter((message) => isIt(textOf(message))).length;
    await comesTo(standing, stands, 'so often it can be read');
    await comesTo(() => sent().length, asked, 'so often it was sent');
    if (!lasting) await comesInOrder(ana, { kind, stands, isIt });
    const told = () =>
      desk()
        .ana.messages()
        .filter((message) => elsewhere !== null && textOf(message).includes(elsewhere));
    await comesTo(() => told().length, elsewhere === null ? 0 : 1, 'so often it was told elsewhere');
    expect(sent()).toHaveLength(asked);
    expect(standing()).toBe(stands);
  });
});

async function triedAgain(sent: () => number, times: number): Promise<void> {
  for (let tries = 1; tries <= times; tries++) {
    await until(
      () => sent() >= tries,
      () => `it was sent ${sent()} times`,
      patienceMs,
    );
    await desk().clock.goesOn(minute);
  }
}

const cardIn = (body: string): string =>
  (JSON.parse(body || '{}') as { attachments?: { content: { fallbackText?: string } }[] }).attachments?.[0]?.content
    .fallbackText ?? '';

const comesTo = (count: () => number, wanted: number, what: string) =>
  until(
    () => count() === wanted,
    () => `${what}: ${count()} instead of ${wanted}; Ana saw:\n${desk().ana.messages().map(textOf).join('\n--\n')}`,
    patienceMs,
  );

type Ordered = { kind: Kind; stands: number; isIt(text: string): boolean };

/** As they can be read: X is what met trouble, B and C came later. A notice that is tried again lets answers go before it. */
function comesInOrder(ana: Person, { kind, stands, isIt }: Ordered): Promise<void> {
  const letter = (text: string) => {
    if (isIt(text)) return 'X';
    if (text.startsWith(say('schedules.title'))) return 'B';
    return text.startsWith(say('help.title')) ? 'C' : '';
  };
  const letters = () => ana.messages().map((message) => letter(textOf(message)));
  const order = () => (kind === 'notice' ? letters().toSorted() : letters()).join('');
  const x = 'X'.repeat(stands);
  const wanted = kind === 'notice' ? `BC${x}` : `${x}BC`;
  return until(
    () => order() === wanted,
    () => `they came as ${order()}`,
    patienceMs,
  );
}
