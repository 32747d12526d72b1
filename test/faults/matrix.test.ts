import { actions, type Cell, type CellTold, playCells } from './matrix/cell.ts';
import { faults } from './matrix/door.ts';
import { wrongWith } from './matrix/holds.ts';
import { tableOf } from './matrix/table.ts';
import { openFaultyWorld, parts } from './matrix/world.ts';
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

/** Side by side, but opened one after the other: a bot that starts computes for seconds. */
async function playAll(databases: string): Promise<CellTold[]> {
  const playing: Promise<CellTold[]>[] = [];
  for (const cells of worlds) playing.push(playCells(cells, await openFaultyWorld(databases)));
  return (await Promise.all(playing)).flat();
}
