/** Steps of the bot that wait until what is measured is over, and what they set off. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Server } from './candidates.ts';
import type { Tenant } from './tenant.ts';

/** Long enough for a card to be edited, and short enough that what a quiet bot costs does not count. */
const stillMs = 250;

export async function untilStill(connector: Server, forMs = stillMs): Promise<void> {
  for (let last = -1, now = 0; now !== last; await wait(forMs))
    [last, now] = [now, await connector.ask<number>('taken')];
}

const releasedWithinMs = 20_000;
/** What is told together is told within two seconds. */
export const toldWithinMs = 2_500;

/** The queue looks once a second for what nobody told it of. */
export async function releaseSteps({ bot, graph, connector }: Tenant, starts: number): Promise<void> {
  await bot.server.ask('holdSteps', false);
  const until = performance.now() + releasedWithinMs;
  while ((await graph.ask<number>('starts')) < starts && performance.now() < until) await wait(stillMs);
  await untilStill(connector, toldWithinMs);
}
