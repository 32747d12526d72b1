import { z } from 'zod';
import type { PersonId } from '../../../bot/ports.ts';
import type { Message } from '../teams.ts';
import type { OpenTruth, Scene } from './define.ts';
import { notices, runWatches } from './rows.ts';

type Notice = Awaited<ReturnType<typeof notices>>[number];

const ofWatch = z.object({ kind: z.literal('watch'), watch: z.number(), news: z.unknown() });

/** What was to be told is told where it belongs, once, and not in hours in which somebody wants no messages. */
export const noticesAreTold: OpenTruth = (scene) => {
  const choices: Choices = [];
  return {
    chooses: ({ id }) => choices.push({ personId: id, at: scene.world.time.now() }),
    async ends() {
      const { world, complain } = scene;
      const all = await notices(world.store.db);
      for (const notice of all) isTold(scene, notice, choices);
      for (const same of Map.groupBy(all, newsOf).values()) noneTwice(scene, same);
      for (const { number, tenant_id, state, run_tenant_id, ended_at } of await runWatches(world.store.db)) {
        if (tenant_id !== run_tenant_id) complain(`watch ${number} watches a run of another tenant`);
        if (state !== 'ended' && ended_at) complain(`watch ${number} of ${tenant_id} goes on, and its run is over`);
      }
    },
  };
};

/** Until then somebody wanted to read otherwise, and maybe at other hours. */
type Choices = { personId: PersonId; at: Date }[];

function isTold({ world, complain }: Scene, notice: Notice, choices: Choices): void {
  const { key, state, card_id, tenant_id, due_at, conversation_id } = notice;
  const isLater = due_at !== null && due_at.getTime() > world.time.nowMs();
  if (state !== 'posted' && isLater) return;
  const message = world.teams.messages().find(({ id }) => id === card_id);
  if (message?.where.id !== conversation_id || message.where.tenantId !== tenant_id)
    complain(`${key} of ${tenant_id} was told nowhere, or to others: ${state}`);
  else if (isInQuiet(notice, message, choices)) complain(`${notice.name} was told of ${key} in quiet hours`);
}

/** From just before they began, or were chosen, a message may still have been on its way. */
const onItsWayMs = 15_000;

function isInQuiet(
  { person_id, quiet, zone, heard_zone, key }: Notice,
  { postedAt }: Message,
  choices: Choices,
): boolean {
  // A warning that would come too late otherwise.
  if (quiet === null || key.startsWith('schedule-sign-in')) return false;
  const leftBy = postedAt.getTime() - onItsWayMs;
  if (choices.some(({ personId, at }) => personId === person_id && at.getTime() >= leftBy)) return false;
  const [from = '', to = ''] = quiet.split('-');
  const isQuiet = (at: Date) => {
    const time = at.toLocaleTimeString('en-GB', { timeZone: zone ?? heard_zone, hour: '2-digit', minute: '2-digit' });
    return from < to ? time >= from && time < to : time >= from || time < to;
  };
  return isQuiet(postedAt) && isQuiet(new Date(leftBy));
}

const newsOf = ({ tenant_id, content }: Notice) => `${tenant_id} ${ofWatch.safeParse(content).data?.watch ?? 'none'}`;

/** The news of one watch, the earliest first. */
function noneTwice({ complain }: Scene, same: readonly Notice[]): void {
  const news = same.flatMap(({ content }) => ofWatch.safeParse(content).data ?? []);
  for (const [index, { watch, news: told }] of news.entries())
    if (index > 0 && JSON.stringify(told) === JSON.stringify(news[index - 1]?.news))
      complain(`watch ${watch} of ${same[0]?.tenant_id} told the same twice: ${JSON.stringify(told)}`);
}
