import { openTell } from '../../bot/boards.ts';
import type { BoardParts } from '../../bot/following.ts';
import { tracing } from '../../bot/log.ts';
import type { CardJson, Conversation, Delivery, RunId } from '../../bot/ports.ts';
import type { OpenChat } from '../../bot/ports-writing.ts';
import { signedInAgain, signInPatienceMs } from '../../bot/runs/parking.ts';
import type { Run, RunTarget } from '../../bot/runs/run.ts';
import { openRemind } from '../../bot/sign-in-reminder.ts';
import { addCard } from '../../bot/store/added-cards.ts';
import { addFollower, dropFollower, followersOf, wasAsked } from '../../bot/store/followers.ts';
import { openStore, type Store } from '../../bot/store/open.ts';
import { saveConversation, savePerson } from '../../bot/store/people.ts';
import { readRun } from '../../bot/store/run-reading.ts';
import { saveTarget } from '../../bot/store/run-targets.ts';
import { findRun } from '../../bot/store/runs.ts';
import { saveShown, standingOf } from '../../bot/store/standing.ts';
import { waitingFor } from '../../bot/store/waiting.ts';
import { openLexicon } from '../../cards/words/index.ts';
import { noTracing } from '../helpers/meter.ts';
import { readyMemory } from '../helpers/ready.ts';
import { hour, later, minute, needsConsent, noon, second, signedOut, waiting } from './runs/samples.ts';
import { chatOf, heard, newTenant, personOf, written } from './store/samples.ts';

