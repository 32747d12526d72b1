import { type ConnectorView, connectorLines, type Shown, syncedWord } from './exchange-connector.ts';
import { card } from './kit/card.ts';
import { box, caption, text, verdict } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card, Element } from './kit/types.ts';
import type { Words } from './words/index.ts';

/** The Exchange connectors of the tenant. Having none is normal. */
export type ExchangeListView = {
  practice: boolean;
  now: Date;
  connectors: readonly AdvisedConnector[];
  /** When Microsoft's support ended; null once the reader does not want to be told again. */
  supportEndedAt: Date | null;
  buttons: readonly PressButton[];
};

export type AdvisedConnector = ConnectorView & {
  /** What would help most; `mend`: no sync before it is connected again. */
  advice: 'quick' | 'full' | 'mend' | null;
  /** The run that is syncing it. */
  run: number | null;
};

/** As many as fit on a card; tenants rarely have two. */
const mostConnectors = 5;

export function exchangeList(view: ExchangeListView, words: Words): Card {
  const { connectors, now } = view;
  const more = connectors.length - mostConnectors;
  return card(words, {
    title: words.say('exchange.title'),
    practice: view.practice,
    body: [
      box(standing(connectors, words)),
      ...connectors.slice(0, mostConnectors).flatMap((one) => advisedLines(one, { among: connectors, now }, words)),
      ...(more > 0 ? [caption(words.say('exchange.more', { count: more }))] : []),
      ...supportLine(view, words),
    ],
    actions: view.buttons.map(pressButton),
  });
}

function standing(connectors: readonly ConnectorView[], words: Words): Element[] {
  const count = connectors.length;
  const connected = connectors.filter(({ status }) => status === 'connected').length;
  const more = count === 0 ? words.say('exchange.none.more') : words.say('exchange.count.more', { connected, count });
  return [
    verdict(count === 0 ? words.say('exchange.none') : words.say('exchange.count', { count })),
    text(more, { spacing: 'Small' }),
  ];
}

function advisedLines({ advice, run, ...connector }: AdvisedConnector, shown: Shown, words: Words): Element[] {
  return [
    ...connectorLines(connector, shown, words),
    ...(advice
      ? [text(words.say(`exchange.advice.${advice}`, { synced: syncedWord(connector) }), { spacing: 'Small' })]
      : []),
    ...(run ? [text(words.say('exchange.run', { number: run }), { spacing: 'Small' })] : []),
  ];
}

function supportLine({ connectors, supportEndedAt }: ExchangeListView, words: Words): Element[] {
  if (connectors.length === 0) return [text(words.say('exchange.instead'), { spacing: 'Medium' })];
  if (!supportEndedAt) return [];
  const ended = words.say('exchange.support', { date: words.date(supportEndedAt) });
  return [box([text(ended), text(words.say('exchange.instead'), { spacing: 'Small' })])];
}
