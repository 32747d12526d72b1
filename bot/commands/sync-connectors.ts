import { exchangeSync as action, connectorTarget, type ExchangeSync } from '../actions/exchange-sync.ts';
import { type ExchangeConnector, nameOf, type Remaining } from '../finding/connectors.ts';
import type { Refusal } from '../graph/refusal.ts';
import { exchangeAdviceFor } from '../knowledge/exchange-advice.ts';
import { joinKeyFor } from '../runs/joining.ts';
import type { Run } from '../runs/run.ts';
import { messageCard } from '../views/answers.ts';
import { showButton } from '../views/buttons.ts';
import { type ExchangeQuestion, exchangeAskCard, type LeftOut } from '../views/exchange-ask.ts';
import { runsSyncing } from './connector-runs.ts';
import type { Answer, Turn } from './define.ts';
import { readRefused, saidAgain } from './reading.ts';
import { followFor, hereOf, runAnswer, type Shown } from './run-answer.ts';

/** `sure`: what speaks against it has been said, and it was wanted all the same. */
export type SyncHow = Shown & { sync: ExchangeSync; sure: boolean };

/** Asked for already by somebody: joins. Harmless and named: runs. Anything else is asked about first. `gone`: by name. */
export async function syncConnectors(turn: Turn, { connectors, gone }: Remaining, how: SyncHow): Promise<Answer> {
  const key = joinKeyFor(action.name, targetsFor(connectors, how));
  const onItsWay = await turn.desk.runs.findJoinable(turn.from.tenantId, key);
  if (onItsWay) return followed(turn, onItsWay, how);
  const syncing = await runsSyncing(turn, how.sync);
  const busy = connectors.flatMap((connector): Busy[] => {
    const run = syncing.get(connector.id);
    return run ? [{ connector, run }] : [];
  });
  const free = connectors.filter(({ id }) => !syncing.has(id));
  return free.length === 0
    ? busyAnswer(turn, busy, how)
    : syncFree(turn, { free, leftOut: leftOutOf(gone, busy) }, how);
}

const targetsFor = (connectors: readonly ExchangeConnector[], { sync }: SyncHow) =>
  connectors.map((one) => connectorTarget(one, sync));

async function followed(turn: Turn, run: Run, how: SyncHow): Promise<Answer> {
  await turn.desk.runs.join(run, followFor(turn, how));
  return runAnswer(turn, run, how);
}

/** A connector that a run is syncing in the way that is wanted. */
type Busy = { connector: ExchangeConnector; run: Run };

const leftOutOf = (gone: readonly string[], busy: readonly Busy[]): LeftOut[] => [
  ...gone.map((name) => ({ name, run: null })),
  ...busy.map(({ connector, run }) => ({ name: nameOf(connector), run: run.number })),
];

type Free = { free: readonly ExchangeConnector[]; leftOut: readonly LeftOut[] };

/** What is left out is always said before anything starts. */
async function syncFree(turn: Turn, { free, leftOut }: Free, how: SyncHow): Promise<Answer> {
  const { sync } = how;
  const whole = leftOut.length === 0;
  const asked = how.sure && whole ? null : questionFor(free, sync, turn.screen.now);
  if (asked || !whole) return askExchange(turn, asked ?? { kind: 'several', connectors: free, sync }, leftOut);
  const { run, how: begun } = await turn.desk.runs.ask({
    ...{ action, targets: targetsFor(free, how), opening: { kind: 'free' }, booking: null },
    ...followFor(turn, how),
  });
  return runAnswer(turn, run, { ...how, isNew: begun === 'begun' });
}

/** Nothing is left to be asked for: the run that does it is shown, or which runs do. */
function busyAnswer(turn: Turn, busy: readonly Busy[], how: SyncHow): Promise<Answer> | Answer {
  const { words } = turn.screen;
  const byRun = [...Map.groupBy(busy, ({ run }) => run.number).values()];
  const [first, ...others] = byRun.flatMap(([one]) => (one ? [one.run] : []));
  if (first && others.length === 0) return followed(turn, first, how);
  const sentences = byRun.map((ones) => {
    const names = words.list(ones.map(({ connector }) => nameOf(connector)));
    return { key: 'exchange.busy', values: { number: ones[0]?.run.number ?? 0, names } } as const;
  });
  const buttons = byRun.slice(0, mostShown).map(([one]) => showButton(one?.run.number ?? 0, words));
  return { card: messageCard({ title: 'exchange.ask.title', sentences, buttons }, turn.screen), place: 'below' };
}

/** As many buttons as fit on a card. */
const mostShown = 5;

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

export async function askExchange(
  turn: Turn,
  question: ExchangeQuestion,
  leftOut: readonly LeftOut[] = [],
): Promise<Answer> {
  const once = { nonce: turn.desk.newId(), issuedAt: turn.screen.now };
  const { approvals } = await turn.desk.tenantSettings.of(turn.from.tenantId);
  const ask = { question, leftOut, once, approval: approvals.fullSyncs };
  return { card: exchangeAskCard(ask, turn.screen), place: hereOf(turn) };
}

/** What reads on the way to a sync asks for what the sync needs, so that nothing is missing after that. */
export const graphOf = ({ desk, from }: Turn) => desk.graphFor(from, action.scopes.write);

/** Reading was refused: nothing has happened. `said`: what follows the phrase, to be said again. */
export function connectorsRefused(turn: Turn, refusal: Refusal, said: string): Answer {
  const again = saidAgain(turn, action, said);
  return readRefused(turn, { action: action.name, refusal, again, place: 'below', scopes: action.scopes.write });
}
