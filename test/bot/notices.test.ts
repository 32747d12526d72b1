import { setTimeout as wait } from 'node:timers/promises';
import { type NoticeParts, openTell } from '../../bot/notices.ts';
import type { RunId } from '../../bot/ports.ts';

const [first, other] = ['run 1', 'run 2'] as RunId[];

/** Only how the words about a run are put in order; what they say is seen in the scenarios. */
function telling(work: (id: RunId) => Promise<void>) {
  const parts = {
    findRun: async (id: RunId) => {
      await work(id);
      return null;
    },
  } as unknown as NoticeParts;
  return openTell(parts);
}

describe('words about a run', () => {
  test('are said one after the other, so that an older card never overwrites a newer one', async () => {
    let side = 0;
    const sideBySide: number[] = [];
    const tell = telling(async () => {
      side += 1;
      sideBySide.push(side);
      await wait(10);
      side -= 1;
    });
    await Promise.all([tell(first!), tell(first!), tell(first!)]);
    expect(sideBySide).toEqual([1, 1, 1]);
  });

  test('do not wait for words about another run', async () => {
    const said: string[] = [];
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const tell = telling(async (id) => {
      if (id === first) await released;
      said.push(id);
    });
    const slow = tell(first!);
    await tell(other!);
    expect(said).toEqual(['run 2']);
    release();
    await slow;
    expect(said).toEqual(['run 2', 'run 1']);
  });

  test('that could not be said do not keep the next ones from being said', async () => {
    let failed = false;
    const tell = telling(async () => {
      if (failed) return;
      failed = true;
      throw new Error('the connector is away');
    });
    const [broken, next] = [tell(first!), tell(first!)];
    await expect(broken).rejects.toThrow('the connector is away');
    await expect(next).resolves.toBeUndefined();
  });
});