describe('a run that waits for its asker to sign in', () => {
  let store: Store;
  let posted: { where: Conversation; card: CardJson }[];
  let edited: { cardId: string; card: CardJson }[];
  let delivers: (where: Conversation) => Delivery | Error | null;
  let complaints: string[];
  let shown: Date[];
  let parts: BoardParts;

  beforeAll(async () => {
    store = await openStore(await readyMemory());
  });
  afterAll(() => store.close());
  beforeEach(() => {
    [posted, edited, complaints, shown] = [[], [], [], []];
    delivers = () => null;
    const { db } = store;
    const lexicon = openLexicon();
    const warn = (_: object, message: string) => complaints.push(message);
    const chatIn = (where: Conversation): OpenChat => ({
      async post(card) {
        const instead = delivers(where);
        if (instead instanceof Error) throw instead;
        if (instead) return instead;
        posted.push({ where, card });
        return { kind: 'shown', cardId: `m-${posted.length}` };
      },
      async edit(cardId, card) {
        edited.push({ cardId, card });
        return { kind: 'shown', cardId };
      },
    });
    parts = {
      inTurn: (where, _, work) => work(chatIn(where)),
      now: () => noon,
      read: (id) => readRun(db, id),
      standing: ({ id, where }) => standingOf(db, where, id),
      tellLater: async () => {},
      log: { debug() {}, info() {}, warn, error: warn },
      tracing: noTracing,
      shown: (changedAt) => shown.push(changedAt),
      findRun: (id) => findRun(db, id),
      followers: (id) => followersOf(db, id),
      waiting: (id) => waitingFor(db, id),
      saveShown: (id, shown) => saveShown(db, id, shown),
      stop: async () => {},
      drop: (id) => dropFollower(db, id),
      wasAsked: (tenantId, askKey) => wasAsked(db, tenantId, askKey),
      addCard: (run, card) => db.transaction().execute((tx) => addCard(tx, run, { ...card, askedAt: noon })),
      screen: ({ language, zone }) => ({ words: lexicon(language, zone), now: noon, practice: false }),
    };
  });

  const deadline = later(signInPatienceMs);
  const parkedTarget = (change: Partial<RunTarget> = {}) =>
    waiting({ blind: signedOut, lookUntil: deadline, dueAt: deadline, ...change });

  type Asks = { name?: string; where?: Partial<Conversation>; language?: 'en' | 'ru' };

  async function asks({ id, tenantId }: Run, { name = 'Ana Ruiz', where, language = 'en' }: Asks = {}) {
    const chat = { ...chatOf(tenantId, `a:${name}`), ...where };
    const person = personOf(tenantId, name);
    await savePerson(store.db, person, { ...heard, language });
    await saveConversation(store.db, chat);
    const cardId = `board of ${name} in ${chat.kind}`;
    const one = {
      runId: id,
      tenantId,
      personId: person.id,
      conversationId: chat.id,
      askedAt: noon,
      cardId,
      answerBy: null,
    };
    await store.db.transaction().execute((tx) => addFollower(tx, { ...one, askKey: cardId }));
  }

  const group = { id: '19:group', kind: 'groupChat' } as const;
  const parked = (change: Partial<RunTarget> = {}) => written(store, newTenant(), { targets: [parkedTarget(change)] });

  async function becomes(run: Run, change: (target: RunTarget) => RunTarget) {
    const before = (await findRun(store.db, run.id))?.targets[0];
    if (!before) throw new Error('the run is gone');
    await store.db.transaction().execute((tx) => saveTarget(tx, run.id, { before, after: change(before) }));
  }

  const remind = (run: Run) => openRemind(parts)(run.id);
  const textOf = (index = 0) => posted[index]?.card.fallbackText ?? '';

  test('tells them in a new message what waits, why, until when, and what happens otherwise', async () => {
    const run = await parked();
    await asks(run);
    await remind(run);
    expect(posted.map(({ where }) => where.id)).toEqual(['a:Ana Ruiz']);
    expect(textOf()).toBe(
      [
        'Run 1 waits for you',
        'Autopilot sync, asked for at 13:00 (12:00 UTC).',
        'You are not signed in, so I could not ask Intune in your name.',
        'Nothing has begun yet. I wait until 21:00 (20:00 UTC); after that the run ends and nothing is started.',
        'Press “Sign in”. What you asked for then goes on by itself.',
        '[Sign in] [Cancel run 1]',
      ].join('\n'),
    );
  });

  test('tells them once, however often the step is done', async () => {
    const run = await parked();
    await asks(run);
    for (const _ of [1, 2, 3]) await remind(run);
    expect(posted).toHaveLength(1);
  });

  test('tells them again if it waits a second time', async () => {
    const run = await parked();
    await asks(run);
    await remind(run);
    const second = later(hour, deadline);
    await becomes(run, (target) => ({
      ...parkedTarget({ blind: needsConsent, lookUntil: second, dueAt: second }),
      revision: target.revision + 1,
    }));
    await remind(run);
    expect(posted).toHaveLength(2);
    expect(textOf(1)).toContain('Your organisation has not yet allowed me');
  });

  test('tells nobody if they have signed in meanwhile', async () => {
    const run = await parked();
    await asks(run);
    await becomes(run, (target) => signedInAgain(target, later(minute)));
    await remind(run);
    expect(posted).toEqual([]);
  });

  test('of a run that is gone, nobody is told', async () => {
    await openRemind(parts)('00000000-0000-4000-8000-000000000000' as RunId);
    expect(posted).toEqual([]);
  });

  test('prefers a chat that nobody else reads', async () => {
    const run = await parked();
    await asks(run, { where: group });
    await asks(run);
    await remind(run);
    expect(posted.map(({ where }) => where.kind)).toEqual(['personal']);
  });

  test('names them where others read it too, and offers the button to whoever it concerns', async () => {
    const run = await parked();
    await asks(run, { where: group });
    await remind(run);
    expect(posted.map(({ where }) => where.id)).toEqual([group.id]);
    expect(textOf()).toContain('Run 1 waits for a sign-in');
    expect(textOf()).toContain('Ana Ruiz is not signed in');
    expect(textOf()).toContain('[Sign in]');
    expect(textOf()).not.toMatch(/\byou\b|\byour\b/i);
  });

  test('never tells it in a chat of others who wait for the same run', async () => {
    const run = await parked();
    await asks(run, { name: 'Jon Vik' });
    await remind(run);
    expect(posted).toEqual([]);
    expect(complaints).toEqual(['nobody could be told that a run waits for a sign-in']);
  });

  test('tells it in their language', async () => {
    const run = await parked();
    await asks(run, { language: 'ru' });
    await remind(run);
    expect(textOf()).toContain('Запуск 1 ждёт вашего входа');
  });

  test('tries another place where one is gone', async () => {
    const run = await parked();
    await asks(run);
    await asks(run, { where: group });
    delivers = ({ kind }) => (kind === 'personal' ? { kind: 'no-conversation' } : null);
    await remind(run);
    expect(posted.map(({ where }) => where.kind)).toEqual(['groupChat']);
  });

  test('leaves it to the queue to try again while Teams is away', async () => {
    const run = await parked();
    await asks(run);
    delivers = () => new Error('the connector is away');
    await expect(remind(run)).rejects.toThrow('away');
    delivers = () => null;
    await remind(run);
    expect(posted).toHaveLength(1);
  });

  test('cannot be taken back any more once it has begun', async () => {
    const run = await parked({ state: 'following', startedAt: noon });
    await asks(run);
    await remind(run);
    expect(textOf()).toMatch(/\[Sign in\]$/);
    expect(textOf()).toContain('It goes on in Intune, but I can no longer look at it.');
  });

  test('shows its board in place of the reminder as soon as it goes on, and not before', async () => {
    const run = await parked();
    await asks(run);
    await remind(run);
    await openTell(parts)(run.id, noon);
    expect(edited.map(({ cardId }) => cardId)).toEqual(['board of Ana Ruiz in personal']);
    expect(edited[0]?.card.fallbackText).toContain('Waiting for you');
    await becomes(run, (target) => signedInAgain(target, later(minute)));
    await openTell(parts)(run.id, noon);
    const since = edited.slice(1);
    expect(since.map(({ cardId }) => cardId).toSorted()).toEqual(['board of Ana Ruiz in personal', 'm-1']);
    for (const { card } of since) expect(card.fallbackText).toContain('Starting');
    expect(posted).toHaveLength(1);
  });

  test('a card that shows a change tells how late it does, by the first change it shows; one that shows it already tells nothing', async () => {
    const run = await parked();
    await asks(run);
    const tell = openTell(parts);
    await Promise.all([tell(run.id, later(second)), tell(run.id, later(minute))]);
    expect(shown).toEqual([later(second)]);
    await tell(run.id, later(hour));
    expect(shown).toHaveLength(1);
    await becomes(run, (target) => signedInAgain(target, later(minute)));
    await tell(run.id, later(2 * hour));
    expect(shown).toEqual([later(second), later(2 * hour)]);
  });

  test('whatever is shown or posted of a run is logged under its own id', async () => {
    const traces: (string | null)[] = [];
    const { inTurn } = parts;
    const noting =
      <G extends unknown[], T>(does: (...given: G) => T) =>
      (...given: G) => {
        traces.push(tracing.current());
        return does(...given);
      };
    parts = {
      ...parts,
      tracing,
      inTurn: (where, rank, work) =>
        inTurn(where, rank, ({ post, edit }) => work({ post: noting(post), edit: noting(edit) })),
    };
    const run = await written(store, newTenant(), { targets: [parkedTarget()], trace: 'ana' });
    await asks(run);
    await tracing.traced('another run', async () => {
      await openTell(parts)(run.id, noon);
      await remind(run);
    });
    expect(traces).toEqual(['ana', 'ana']);
  });

  test('offers others to do it in their own name instead of waiting', async () => {
    const run = await parked();
    await asks(run);
    await asks(run, { name: 'Jon Vik' });
    await asks(run, { where: group });
    await openTell(parts)(run.id, noon);
    const boardOf = (name: string) => edited.find(({ cardId }) => cardId === name)?.card.fallbackText ?? '';
    expect(boardOf('board of Ana Ruiz in personal')).toMatch(/\[Sign in\] (?!\[Do it in my name\])/);
    expect(boardOf('board of Jon Vik in personal')).toContain('Ana Ruiz is not signed in');
    expect(boardOf('board of Jon Vik in personal')).toMatch(/\[Do it in my name\].*\[Stop telling me\]$/);
    expect(boardOf('board of Jon Vik in personal')).not.toContain('[Sign in]');
    expect(boardOf('board of Ana Ruiz in groupChat')).toMatch(/\[Sign in\] \[Do it in my name\].*\[Cancel run 1\]$/);
  });
});
