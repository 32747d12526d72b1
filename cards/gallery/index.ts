import type { GalleryCard } from './sample.ts';
import { accountSamples } from './samples/account.ts';
import { autopilotClockSamples } from './samples/autopilot-clock.ts';
import { healthSamples } from './samples/health.ts';
import { helpSamples } from './samples/help.ts';
import { noteSamples } from './samples/note.ts';
import { refusalCardSamples } from './samples/refusal-card.ts';
import { runBoardSamples } from './samples/run-board.ts';
import { runListSamples } from './samples/run-list.ts';
import { settingsSamples } from './samples/settings.ts';
import { signInSamples } from './samples/sign-in.ts';
import { signInReminderSamples } from './samples/sign-in-reminder.ts';

/** Every card of the bot in every state, in the order a person meets them. */
export const gallery: readonly GalleryCard[] = [
  helpSamples,
  autopilotClockSamples,
  runBoardSamples,
  runListSamples,
  signInReminderSamples,
  refusalCardSamples,
  noteSamples,
  settingsSamples,
  signInSamples,
  accountSamples,
  healthSamples,
];
