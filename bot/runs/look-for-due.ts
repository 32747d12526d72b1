import { type Lane, lanes } from './lanes.ts';

/** What of the queue is needed to ask its database. */
type Asked = {
  getDb(): { executeSql(text: string, values: unknown[]): Promise<{ rows: { lane: Lane }[] }> };
  emit(event: 'error', error: Error): unknown;
};

export type Looking = { stop(): Promise<void> };
type How = { everyMs: number; wake(lane: Lane): void };

/** Wakes the lanes in which something is due. One question is for all of them: a bot that rests asks its database for next to nothing. */
export function lookForDue(boss: Asked, { everyMs, wake }: How): Looking {
  let asking: Promise<void> | null = null;
  const look = async () => {
    const { rows } = await boss.getDb().executeSql(lanesDue, [lanes]);
    for (const { lane } of rows) wake(lane);
  };
  const timer = setInterval(() => {
    asking ??= look()
      .catch((error) => {
        boss.emit('error', error);
      })
      .finally(() => {
        asking = null;
      });
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await asking;
    },
  };
}

const lanesDue = `
  select wanted.lane from unnest($1::text[]) as wanted (lane)
  where exists (
    select from pgboss.job as j
    where j.name = wanted.lane and j.state < 'active' and not j.blocked and j.start_after <= pgboss.job_now())`;
