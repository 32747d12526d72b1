import { autopilotSync } from '../../actions/autopilot-sync.ts';
import { exchangeSync } from '../../actions/exchange-sync.ts';
import { syncPayloads } from '../../actions/sync-payloads.ts';
import { allConnectors, type ExchangeConnector, meantAmong, nameOf } from '../../finding/connectors.ts';
import type { Language } from '../../ports.ts';
import type { ScheduledWork } from '../../schedules/work.ts';
import { messageCard } from '../../views/answers.ts';
import { sayButton, typeButton } from '../../views/buttons.ts';
import { autopilot } from '../autopilot.ts';
import type { Answer, Turn } from '../define.ts';
import { exchange } from '../exchange.ts';
import { exchangeSaid, isSaidOfConnector } from '../exchange-words.ts';
import { reading, saidAgain } from '../reading.ts';
import { connectorsRefused, graphOf } from '../sync-connectors.ts';
import { afterPhrase } from '../understand.ts';
import { unread } from './answers.ts';
import { scheduleExamples } from './examples.ts';
import { isTimed, type ScheduleSaid } from './words.ts';

/** What is to be done later, or an answer that says what is missing. */
export type WorkSaid = { kind: 'work'; work: ScheduledWork } | Unclear;
type Unclear = { kind: 'answer'; answer: Answer };

type Phrases = Record<Language, readonly string[]>;
const phrasesOf = (...lists: readonly Phrases[]) => lists.flatMap((list) => Object.values(list).flat());
const ofAutopilot = phrasesOf(autopilotSync.phrases, autopilot.phrases);
const ofExchange = phrasesOf(exchangeSync.phrases, exchange.phrases);
const ofPayloads = phrasesOf(syncPayloads.phrases);

export async function workSaid(turn: Turn, { rest: said, ...when }: ScheduleSaid): Promise<WorkSaid> {
  const behind = afterPhrase(said, ofAutopilot);
  if (behind === '') return { kind: 'work', work: { action: 'autopilot-sync' } };
  if (behind) return { kind: 'answer', answer: unread(turn, behind, isTimed(when)) };
  const connectors = afterPhrase(said, ofExchange) ?? (isSaidOfConnector(said) ? said : null);
  if (connectors !== null) return exchangeWork(turn, connectors);
  const payloads = afterPhrase(said, ofPayloads);
  if (payloads !== null) return payloadsFirst(turn, payloads);
  return note(turn, 'schedule.which', { examples: turn.screen.words.either(scheduleExamples(turn.screen.words)) });
}

/** Those that are meant, read now, so that their ids are right; what is unclear is to be said again in full. */
async function exchangeWork(turn: Turn, said: string): Promise<WorkSaid> {
  const read = await reading(() => allConnectors(graphOf(turn)));
  if (read.kind === 'refused') return { kind: 'answer', answer: connectorsRefused(turn, read.refusal, said) };
  return connectorsWork(turn, read.value, said);
}

/** The same among those that were read. */
export function connectorsWork(turn: Turn, known: readonly ExchangeConnector[], said: string): WorkSaid {
  const { sync, ...named } = exchangeSaid(said);
  const meant = meantAmong(known, named);
  if (meant.kind !== 'found' || !sync) return whichConnector(turn, known);
  const connectors = meant.connectors.map((one) => ({ id: one.id, name: nameOf(one) }));
  return connectors.length === 0
    ? whichConnector(turn, [])
    : { kind: 'work', work: { action: 'exchange-sync', sync, connectors } };
}

const mostNames = 10;

function whichConnector(turn: Turn, connectors: readonly ExchangeConnector[]): WorkSaid {
  const { words } = turn.screen;
  const [first] = connectors;
  if (!first) return note(turn, 'schedule.no-connector');
  const names = words.list(connectors.slice(0, mostNames).map(nameOf));
  return note(turn, 'schedule.which-connector', { name: nameOf(first), names });
}

/** Somebody sees what exactly will be done before it is planned; what they said of it goes along. */
export function payloadsFirst(turn: Turn, wanted: string): Unclear {
  const { words } = turn.screen;
  const said = saidAgain(turn, syncPayloads, wanted);
  // A list without its end would be another one.
  if (wanted === '' || !said.endsWith(wanted)) return note(turn, 'schedule.payloads');
  const buttons = [typeButton(words.say('button.payloads'), said), sayButton('help', words)];
  const sentences = [{ key: 'schedule.payloads.preview' }] as const;
  const card = messageCard({ title: 'schedules.title', sentences, buttons }, turn.screen);
  return { kind: 'answer', answer: { card, place: 'below' } };
}

/** What to look at next. */
const mainOf = {
  'schedule.payloads': 'payloads',
  'schedule.which': 'schedules',
  'schedule.which-connector': 'exchange',
  'schedule.no-connector': 'exchange',
} as const;
type Missing = keyof typeof mainOf;

function note({ screen }: Turn, key: Missing, values: Record<string, string> = {}): Unclear {
  const main = mainOf[key];
  const buttons = [sayButton(main, screen.words), sayButton('help', screen.words)];
  const card = messageCard({ title: 'schedules.title', sentences: [{ key, values }], buttons }, screen);
  return { kind: 'answer', answer: { card, place: 'below' } };
}
