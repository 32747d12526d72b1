import { z } from 'zod';
import type { OpenTruth, Scene } from './define.ts';
import { followers, notices, schedulesIn } from './rows.ts';

type Schedule = Awaited<ReturnType<typeof schedulesIn>>[number];

const lastTime = z.object({ at: z.coerce.date(), became: z.string(), run: z.number().nullable() });

/** Two processes that both did it would be as close as this; two times of a schedule are not. */
const twiceWithinMs = 30_000;
const dayMs = 24 * 60 * 60_000;
/** Later than this, it is late. */
const lateAfterMs = 5 * 60_000 + 30_000;

/** A time that has come leads to one run, or its owner is told what became of it. */
export const everyTimeIsKept: OpenTruth = (scene) => ({
  async ends() {
    const { db } = scene.world.store;
    const [asks, told] = [await followers(db), (await notices(db)).map(({ key }) => key)];
    for (const schedule of await schedulesIn(db)) {
      const own = asks.filter(({ ask_key }) => ask_key.startsWith(`schedule:${schedule.id}:`));
      const times = own.map(({ ask_key }) => Date.parse(ask_key.slice(`schedule:${schedule.id}:`.length))).sort();
      onceEach(scene, schedule, times);
      lastIsTold(scene, schedule, { times, told: told.filter((key) => key.includes(schedule.id)) });
    }
  },
});

function onceEach({ world, complain }: Scene, schedule: Schedule, times: number[]): void {
  const { number, tenant_id, due_at, made_at } = schedule;
  // Later times are not waited for.
  const untilMs = Math.min(world.time.nowMs() - twiceWithinMs, made_at.getTime() + dayMs);
  if (due_at && due_at.getTime() < untilMs)
    complain(`schedule ${number} of ${tenant_id} was due at ${due_at.toISOString()}, and nobody looked`);
  if (times.some((at, index) => at - (times[index - 1] ?? Number.NEGATIVE_INFINITY) < twiceWithinMs))
    complain(`schedule ${number} of ${tenant_id} asked twice for the same`);
}

type Known = { times: readonly number[]; told: readonly string[] };

function lastIsTold({ complain }: Scene, { number, tenant_id, action, last }: Schedule, { times, told }: Known): void {
  if (last === null) return;
  const { at, became, run } = lastTime.parse(last);
  const isTold = (kind: string) => told.some((key) => key.startsWith(`${kind}:`));
  const ran = times.at(-1);
  const wrong = (what: string) => complain(`schedule ${number} of ${tenant_id}, ${at.toISOString()}: ${what}`);
  if (became === 'ran' && (run === null || ran === undefined)) wrong('it is said to have run, and no run is there');
  if (became === 'ran' && ran && ran - at.getTime() > lateAfterMs && !isTold('schedule-missed')) wrong('late, unsaid');
  if (became === 'missed' && !isTold('schedule-missed')) wrong('missed, and nobody was told');
  if (became === 'signed-out' && !isTold('schedule-sign-in') && !isTold('schedule-missed')) wrong('left out, unsaid');
  if (became === 'not-planned' && action !== 'sync-payloads') wrong('nothing was planned for it');
}
