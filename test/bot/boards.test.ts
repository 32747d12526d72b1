import { setTimeout as wait } from 'node:timers/promises';
import { openTell } from '../../bot/boards.ts';
import type { BoardParts, Following, Reading } from '../../bot/following.ts';
import type { Conversation, Delivery, PersonId, RunId } from '../../bot/ports.ts';
import { NoRoom, type OpenChat, type SendRank } from '../../bot/ports-writing.ts';
import type { Run } from '../../bot/runs/run.ts';
import { nobodyWaits } from '../../bot/views/run-reader.ts';
import { openLexicon } from '../../cards/words/index.ts';
import { noTracing } from '../helpers/meter.ts';
import { hour, later, minute, noon, second, waiting } from './runs/samples.ts';
import { chatOf, newTenant, personOf } from './store/samples.ts';

const [first, other] = ['run-1', 'run-2'] as RunId[];
const tenantId = newTenant();
const lexicon = openLexicon();
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

const sampleRun: Run = {
  id: 'run' as RunId,
  tenantId,
  number: 1,
  action: 'autopilot-sync',
  asker: personOf(tenantId, 'Ana Ruiz'),
  askedAt: noon,
  bookedFor: null,
  joinedElsewhere: false,
  cancelledBy: null,
  endedAt: null,
  pausedUntil: null,
  resumedAt: null,
  trace: null,
  approval: null,
  targets: [waiting()],
};

type Shown = { cardId: string | null; shown: string | null; asOf: Date | null };

/** Runs with their cards; what is written to Teams waits until `inTurn` lets it. */
function desk(change: Partial<BoardParts> = {}) {
  const stands = { number: 1 };
  const written: string[] = [];
  const laters: Date[] = [];
  const cards = new Map<string, Shown>();
  const followers: Following[] = [];
  const follows = (id: string, one: Partial<Following> = {}) => {
    const cardId = `card ${id}`;
    const where = chatOf(tenantId, `a:${id}`);
    const reader = { language: 'en', zone: 'UTC' } as const;
    const stands = { cardId, shown: null, answerBy: null } as const;
    followers.push({ id, where, reader, personId: 'ana' as PersonId, shows: 'run', ...stands, ...one });
    cards.set(id, { cardId: one.cardId === undefined ? cardId : one.cardId, shown: null, asOf: null });
  };
  const chatIn = (where: Conversation): OpenChat => ({
    async post() {
      written.push(`post ${where.id} ${stands.number}`);
      return { kind: 'shown', cardId: `new in ${where.id}` };
    },
    async edit(cardId) {
      written.push(`edit ${cardId} ${stands.number}`);
      return { kind: 'shown', cardId };
    },
  });
  const parts = {
    tracing: noTracing,
    log: quiet,
    now: () => noon,
    shown() {},
    followers: async () => followers,
    read: async (id: RunId): Promise<Reading> => ({
      run: { ...sampleRun, id, number: stands.number },
      waiting: nobodyWaits,
      asOf: later(stands.number * second),
    }),
    standing: async ({ id }: Following) => cards.get(id) ?? null,
    saveShown: async (id: string, { fingerprint, ...shown }: { cardId: string; fingerprint: string; asOf: Date }) => {
      cards.set(id, { ...shown, shown: fingerprint });
    },
    drop: async () => {},
    tellLater: async (_: RunId, at: Date) => {
      laters.push(at);
    },
    screen: () => ({ words: lexicon('en', 'UTC'), now: noon, practice: false }),
    inTurn: async <T>(where: Conversation, _: SendRank, work: (chat: OpenChat) => Promise<T>) => work(chatIn(where)),
    ...change,
  } as unknown as BoardParts;
  return { stands, written, laters, follows, chatIn, cards, tell: openTell(parts) };
}

