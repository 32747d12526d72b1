import { type ConnectorView, connectorName, type ExchangeSync } from '../../cards/exchange-connector.ts';
import { type AdvisedConnector, exchangeList } from '../../cards/exchange-list.ts';
import type { PressButton } from '../../cards/kit/press-button.ts';
import { shortened } from '../../cards/kit/shorten.ts';
import type { Words } from '../../cards/words/index.ts';
import type { ExchangeConnector } from '../graph/exchange-connectors.ts';
import { exchangeAdviceFor } from '../knowledge/exchange-advice.ts';
import { exchangeConnectorSupport } from '../knowledge/exchange-support.ts';
import type { CardJson } from '../ports.ts';
import { type Once, sayButton, watchButton } from './buttons.ts';
import { asJson, type Screen } from './screen.ts';

type List = {
  connectors: readonly ExchangeConnector[];
  /** By connector: the run that is syncing it. */
  runs: ReadonlyMap<string, number>;
  /** Whether the reader still has to hear that support has ended. */
  tellsSupport: boolean;
  once: Once;
};

export function exchangeListCard({ connectors, runs, tellsSupport, once }: List, screen: Screen): CardJson {
  const { words, practice, now } = screen;
  const advised = connectors.map((one): AdvisedConnector => {
    const run = runs.get(one.id) ?? null;
    return { ...connectorViewOf(one), run, advice: run === null ? exchangeAdviceFor(one, now) : null };
  });
  const buttons = exchangeListButtons({ connectors: advised, tellsSupport, once }, words);
  const supportEndedAt = tellsSupport ? exchangeConnectorSupport.endedAt : null;
  return asJson(exchangeList({ practice, now, connectors: advised, supportEndedAt, buttons }, words));
}

type Listed = Omit<List, 'connectors' | 'runs'> & { connectors: readonly AdvisedConnector[] };

export function exchangeListButtons({ connectors, tellsSupport, once }: Listed, words: Words): PressButton[] {
  const hide = { title: words.say('exchange.button.hide'), press: { press: 'hide-support-date' } } as const;
  return [
    ...syncButtons(connectors, once, words),
    ...(tellsSupport && connectors.length > 0 ? [hide] : []),
    ...watchOnly(connectors, once, words),
    sayButton(connectors.length > 0 ? 'runs' : 'help', words),
  ];
}

/** Of several, the reader says which. */
function watchOnly([only, ...others]: readonly AdvisedConnector[], once: Once, words: Words): PressButton[] {
  if (!only || others.length > 0) return [];
  return [watchButton(words.say('button.watch'), { what: 'connector', id: only.id }, once)];
}

/** All that a card knows of a connector. */
export const connectorViewOf = (one: ExchangeConnector): ConnectorView => ({
  ...{ id: one.id, server: one.server, connectorServer: one.connectorServer, organization: one.organization },
  ...{ type: one.type, status: one.status, lastSyncAt: one.lastSyncAt },
});

/** A card has six buttons, and two of them lead on. */
const mostSyncButtons = 4;

/** Both kinds where there is room, else what is advised; a disconnected one is not offered, but can be asked for by name. */
function syncButtons(connectors: readonly AdvisedConnector[], once: Once, words: Words): PressButton[] {
  const offered = connectors.filter(({ advice, run }) => advice !== 'mend' && run === null);
  const bothFit = offered.length * 2 <= mostSyncButtons;
  const kindsFor = ({ advice }: AdvisedConnector): readonly ExchangeSync[] =>
    bothFit ? ['quick', 'full'] : [advice === 'full' ? 'full' : 'quick'];
  const wanted = offered.flatMap((one) => kindsFor(one).map((sync) => ({ one, sync })));
  return wanted.slice(0, mostSyncButtons).map(({ one, sync }, index) => ({
    title: words.say(`exchange.button.${sync}`, { name: nameAmong(offered, one, words) }),
    // Each has a nonce of its own, so that one connector's press does not stand for another's.
    press: { press: 'exchange-sync', connector: one.id, sync, sure: false, ...once, nonce: `${once.nonce}:${index}` },
  }));
}

const mostPlace = 24;

/** Two that are called alike are told apart by where they run. */
function nameAmong(all: readonly ConnectorView[], one: ConnectorView, words: Words): string {
  const name = connectorName(one);
  const isAlone = all.filter((other) => connectorName(other) === name).length === 1;
  return isAlone ? name : words.row([name, shortened(one.connectorServer ?? one.id, mostPlace)]);
}
