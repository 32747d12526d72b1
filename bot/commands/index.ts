import { actionNamed } from '../actions/index.ts';
import { forgetMe, signIn, signOut, whoAmIOn } from './account.ts';
import { autopilot } from './autopilot.ts';
import { cancel } from './cancel.ts';
import type { Command } from './define.ts';
import { health } from './health.ts';
import { helpOn } from './help.ts';
import { practice } from './practice.ts';
import { run, runs } from './runs.ts';
import { settings } from './settings.ts';
import { syncCommand } from './sync.ts';

/** Everything a person can ask of the bot, in the order help tells it. */
export const commands: readonly Command[] = [
  autopilot,
  syncCommand(actionNamed('autopilot-sync'), 'sync-autopilot'),
  runs,
  run,
  cancel,
  settings,
  health,
  whoAmIOn(() => commands),
  signIn,
  signOut,
  forgetMe,
  practice,
  helpOn(() => commands),
];
