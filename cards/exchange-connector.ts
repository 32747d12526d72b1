import { subtle, text } from './kit/elements.ts';
import { shortened } from './kit/shorten.ts';
import type { Element } from './kit/types.ts';
import type { Key, Words } from './words/index.ts';

/** One Exchange connector; it has no name of its own. */
export type ConnectorView = {
  id: string;
  server: string | null;
  connectorServer: string | null;
  organization: string | null;
  /** Intune's own words. */
  type: string;
  status: string;
  /** The last success; null where there never was one. */
  lastSyncAt: Date | null;
};

export type ExchangeSync = 'full' | 'quick';

const mostName = 48;
const mostWord = 40;

export const connectorName = ({ server, connectorServer, organization, id }: ConnectorView): string =>
  shortened(server ?? connectorServer ?? organization ?? id, mostName);

/** Whether it ever succeeded, for sentences that say how long ago. */
export const syncedWord = ({ lastSyncAt }: ConnectorView): 'yes' | 'no' => (lastSyncAt ? 'yes' : 'no');

/** `among`: what is shown with it, where another may have the same name. */
export type Shown = { among: readonly ConnectorView[]; now: Date };

export function connectorLines(connector: ConnectorView, { among, now }: Shown, words: Words): Element[] {
  const { lastSyncAt } = connector;
  const places = placesOf(connector, among, words);
  const success = lastSyncAt
    ? words.say('exchange.last', { ago: words.ago(lastSyncAt, now), time: words.when(lastSyncAt, now) })
    : words.say('exchange.last.never');
  return [
    text(connectorName(connector), { weight: 'Bolder', spacing: 'Medium' }),
    text(words.row([typeWord(connector, words), connectorStatusWord(connector.status, words)]), { spacing: 'None' }),
    text(success, { spacing: 'None' }),
    ...(places.length > 0 ? [subtle(words.row(places))] : []),
  ];
}

/** What tells two of one server apart; an id says something only where they have one name. */
function placesOf(connector: ConnectorView, among: readonly ConnectorView[], words: Words): string[] {
  const { connectorServer, organization, id, server } = connector;
  const name = connectorName(connector);
  const isTwin = among.some((other) => other.id !== id && connectorName(other) === name);
  const on =
    connectorServer && server ? [words.say('exchange.on', { server: shortened(connectorServer, mostName) })] : [];
  const of =
    organization && (server ?? connectorServer)
      ? [words.say('exchange.of', { organization: shortened(organization, mostName) })]
      : [];
  return [...on, ...of, ...(isTwin ? [words.say('exchange.id', { id })] : [])];
}

/** A word that is not known is shown as Intune says it. */
function typeWord({ type }: ConnectorView, words: Words): string {
  const key = types.get(type);
  return key ? words.say(key) : words.say('exchange.type.other', { type: shortened(type, mostWord) });
}

export function connectorStatusWord(status: string, words: Words): string {
  const key = statuses.get(status);
  return key ? words.say(key) : words.say('exchange.status.other', { status: shortened(status, mostWord) });
}

const types: ReadonlyMap<string, Key> = new Map<string, Key>([
  ['onPremises', 'exchange.type.on-premises'],
  ['hosted', 'exchange.type.hosted'],
  ['serviceToService', 'exchange.type.service-to-service'],
  ['dedicated', 'exchange.type.dedicated'],
  ['unknown', 'exchange.type.unknown'],
]);
const statuses: ReadonlyMap<string, Key> = new Map<string, Key>([
  ['none', 'exchange.status.none'],
  ['connectionPending', 'exchange.status.pending'],
  ['connected', 'exchange.status.connected'],
  ['disconnected', 'exchange.status.disconnected'],
  ['unknown', 'exchange.status.unknown'],
]);
