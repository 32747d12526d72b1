import { exchangeSync as action, connectorTarget, type ExchangeSync } from '../actions/exchange-sync.ts';
import type { ExchangeConnector } from '../finding/connectors.ts';
import type { Refusal } from '../graph/refusal.ts';
import { exchangeAdviceFor } from '../knowledge/exchange-advice.ts';
import { joinKeyFor } from '../runs/joining.ts';
import { type ExchangeQuestion, exchangeAskCard } from '../views/exchange-ask.ts';
import type { Answer, Turn } from './define.ts';
import { readRefused } from './reading.ts';
import { followFor, runAnswer, type Shown } from './run-answer.ts';

/** `sure`: what speaks against it has been said, and it was wanted all the same. */
export type SyncHow = Shown & { sync: ExchangeSync; sure: boolean };

/** Asked for already by somebody: joins. Harmless and named: runs. Anything else is asked about first. */
export async function syncConnectors(
  turn: Turn,
  connectors: readonly ExchangeConnector[],
  how: SyncHow,
): Promise<Answer> {
  const { runs } = turn.desk;
  const targets = connectors.map((one) => connectorTarget(one, how.sync));
  const onItsWay = await runs.onItsWay(turn.from.tenantId, joinKeyFor(action.name, targets));
  if (onItsWay) {
    await runs.follow(onItsWay, followFor(turn, how));
    return runAnswer(turn, onItsWay, how);
  }
  const question = how.sure ? null : questionFor(connectors, how.sync, turn.screen.now);
  if (question) return askExchange(turn, question);
  const { run } = await runs.ask({
    ...{ action, targets, opening: { kind: 'free' }, booking: null },
    ...followFor(turn, how),
  });
  return runAnswer(turn, run, how);
}

/** What has to be said before; null where it can just be done. */
export function questionFor(
  connectors: readonly ExchangeConnector[],
  sync: ExchangeSync,
  now: Date,
): ExchangeQuestion | null {
  const [connector, ...others] = connectors;
  if (!connector || others.length > 0) return { kind: 'several', connectors, sync };
  const advice = exchangeAdviceFor(connector, now);
  if (advice === 'mend') return { kind: 'disconnected', connector, sync };
  if (sync === 'full') return { kind: 'full', connector };
  return advice === 'full' ? { kind: 'advice', connector } : null;
}

export function askExchange(turn: Turn, question: ExchangeQuestion): Answer {
  const once = { nonce: turn.desk.newId(), issuedAt: turn.screen.now };
  return { card: exchangeAskCard(question, once, turn.screen), place: turn.cardId ? 'here' : 'below' };
}

/** What reads on the way to a sync asks for what the sync needs, so that nothing is missing after that. */
export const graphOf = ({ desk, from }: Turn) => desk.graphFor(from, action.scopes.write);

/** Reading was refused: nothing has happened. `said`: what follows the phrase, to be said again. */
export function connectorsRefused(turn: Turn, refusal: Refusal, said: string): Answer {
  const again = `${action.phrases[turn.screen.words.language][0]} ${said}`.slice(0, longestSaid).trim();
  return readRefused(turn, { action: action.name, refusal, again, place: 'below', scopes: action.scopes.write });
}

/** As long as a button that types for somebody can carry. */
const longestSaid = 200;
