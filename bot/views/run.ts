import type { AnyStatus } from '../../cards/run-status.ts';
import { signInReminder } from '../../cards/sign-in-reminder.ts';
import type { CardJson } from '../ports.ts';
import type { Run } from '../runs/run.ts';
import { autopilotRunCard, autopilotStatusFor } from './autopilot-run.ts';
import { exchangeRunCard, exchangeStatusFor } from './exchange-run.ts';
import { payloadRunCard } from './payload-run.ts';
import { signInButtonsFor } from './run-buttons.ts';
import type { RunReader } from './run-reader.ts';
import { asJson, type Screen } from './screen.ts';
import { targetsStatusFor } from './targets-status.ts';

/** The board of a run, in the way of its action. */
export function runCard(run: Run, reader: RunReader, screen: Screen): CardJson {
  switch (run.action) {
    case 'autopilot-sync':
      return autopilotRunCard(run, reader, screen);
    case 'sync-payloads':
      return payloadRunCard(run, reader, screen);
    case 'exchange-sync':
      return exchangeRunCard(run, reader, screen);
  }
}

/** How a run stands, in the way of its action. */
export function statusOf(run: Run): AnyStatus {
  switch (run.action) {
    case 'autopilot-sync':
      return autopilotStatusFor(run);
    case 'sync-payloads':
      return targetsStatusFor(run);
    case 'exchange-sync':
      return exchangeStatusFor(run);
  }
}

/** A message of its own to somebody who has to sign in; null where the run does not wait for them. */
export function reminderCard(run: Run, reader: Pick<RunReader, 'id'>, screen: Screen): CardJson | null {
  const status = statusOf(run);
  if (status.kind !== 'sign-in') return null;
  const { words, practice, now } = screen;
  const view = {
    ...{ practice, now, number: run.number, askedAt: run.askedAt },
    ...{ need: status.need, begun: status.begun, until: status.until },
    title: words.say(`action.${run.action}`),
    asker: run.asker.name,
    readerIsAsker: reader.id === run.asker.id,
    buttons: signInButtonsFor({ run, reader }, status, words).flat(),
  };
  return asJson(signInReminder(view, words));
}
