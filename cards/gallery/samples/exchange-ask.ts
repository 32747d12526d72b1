import { type ExchangeAskView, type ExchangeQuestion, exchangeAsk } from '../../exchange-ask.ts';
import type { ExchangeSync } from '../../exchange-connector.ts';
import type { PressButton } from '../../kit/press-button.ts';
import type { Key, Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { connector, disconnected, hostile, longNamed } from './exchange-parts.ts';
import { ago, hostileNames, longName, now, once } from './invented.ts';

const both = [connector(), disconnected];
const twins = [connector(), connector({ id: 'twin', connectorServer: 'HYB02', lastSyncAt: ago(12) })];
const form = { connectors: both, connector: null, sync: null, incomplete: false };

export const exchangeAskSamples = shown({
  name: 'exchange-ask',
  about: 'What is still to be said before an Exchange connector is synced.',
  card: exchangeAsk,
  states: {
    'a full sync asks first': ask({ kind: 'full', connector: connector() }),
    'a full sync of a connector that never succeeded, outside practice': ask(
      { kind: 'full', connector: connector({ lastSyncAt: null }) },
      { practice: false },
    ),
    'full, a second person has to agree': ask({ kind: 'full', connector: connector() }, { approval: true }),
    'quick after a long silence': ask({ kind: 'advice', connector: connector() }),
    'quick where none has succeeded': ask({ kind: 'advice', connector: connector({ lastSyncAt: null }) }),
    'disconnected, full': ask({ kind: 'disconnected', connector: disconnected, sync: 'full' }),
    'disconnected, quick': ask({ kind: 'disconnected', connector: disconnected, sync: 'quick' }),
    'nothing said': ask({ kind: 'missing', ...form }),
    'nothing said, sent without an answer': ask({ kind: 'missing', ...form, incomplete: true }),
    'the connector is known': ask({ kind: 'missing', ...form, connector: disconnected.id, incomplete: true }),
    'two match': ask({ kind: 'which', match: 'exact', said: 'ex01', ...form, connectors: twins, sync: 'full' }),
    'two match, long names': ask({
      ...{ kind: 'which', match: 'exact', said: 'wolfe', ...form, connectors: [longNamed, longNamed] },
    }),
    'one is called nearly so': ask({
      ...{ kind: 'which', match: 'near', said: 'x01', ...form, connectors: [connector()] },
      connector: connector().id,
      sync: 'quick',
    }),
    'two are called nearly so': ask({ kind: 'which', match: 'near', said: 'ex', ...form }),
    'several, some left out': ask(
      { kind: 'several', connectors: both, sync: 'quick' },
      {
        leftOut: [
          ...[
            { name: 'EX07', run: null },
            { name: 'EX08', run: null },
            { name: 'EX09', run: 17 },
          ],
          ...Object.values(hostileNames).map((name) => ({ name, run: 18 })),
        ],
      },
    ),
    'one is left': ask(
      { kind: 'several', connectors: [connector()], sync: 'quick' },
      { leftOut: [{ name: longName.repeat(3), run: 17 }] },
    ),
    'several, quick': ask({ kind: 'several', connectors: [connector(), connector({ server: 'EX03' })], sync: 'quick' }),
    'several, one disconnected, full': ask({ kind: 'several', connectors: both, sync: 'full' }),
    'several, how was not said': ask({ kind: 'several', connectors: both, sync: null }),
    'several, more than fit, long names': ask({
      kind: 'several',
      connectors: Array.from({ length: 12 }, () => ({ ...longNamed, status: 'disconnected' })),
      sync: 'quick',
    }),
    'several, hostile names': ask({ kind: 'several', connectors: [...hostile, ...hostile], sync: 'full' }),
    'hostile names': ask({
      ...{ kind: 'which', match: 'exact', said: '[x](https://evil.example)', ...form, connectors: hostile },
    }),
    'a hostile name': ask({ kind: 'full', connector: connector({ server: '<at>all</at> **x**' }) }),
  },
});

function ask(question: ExchangeQuestion, change: Partial<ExchangeAskView> = {}) {
  return (words: Words): ExchangeAskView => ({
    practice: true,
    now,
    question,
    leftOut: [],
    approval: false,
    buttons: buttonsFor(question, words),
    ...change,
  });
}

/** As bot/views may choose them. */
function buttonsFor(question: ExchangeQuestion, words: Words): PressButton[] {
  const no = { title: words.say('exchange.button.no'), press: { press: 'say', text: 'exchange' } } as const;
  if (question.kind === 'several') return [...severalButtons(question, words), no];
  if ('connectors' in question) {
    const send = { title: words.say('exchange.button.send'), press: { press: 'exchange-pick', ...once }, main: true };
    return [send as PressButton, no];
  }
  const { id } = question.connector;
  const sync = (title: Key, how: ExchangeSync, main = false): PressButton => ({
    title: words.say(title),
    press: { press: 'exchange-sync', connector: id, sync: how, sure: true, ...once },
    main,
  });
  if (question.kind === 'disconnected') return [no, sync('exchange.button.anyway', question.sync)];
  return [sync('exchange.button.only-full', 'full', true), sync('exchange.button.only-quick', 'quick'), no];
}

function severalButtons(
  { connectors, sync }: Extract<ExchangeQuestion, { kind: 'several' }>,
  words: Words,
): PressButton[] {
  const go = (title: string, how: ExchangeSync, main = false): PressButton => ({
    title,
    press: { press: 'exchange-sync', connector: 'a,b', sync: how, sure: true, ...once },
    main,
  });
  if (!sync) return (['quick', 'full'] as const).map((one) => go(words.say(`exchange.button.only-${one}`), one));
  const off = connectors.filter(({ status }) => status === 'disconnected').length;
  const all = words.say('exchange.button.several', { count: connectors.length });
  const isMixed = off > 0 && off < connectors.length;
  return [...(isMixed ? [go(words.say('exchange.button.connected'), sync, true)] : []), go(all, sync, off === 0)];
}
