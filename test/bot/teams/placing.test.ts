import type { Answer } from '../../../bot/commands/define.ts';
import type { Delivery } from '../../../bot/ports.ts';
import type { LateAnswer } from '../../../bot/ports-writing.ts';
import { type PlacingParts, placed } from '../../../bot/teams/placing.ts';
import { plain } from './door.ts';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** A turn's answer, one conversation, and what came of it, in order. */
function desk(change: Partial<Answer> = {}, { isBoard = true, earlier = false, fails = false, gone = false } = {}) {
  const happened: string[] = [];
  const chat = {
    post: async (): Promise<Delivery> => {
      if (fails) throw new Error('502');
      if (gone) return { kind: 'no-conversation' };
      happened.push('posted');
      return { kind: 'shown', cardId: 'm-1' };
    },
  };
  const parts = {
    log: quiet,
    reachability: {
      stop: async () => void happened.push('stopped'),
      unanswered: async () => void happened.push('told elsewhere'),
    },
    outbox: {
      async inTime(_where: object, _urgent: object, work: (one: typeof chat) => Promise<unknown>) {
        happened.push('enters');
        return work(chat).finally(() => happened.push('leaves'));
      },
    },
    late: {
      keep: async (_: LateAnswer) => void happened.push('kept'),
      waitsIn: async () => earlier,
      dropOlder: async () => {},
    },
  } as unknown as PlacingParts;
  const answer: Answer = {
    card: plain('A board'),
    place: 'below',
    posted: async () => void happened.push('remembered'),
    ...(isBoard ? { late: async () => void happened.push('left to a step') } : {}),
    ...change,
  };
  const shows = () => placed(parts, { answer, replaces: null, withinMs: 1 } as unknown as Parameters<typeof placed>[1]);
  return { happened, shows };
}

test('a message is remembered before anybody else may write in the conversation', async () => {
  const { happened, shows } = desk();
  expect(await shows()).toBe('m-1');
  expect(happened).toEqual(['enters', 'posted', 'remembered', 'leaves']);
});

test('a turn that outlasted its time posts no second board beside the one of the step', async () => {
  const { happened, shows } = desk({ isLate: () => true });
  expect(await shows()).toBeNull();
  expect(happened).toEqual(['enters', 'left to a step', 'leaves']);
});

test('what Teams does not take now is left to a step before anybody else may write there', async () => {
  const { happened, shows } = desk({}, { isBoard: false, fails: true });
  expect(await shows()).toBeNull();
  expect(happened).toEqual(['enters', 'kept', 'leaves']);
});

test('an answer waits for one that was asked for earlier and is still to be sent', async () => {
  const { happened, shows } = desk({}, { isBoard: false, earlier: true });
  expect(await shows()).toBeNull();
  expect(happened).toEqual(['enters', 'kept', 'leaves']);
});

test('a message that was sent is not sent again because it could not be remembered', async () => {
  const { happened, shows } = desk({ posted: () => Promise.reject(new Error('the database is gone')) });
  await expect(shows()).rejects.toThrow('the database is gone');
  expect(happened).toEqual(['enters', 'posted', 'leaves']);
});

test('what cannot be shown there any more is told elsewhere: a board by its steps, anything else by itself', async () => {
  for (const [isBoard, told] of [
    [true, 'stopped'],
    [false, 'told elsewhere'],
  ] as const) {
    const { happened, shows } = desk({}, { isBoard, gone: true });
    expect(await shows()).toBeNull();
    expect(happened).toEqual(['enters', 'leaves', told]);
  }
});
