import { type AutopilotBoardView, autopilotOver } from './autopilot-board.ts';
import { connectorsOver, type ExchangeBoardView } from './exchange-board.ts';
import type { PayloadBoardView } from './payload-board.ts';
import { payloadsOver } from './payload-over.ts';
import type { OverLines } from './run-frame.ts';
import type { Words } from './words/index.ts';

/** The board of a run that did not come to a good end, for what a message about it says. */
export type OverView =
  | { action: 'autopilot-sync'; board: AutopilotBoardView }
  | { action: 'sync-payloads'; board: PayloadBoardView }
  | { action: 'exchange-sync'; board: ExchangeBoardView };

export function overLines(view: OverView, words: Words): OverLines {
  switch (view.action) {
    case 'autopilot-sync':
      return autopilotOver(view.board, words);
    case 'sync-payloads':
      return payloadsOver(view.board, words);
    case 'exchange-sync':
      return connectorsOver(view.board, words);
  }
}
