import { forgetMe, signIn, signOut, whoAmIOn } from './account.ts';
import { again } from './again.ts';
import { autopilot } from './autopilot.ts';
import { cancel } from './cancel.ts';
import type { Command } from './define.ts';
import { device } from './device.ts';
import { exchange } from './exchange.ts';
import { explain } from './explain.ts';
import { exportHistory } from './export-history.ts';
import { health } from './health.ts';
import { helpOn } from './help.ts';
import { history } from './history.ts';
import { note } from './note.ts';
import { onCall } from './on-call.ts';
import { practice } from './practice.ts';
import { run, runs } from './runs.ts';
import { schedule } from './schedule.ts';
import { schedules } from './schedules.ts';
import { settings } from './settings.ts';
import { syncAutopilot } from './sync-autopilot.ts';
import { syncExchange } from './sync-exchange.ts';
import { syncPayloads } from './sync-payloads.ts';
import type { Topic } from './topic.ts';
import { watch } from './watch.ts';
import { unwatch, watches } from './watches.ts';

/** Everything a person can ask of the bot, in the order and under the titles that help tells it. */
export const topics: readonly Topic[] = [
  { title: 'action.sync-payloads', commands: [syncPayloads, device] },
  { title: 'action.autopilot-sync', commands: [autopilot, syncAutopilot] },
  { title: 'action.exchange-sync', commands: [exchange, syncExchange] },
  { title: 'help.topic.runs', commands: [runs, run, again, cancel, history, exportHistory, note] },
  { title: 'help.topic.later', commands: [schedule, schedules, watch, watches, unwatch, onCall] },
  { title: 'help.topic.you', commands: [health, whoAmIOn(() => commands), settings, signIn, signOut, forgetMe] },
  { title: 'help.topic.more', commands: [explain, practice, helpOn(() => topics)] },
];

export const commands: readonly Command[] = topics.flatMap((topic) => topic.commands);
