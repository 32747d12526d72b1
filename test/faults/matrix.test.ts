import { actions, type Cell, type CellTold, playCells } from './matrix/cell.ts';
import { faults } from './matrix/door.ts';
import { wrongWith } from './matrix/holds.ts';
import { tableOf } from './matrix/table.ts';
import { type FaultyWorld, openFaultyWorld, parts } from './matrix/world.ts';
import { onServer } from './server.ts';

/** `npm run faults -- matrix`: every part fails in every way during every action. Most of its minutes are spent waiting. */

const worlds: Cell[][] = parts.flatMap((part) =>
  actions.map((action) => faults.map((fault) => ({ part, fault, action }))),
);

onServer(
  'whatever fails, in whatever way and during whatever action: it is said, it passes, and nothing is lost or doubled',
  async ({ databases }) => {
    const told = await playAll(databases);
    console.log(tableOf(told));
    const wrong = told.map((one) => ({ ...one, wrong: wrongWith(one) }));
    expect(wrong.filter((one) => one.wrong.length > 0)).toEqual([]);
    expect(told).toHaveLength(parts.length * actions.length * faults.length);
  },
  20 * 60_000,
);

/** Side by side, but opened one after the other: a bot that starts computes for seconds. None is left running, whatever happens. */
async function playAll(databases: string): Promise<CellTold[]> {
  const open: FaultyWorld[] = [];
  const playing: Promise<CellTold[]>[] = [];
  try {
    for (const cells of worlds) {
      const world = await openFaultyWorld(databases);
      open.push(world);
      const told = playCells(cells, world);
      // Looked at below, when all are open.
      told.catch(() => {});
      playing.push(told);
    }
    return (await Promise.all(playing)).flat();
  } finally {
    for (const { close } of open) await close();
    await Promise.allSettled(playing);
  }
}
