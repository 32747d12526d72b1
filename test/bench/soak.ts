/** 10,000 open watches over 2,000 devices for ten scaled minutes: memory, looks a round, and every notice once. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { watchStep } from '../../bot/watches/step.ts';
import { atMost, sayGoals } from './goals.ts';
import { openSoakGraph } from './soak-graph.ts';
import { beginAll, openSoakWatches, type SoakWatches } from './soak-watches.ts';

type Options = { minutes: number; devices: number; watchers: number; checkIns: number };

export async function soak({ minutes, devices, watchers, checkIns }: Options): Promise<void> {
  const clock = turnedByHand();
  const ids = Array.from({ length: devices }, (_, index) => `d${String(index).padStart(5, '0')}`);
  const graph = await openSoakGraph(ids, clock);
  const watches = await openSoakWatches(graph, clock);
  await beginAll(watches, ids, watchers);
  await round(watches, clock);
  graph.requests();
  const [before, looks]: [number, number[]] = [heldMb(), []];
  const expected = new Set<string>();
  for (let minute = 0; minute < minutes; minute++) {
    for (const id of ids.slice(minute * checkIns, (minute + 1) * checkIns)) {
      graph.checksIn(id);
      expected.add(id);
    }
    await round(watches, clock);
    looks.push(graph.requests());
  }
  // What has just happened is seen at the next look, minutes later.
  for (let minute = 0; minute < nextLookMinutes; minute++) {
    await round(watches, clock);
    looks.push(graph.requests());
  }
  const told = await toldIn(watches);
  const held = heldMb();
  await watches.close();
  await graph.close();
  sayAndJudge({ looks, before, held, told, wanted: expected.size * watchers, devices, watchers });
}

/** The longest distance of looks at what has been quiet for some minutes, and a half. */
const nextLookMinutes = 8;

/** Stands still but where it is turned. */
function turnedByHand() {
  let at = Date.parse('2026-03-02T12:00:00Z');
  return { now: () => new Date(at), turn: (ms: number) => (at += ms) };
}

/** A minute passes, and whatever is due by then is looked at. */
async function round({ parts, store, tenantId }: SoakWatches, clock: ReturnType<typeof turnedByHand>): Promise<void> {
  clock.turn(60_000);
  for (;;) {
    const due = await store.db
      .selectFrom('watched')
      .select('key')
      .where('tenant_id', '=', tenantId)
      .where('due_at', '<=', clock.now())
      .limit(1)
      .execute();
    if (due.length === 0) return;
    await watchStep(parts, { tenantId });
  }
}

/** All there are, and by how many different watches. */
async function toldIn({ store, tenantId }: SoakWatches): Promise<{ all: number; different: number }> {
  const rows = await store.db.selectFrom('notice').select('content').where('tenant_id', '=', tenantId).execute();
  const numbers = rows.map(({ content }) => (content as { watch: number }).watch);
  return { all: numbers.length, different: new Set(numbers).size };
}

function heldMb(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

type Measured = {
  looks: readonly number[];
  before: number;
  held: number;
  told: { all: number; different: number };
  wanted: number;
  devices: number;
  watchers: number;
};

/** A little is kept for good, such as prepared messages and connections. */
const growsAtMost = 1.2;

function sayAndJudge({ looks, before, held, told, wanted, devices, watchers }: Measured): void {
  console.log(`${devices * watchers} watches of ${devices} devices, ${looks.length} scaled minutes`);
  sayGoals('soak', [
    atMost('requests a round', Math.max(...looks), devices / 20),
    atMost('heap by before', held / before, growsAtMost),
    atMost('notices lost', wanted - told.different, 0),
    atMost('notices doubled', told.all - told.different, 0),
  ]);
}
