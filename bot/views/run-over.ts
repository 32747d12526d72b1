import type { PressButton } from '../../cards/kit/press-button.ts';
import type { Press } from '../../cards/press.ts';
import type { OverView } from '../../cards/run-over.ts';
import type { PersonId } from '../ports.ts';
import type { Run } from '../runs/run.ts';
import { autopilotRunView } from './autopilot-run.ts';
import { exchangeView } from './exchange-run.ts';
import { payloadView } from './payload-run.ts';
import { nobodyWaits } from './run-reader.ts';
import type { Screen } from './screen.ts';

/** A run that is over, and who reads of it; null: several people do. */
export type Ended = { run: Run; reader: PersonId | null };

/** As its board stands. */
export function overViewOf({ run, reader: id }: Ended, screen: Screen): OverView {
  const reader = { id, waiting: nobodyWaits };
  const { action } = run;
  switch (action) {
    case 'autopilot-sync':
      return { action, board: autopilotRunView(run, reader, screen) };
    case 'sync-payloads':
      return { action, board: payloadView(run, reader, screen) };
    case 'exchange-sync':
      return { action, board: exchangeView(run, reader, screen) };
  }
}

/** What helps where a run went wrong; the same buttons, so that the first press counts wherever it is made. */
const helps: ReadonlySet<Press['press']> = new Set<Press['press']>(['start', 'book', 'again', 'watch']);

export const offersOf = ({ board }: OverView): PressButton[] =>
  board.buttons.filter(({ press }) => helps.has(press.press));