describe('the cards that follow a run', () => {
  test('are drawn when their turn comes, so that what changed while they stood in line is shown at once', async () => {
    const { promise: turn, resolve: come } = Promise.withResolvers<void>();
    const { stands, written, follows, chatIn, tell } = desk({
      inTurn: async (where, _, work) => {
        await turn;
        return work(chatIn(where));
      },
    });
    follows('ana');
    const told = tell(first!, noon);
    await wait(20);
    stands.number = 2;
    await tell(first!, noon);
    come();
    await told;
    expect(written).toEqual(['edit card ana 2']);
  });

  test('never show what is older than what another process has shown there', async () => {
    const { stands, written, follows, cards, tell } = desk();
    follows('ana');
    await tell(first!, noon);
    expect(written).toEqual(['edit card ana 1']);
    cards.set('ana', { cardId: 'card ana', shown: 'something newer', asOf: later(2 * second) });
    stands.number = 3;
    await tell(first!, noon);
    expect(written).toEqual(['edit card ana 1', 'edit card ana 3']);
  });

  test('are drawn for whoever asked first where several follow one, and not again for each of them', async () => {
    const drawnFor: string[] = [];
    const { written, follows, tell } = desk({
      screen: ({ language, zone }) => {
        drawnFor.push(language);
        return { words: lexicon(language, zone), now: noon, practice: false };
      },
    });
    const where = { ...chatOf(tenantId, '19:group'), kind: 'groupChat' } as const;
    const card = { where, cardId: 'their card' };
    follows('ana', { ...card, reader: { language: 'ru', zone: 'UTC' } });
    follows('jon', card);
    await tell(first!, noon);
    await tell(first!, noon);
    expect(drawnFor).toContain('ru');
    expect(drawnFor).not.toContain('en');
    expect(written).toEqual(['edit their card 1']);
  });

  test('of one run do not wait for those of another', async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const { written, follows, chatIn, tell } = desk({
      followers: async (id) => [await followerOf(id)],
      inTurn: async (where, _, work) => {
        if (where.id === 'a:run-1') await released;
        return work(chatIn(where));
      },
    });
    for (const id of ['run-1', 'run-2']) follows(id);
    const slow = tell(first!, noon);
    await tell(other!, noon);
    expect(written).toEqual(['edit card run-2 1']);
    release();
    await slow;
    expect(written).toHaveLength(2);
  });

  test('that could not be shown leave the others alone, and the queue hears of it', async () => {
    let away = true;
    const { written, follows, chatIn, tell } = desk({
      inTurn: async (where, _, work) => {
        if (away && where.id === 'a:ana') throw new Error('the connector is away');
        return work(chatIn(where));
      },
    });
    for (const id of ['ana', 'jon']) follows(id);
    await expect(tell(first!, noon)).rejects.toThrow('the connector is away');
    expect(written).toEqual(['edit card jon 1']);
    away = false;
    await tell(first!, noon);
    expect(written).toEqual(['edit card jon 1', 'edit card ana 1']);
  });

  test('whose turn is still to answer are left to it, and the run is told once more in case it died', async () => {
    const { written, laters, follows, tell } = desk();
    const by = later(20 * second);
    follows('ana', { cardId: null, answerBy: by });
    await tell(first!, noon);
    expect([written, laters]).toEqual([[], [by]]);
  });

  test('where Teams takes none for a while are shown later, and keep nobody waiting meanwhile', async () => {
    const { written, laters, follows, chatIn, tell } = desk({
      inTurn: async (where, _, work) => {
        if (where.id === 'a:ana') throw new NoRoom(2 * minute);
        if (where.id === 'a:mia') throw new NoRoom(hour);
        return work(chatIn(where));
      },
    });
    for (const id of ['ana', 'jon', 'mia']) follows(id);
    await tell(first!, noon);
    expect(written).toEqual(['edit card jon 1']);
    expect(laters).toEqual([later(2 * minute)]);
  });

  test('that Teams refuses as they are stay followed, and are not tried again before they change', async () => {
    const dropped: string[] = [];
    const refused: Delivery = { kind: 'refused', error: new Error('413') };
    const { follows, chatIn, tell } = desk({
      inTurn: async (where, _, work) => work({ ...chatIn(where), edit: async () => refused }),
      drop: async (id) => {
        dropped.push(id);
      },
    });
    follows('ana');
    await tell(first!, noon);
    expect(dropped).toEqual([]);
  });

  test('that no turn answers any more are posted', async () => {
    const { written, laters, follows, tell } = desk();
    follows('ana', { cardId: null });
    follows('jon', { cardId: null, answerBy: noon });
    await tell(first!, noon);
    expect([written, laters]).toEqual([['post a:ana 1', 'post a:jon 1'], []]);
  });
});

async function followerOf(id: RunId): Promise<Following> {
  const where = chatOf(tenantId, `a:${id}`);
  const reader = { language: 'en', zone: 'UTC' } as const;
  return {
    id,
    where,
    reader,
    cardId: `card ${id}`,
    personId: 'ana' as PersonId,
    shown: null,
    answerBy: null,
    shows: 'run',
  };
}
