import { type ExchangeQuestion as AskedView, exchangeAsk, type LeftOut } from '../../cards/exchange-ask.ts';
import type { ExchangeSync } from '../../cards/exchange-connector.ts';
import type { PressButton } from '../../cards/kit/press-button.ts';
import type { Words } from '../../cards/words/index.ts';
import type { ExchangeConnector } from '../graph/exchange-connectors.ts';
import type { CardJson } from '../ports.ts';
import { type Once, sayButton } from './buttons.ts';
import { connectorViewOf } from './exchange.ts';
import { asJson, type Screen } from './screen.ts';

export type { LeftOut };

type Form = {
  connectors: readonly ExchangeConnector[];
  /** What is chosen already. */
  connector: string | null;
  sync: ExchangeSync | null;
  /** It came back without one of the two. */
  incomplete: boolean;
};

/** What is still to be said before a sync, or what speaks against it. */
export type ExchangeQuestion =
  | { kind: 'full' | 'advice'; connector: ExchangeConnector }
  | { kind: 'disconnected'; connector: ExchangeConnector; sync: ExchangeSync }
  | ({ kind: 'missing' } & Form)
  | ({ kind: 'which'; said: string; match: 'exact' | 'near' } & Form)
  | { kind: 'several'; connectors: readonly ExchangeConnector[]; sync: ExchangeSync | null };

type Ask = {
  question: ExchangeQuestion;
  leftOut: readonly LeftOut[];
  once: Once;
  /** A full sync needs a second person. */
  approval: boolean;
};

export function exchangeAskCard({ question, leftOut, once, approval }: Ask, screen: Screen): CardJson {
  const { words, practice, now } = screen;
  const buttons = buttonsFor(question, { once, words, approval });
  const view = { practice, now, question: viewFor(question), leftOut, buttons };
  return asJson(exchangeAsk({ ...view, approval: approval && mayBeFull(question) }, words));
}

const viewFor = (question: ExchangeQuestion): AskedView =>
  'connectors' in question
    ? { ...question, connectors: question.connectors.map(connectorViewOf) }
    : { ...question, connector: connectorViewOf(question.connector) };

/** A quick one needs nobody. */
const mayBeFull = (question: ExchangeQuestion) => !('sync' in question) || question.sync !== 'quick';

type Parts = { once: Once; words: Words; approval: boolean };

function buttonsFor(question: ExchangeQuestion, parts: Parts): PressButton[] {
  const { words, once } = parts;
  const no = { ...sayButton('exchange', words), title: words.say('exchange.button.no') };
  const send = words.say('exchange.button.send');
  switch (question.kind) {
    case 'missing':
    case 'which':
      return [{ title: send, press: { press: 'exchange-pick', ...once }, main: true }, no];
    case 'several':
      return [...severalButtons(question, parts), no];
    case 'disconnected':
      return [no, go(words.say('exchange.button.anyway'), { ...question, connectors: [question.connector] }, parts)];
    case 'full':
    case 'advice':
      return [...bothButtons(question, parts), no];
  }
}

/** Where quick was asked for, a full sync is asked about once more. */
function bothButtons({ kind, connector }: Extract<ExchangeQuestion, { kind: 'full' | 'advice' }>, parts: Parts) {
  const { words } = parts;
  const full = { connectors: [connector], sync: 'full', sure: kind === 'full' } as const;
  const quick = { connectors: [connector], sync: 'quick' } as const;
  return [
    { ...go(words.say('exchange.button.only-full'), full, parts), main: true },
    go(words.say('exchange.button.only-quick'), quick, parts),
  ];
}

function severalButtons({ connectors, sync }: Extract<ExchangeQuestion, { kind: 'several' }>, parts: Parts) {
  const { words } = parts;
  if (!sync)
    return (['quick', 'full'] as const).map((one) =>
      go(words.say(`exchange.button.only-${one}`), { connectors, sync: one, sure: false }, parts),
    );
  const on = connectors.filter(({ status }) => status !== 'disconnected');
  const everyOne = go(words.say('exchange.button.several', { count: connectors.length }), { connectors, sync }, parts);
  if (on.length === connectors.length) return [{ ...everyOne, main: true }];
  const some = { ...go(words.say('exchange.button.connected'), { connectors: on, sync }, parts), main: true };
  return on.length > 0 ? [some, everyOne] : [everyOne];
}

type Go = { connectors: readonly ExchangeConnector[]; sync: ExchangeSync; sure?: boolean };

/** What is asked about once more needs nobody yet. */
const go = (title: string, { connectors, sync, sure = true }: Go, { once, words, approval }: Parts): PressButton => ({
  title: approval && sure && sync === 'full' ? words.say('approval.button.ask') : title,
  press: { press: 'exchange-sync', connector: connectors.map(({ id }) => id).join(','), sync, sure, ...once },
});
