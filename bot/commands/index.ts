import { forgetMe, signIn, signOut, whoAmIOn } from './account.ts';
import { again } from './again.ts';
import { autopilot } from './autopilot.ts';
import { cancel } from './cancel.ts';
import type { Command } from './define.ts';
import { device } from './device.ts';
import { exchange } from './exchange.ts';
import { explain } from './explain.ts';
import { health } from './health.ts';
import { helpOn } from './help.ts';
import { note } from './note.ts';
import { practice } from './practice.ts';
import { run, runs } from './runs.ts';
import { schedule } from './schedule.ts';
import { schedules } from './schedules.ts';
import { settings } from './settings.ts';
import { syncAutopilot } from './sync-autopilot.ts';
import { syncExchange } from './sync-exchange.ts';
import { syncPayloads } from './sync-payloads.ts';

/** Everything a person can ask of the bot, in the order help tells it. */
export const commands: readonly Command[] = [
  syncPayloads,
  device,
  autopilot,
  syncAutopilot,
  exchange,
  syncExchange,
  again,
  runs,
  run,
  cancel,
  note,
  schedule,
  schedules,
  explain,
  settings,
  health,
  whoAmIOn(() => commands),
  signIn,
  signOut,
  forgetMe,
  practice,
  helpOn(() => commands),
];
