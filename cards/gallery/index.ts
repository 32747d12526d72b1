import type { GalleryCard } from './sample.ts';
import { accountSamples } from './samples/account.ts';
import { approvalSamples, declineFormSamples } from './samples/approval.ts';
import { autopilotBoardSamples } from './samples/autopilot-board.ts';
import { autopilotClockSamples } from './samples/autopilot-clock.ts';
import { connectivityGuardSamples } from './samples/connectivity-guard.ts';
import { deviceSamples } from './samples/device.ts';
import { deviceChoiceSamples } from './samples/device-choice.ts';
import { devicePickerSamples } from './samples/device-picker.ts';
import { deviceReadingSamples } from './samples/device-reading.ts';
import { digestSamples } from './samples/digest.ts';
import { exchangeAskSamples } from './samples/exchange-ask.ts';
import { exchangeBoardSamples } from './samples/exchange-board.ts';
import { exchangeListSamples } from './samples/exchange-list.ts';
import { explainSamples } from './samples/explain.ts';
import { healthSamples } from './samples/health.ts';
import { helpSamples } from './samples/help.ts';
import { historySamples } from './samples/history.ts';
import { messageSamples } from './samples/message.ts';
import { notRepeatedSamples } from './samples/not-repeated.ts';
import { noticeSamples } from './samples/notice.ts';
import { payloadBoardSamples } from './samples/payload-board.ts';
import { payloadFormSamples } from './samples/payload-form.ts';
import { payloadPlanSamples } from './samples/payload-plan.ts';
import { refusalCardSamples } from './samples/refusal-card.ts';
import { rulesFormSamples } from './samples/rules-form.ts';
import { runDetailsSamples } from './samples/run-details.ts';
import { runFileSamples } from './samples/run-file.ts';
import { runListSamples } from './samples/run-list.ts';
import { scheduleFormSamples, scheduleListSamples, scheduleSamples } from './samples/schedule.ts';
import { serialsNoteSamples, serialsSamples } from './samples/serials.ts';
import { settingsSamples } from './samples/settings.ts';
import { signInSamples } from './samples/sign-in.ts';
import { signInReminderSamples } from './samples/sign-in-reminder.ts';
import { successorSamples } from './samples/successor.ts';
import { ticketNoteSamples } from './samples/ticket-note.ts';
import { watchListSamples } from './samples/watch-list.ts';

/** What is filled in, from the device to what comes next on it. */
export const payloadForms: readonly GalleryCard[] = [
  deviceSamples,
  devicePickerSamples,
  deviceChoiceSamples,
  deviceReadingSamples,
  payloadFormSamples,
  connectivityGuardSamples,
  payloadPlanSamples,
  successorSamples,
];

/** Every card of the bot in every state, in the order a person meets them. */
export const gallery: readonly GalleryCard[] = [
  helpSamples,
  autopilotClockSamples,
  autopilotBoardSamples,
  serialsSamples,
  serialsNoteSamples,
  ...payloadForms,
  approvalSamples,
  declineFormSamples,
  payloadBoardSamples,
  runDetailsSamples,
  runFileSamples,
  exchangeListSamples,
  exchangeAskSamples,
  exchangeBoardSamples,
  runListSamples,
  historySamples,
  ticketNoteSamples,
  scheduleSamples,
  scheduleFormSamples,
  scheduleListSamples,
  signInReminderSamples,
  watchListSamples,
  noticeSamples,
  digestSamples,
  refusalCardSamples,
  explainSamples,
  notRepeatedSamples,
  messageSamples,
  settingsSamples,
  rulesFormSamples,
  signInSamples,
  accountSamples,
  healthSamples,
];
