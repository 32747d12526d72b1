import type { PressOf } from '../../cards/press.ts';
import type { ExchangeSync } from '../actions/exchange-sync.ts';
import { allConnectors, connectorsById } from '../finding/connectors.ts';
import type { Run } from '../runs/run.ts';
import { connectorCanBeRepeated, wishOf } from '../views/exchange-run.ts';
import type { Answer, Turn } from './define.ts';
import { syncWords } from './exchange-words.ts';
import { reading } from './reading.ts';
import { askKeyOf, runAnswer, type Shown } from './run-answer.ts';
import { nothingToRepeat } from './runs.ts';
import { askExchange, connectorsRefused, graphOf, syncConnectors } from './sync-connectors.ts';

const shownFor = (turn: Turn, nonce: string): Shown => ({ place: 'here', askKey: askKeyOf(turn, nonce) });

/** A button for some connectors, of the list or of a question. */
export const exchangePressed = (
  turn: Turn,
  { connector, sync, sure, nonce }: PressOf<'exchange-sync'>,
): Promise<Answer> => syncById(turn, { ids: idsIn(connector), sync, sure }, shownFor(turn, nonce));

const idsIn = (connectors: string) => [...new Set(connectors.split(',').filter((id) => id !== ''))].slice(0, mostIds);
/** More than any tenant has. */
const mostIds = 50;

/** The form came back, perhaps not filled in. */
export async function exchangePicked(
  turn: Turn,
  { connector, sync, nonce }: PressOf<'exchange-pick'>,
): Promise<Answer> {
  if (connector && sync) return syncById(turn, { ids: [connector], sync, sure: false }, shownFor(turn, nonce));
  const read = await reading(() => allConnectors(graphOf(turn)));
  if (read.kind === 'refused') return connectorsRefused(turn, read.refusal, '');
  const chosen = { connector: connector ?? null, sync: sync ?? null, incomplete: true };
  return askExchange(turn, { kind: 'missing', connectors: read.value, ...chosen });
}

type Named = { ids: readonly string[]; sync: ExchangeSync; sure: boolean; labels?: ReadonlyMap<string, string> };

/** They are read again: what a button names may have changed, or be gone. `labels`: what those were called. */
async function syncById(turn: Turn, { ids, sync, sure, labels }: Named, shown: Shown): Promise<Answer> {
  const earlier = await turn.desk.runs.findByAskKey(turn.from.tenantId, shown.askKey);
  if (earlier) return runAnswer(turn, earlier, shown);
  const read = await reading(() => connectorsById(graphOf(turn), ids));
  if (read.kind === 'read') {
    const gone = read.value.gone.map((id) => labels?.get(id) ?? id);
    return syncConnectors(turn, { ...read.value, gone }, { ...shown, sync, sure });
  }
  const said = [...ids, syncWords[turn.screen.words.language][sync]].join(', ');
  return connectorsRefused(turn, read.refusal, said);
}

type Again = { only: 'all' | 'failed'; askKey: string };

/** The same connectors once more, or those among them that a repeat can help; below, because the board is everybody's. Whoever typed it is asked as the first time. */
export function againExchange(turn: Turn, run: Run, { only, askKey }: Again): Promise<Answer> | Answer {
  const targets = only === 'all' ? run.targets : run.targets.filter(connectorCanBeRepeated);
  const [first] = targets;
  if (!first) return nothingToRepeat(turn, run);
  const ids = targets.map(({ target }) => target.id);
  const labels = new Map(targets.map(({ target }) => [target.id, target.label ?? target.id]));
  const named = { ids, labels, sync: wishOf(first).sync, sure: turn.cardId !== null };
  return syncById({ ...turn, cardId: null }, named, { askKey, place: 'below' });
}
