import { exchangeSync as action } from '../actions/exchange-sync.ts';
import { allConnectors, type ExchangeConnector, type Meant, meantAmong, nameOf } from '../finding/connectors.ts';
import { messageCard } from '../views/answers.ts';
import { sayButton } from '../views/buttons.ts';
import type { Answer, Command, Turn } from './define.ts';
import { connectorsAnswer } from './exchange.ts';
import { type ExchangeSaid, exchangeSaid } from './exchange-words.ts';
import { reading, saidAgain } from './reading.ts';
import { runAnswer } from './run-answer.ts';
import { askLater } from './schedules/later.ts';
import { isTimed, type ScheduleSaid, scheduleSaid } from './schedules/words.ts';
import { connectorsWork } from './schedules/work.ts';
import { askExchange, connectorsRefused, graphOf, syncConnectors } from './sync-connectors.ts';

/** Quick of one that is named runs at once; a full one, and several, are asked about; what is missing becomes a form. */
export const syncExchange: Command = {
  name: 'sync-exchange',
  phrases: action.phrases,
  takes: 'as-typed',
  about: 'command.sync-exchange',
  examples: 'help.on.sync-exchange',
  menu: 'everywhere',
  scopes: action.scopes.write,
  run: exchangeAnswer,
};

async function exchangeAnswer(turn: Turn, typed: string): Promise<Answer> {
  const earlier = await turn.desk.runs.findByAskKey(turn.from.tenantId, turn.key);
  if (earlier) return runAnswer(turn, earlier, { place: 'below', askKey: turn.key });
  const read = await reading(() => allConnectors(graphOf(turn)));
  if (read.kind === 'refused') return connectorsRefused(turn, read.refusal, typed);
  return syncAmong(turn, read.value, typed);
}

/** `sync EX01 delta` is said as of a device; null where no connector is called so. */
export async function connectorAnswer(turn: Turn, typed: string): Promise<Answer | null> {
  const said = exchangeSaid(typed);
  // Nobody says "all" with "full" or "quick" of devices.
  const isOfAll = said.all && said.sync !== null;
  if (said.names.length === 0 && !isOfAll) return null;
  const read = await reading(() => allConnectors(graphOf(turn)));
  if (read.kind === 'refused') return null;
  const { kind } = meantAmong(read.value, said);
  return kind === 'found' || kind === 'which' ? syncAmong(turn, read.value, typed) : null;
}

function syncAmong(turn: Turn, connectors: readonly ExchangeConnector[], typed: string): Promise<Answer> | Answer {
  if (connectors.length === 0) return connectorsAnswer(turn, 'below');
  const said = exchangeSaid(typed);
  const meant = meantAmong(connectors, said);
  const when = scheduleSaid(typed);
  // One may be called "Monday Mail"; "every Monday" is not all of them.
  const isNamed = !said.all && (meant.kind === 'found' || meant.kind === 'which');
  if (isTimed(when) && !isNamed) return laterAmong(turn, connectors, { when, typed });
  const form = { sync: said.sync, incomplete: false };
  switch (meant.kind) {
    case 'found':
      return foundAnswer(turn, { connectors, meant: meant.connectors }, said);
    case 'which':
      return askExchange(turn, { ...meant, ...form, connector: onlyOf(meant.connectors) });
    case 'none-named':
      return askExchange(turn, { kind: 'missing', connectors, ...form, connector: null });
    case 'no-such':
      return noSuchConnector(turn, connectors, meant);
  }
}

type Later = { when: ScheduleSaid; typed: string };

/** Shown as the schedule that it would be; nothing starts. */
function laterAmong(turn: Turn, connectors: readonly ExchangeConnector[], { when, typed }: Later) {
  const found = connectorsWork(turn, connectors, when.rest);
  if (found.kind === 'answer') return found.answer;
  return askLater(turn, { said: when, work: found.work, again: saidAgain(turn, syncExchange, typed) });
}

/** Of one that is called nearly so the form asks whether it is the one. */
const onlyOf = ([first, ...others]: readonly ExchangeConnector[]) => (others.length === 0 ? (first?.id ?? null) : null);

type Found = { connectors: readonly ExchangeConnector[]; meant: readonly ExchangeConnector[] };

function foundAnswer(turn: Turn, { connectors, meant }: Found, { sync }: ExchangeSaid): Promise<Answer> | Answer {
  if (sync)
    return syncConnectors(
      turn,
      { connectors: [...meant], gone: [] },
      { sync, sure: false, place: 'below', askKey: turn.key },
    );
  const [only, ...others] = meant;
  if (others.length > 0) return askExchange(turn, { kind: 'several', connectors: meant, sync });
  const form = { connector: only?.id ?? null, sync, incomplete: false };
  return askExchange(turn, { kind: 'missing', connectors, ...form });
}

const mostNames = 10;

function noSuchConnector(
  turn: Turn,
  connectors: readonly ExchangeConnector[],
  { said }: Extract<Meant, { kind: 'no-such' }>,
): Answer {
  const { words } = turn.screen;
  const names = words.list(connectors.slice(0, mostNames).map(nameOf));
  const sentences = [{ key: 'exchange.no-such', values: { name: said, names } }] as const;
  const buttons = [sayButton('exchange', words), sayButton('help', words)];
  return { card: messageCard({ title: 'exchange.title', sentences, buttons }, turn.screen), place: 'below' };
}
