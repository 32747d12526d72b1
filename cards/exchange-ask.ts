import {
  type ConnectorView,
  connectorLines,
  connectorName,
  type ExchangeSync,
  syncedWord,
} from './exchange-connector.ts';
import { firstFew } from './first-few.ts';
import { card } from './kit/card.ts';
import { box, choice, subtle, text, verdict } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import { shortened } from './kit/shorten.ts';
import type { Card, ChoiceSet, Element } from './kit/types.ts';
import type { Words } from './words/index.ts';

/** What is still to be said before a connector is synced. Nothing has happened yet. */
export type ExchangeAskView = {
  practice: boolean;
  now: Date;
  question: ExchangeQuestion;
  leftOut: readonly LeftOut[];
  /** Whether a second person has to agree to a full sync. */
  approval: boolean;
  buttons: readonly PressButton[];
};

/** A connector that was meant too and is not asked about: a run is syncing it in the same way, or it is gone (null). */
export type LeftOut = { name: string; run: number | null };

export type ExchangeQuestion =
  /** A full sync asks first. */
  | { kind: 'full'; connector: ConnectorView }
  /** Quick was asked for, and the last success is so long ago that full is the safer choice. */
  | { kind: 'advice'; connector: ConnectorView }
  /** Intune would accept it, and nothing would happen. */
  | { kind: 'disconnected'; connector: ConnectorView; sync: ExchangeSync }
  /** Which connector, or full or quick, was not said. */
  | ({ kind: 'missing' } & Form)
  /** Several are called so, or none is and these are called nearly so. */
  | ({ kind: 'which'; said: string; match: 'exact' | 'near' } & Form)
  /** Several were named, to be synced as one run. */
  | { kind: 'several'; connectors: readonly ConnectorView[]; sync: ExchangeSync | null };

type Form = {
  connectors: readonly ConnectorView[];
  /** What is chosen already. */
  connector: string | null;
  sync: ExchangeSync | null;
  /** It was sent without one of the two. */
  incomplete: boolean;
};

export function exchangeAsk({ question, leftOut, approval, ...view }: ExchangeAskView, words: Words): Card {
  return card(words, {
    title: words.say('exchange.ask.title'),
    practice: view.practice,
    body: [
      box(
        [verdict(titleFor(question, words)), text(whyLine(question, words), { spacing: 'Small' })],
        question.kind === 'disconnected' ? 'warning' : 'emphasis',
      ),
      ...leftOutLines(leftOut, words),
      ...questionLines(question, view.now, words),
      ...(approval ? [text(words.say('rules.approval.full-syncs'), { spacing: 'Medium' })] : []),
      subtle(words.say('exchange.ask.nothing-yet')),
    ],
    actions: view.buttons.map(pressButton),
  });
}

function titleFor(question: ExchangeQuestion, words: Words): string {
  if (question.kind === 'which' && question.match === 'near')
    return words.say('exchange.ask.near', { count: question.connectors.length });
  if (question.kind === 'several') return words.say('exchange.ask.several', { count: question.connectors.length });
  return words.say(`exchange.ask.${question.kind}`);
}

function leftOutLines(leftOut: readonly LeftOut[], words: Words): Element[] {
  return [...Map.groupBy(leftOut, ({ run }) => run)].map(([run, ones]) => {
    const names = firstFew({ names: ones.map(({ name }) => shortened(name, mostName)) }, mostConnectors, words);
    const sentence =
      run === null ? words.say('exchange.ask.gone', { names }) : words.say('exchange.ask.busy', { names, number: run });
    return text(sentence, { spacing: 'Medium' });
  });
}

const mostName = 48;

function questionLines(question: ExchangeQuestion, now: Date, words: Words): Element[] {
  if (question.kind === 'several') return severalLines(question.connectors, now, words);
  if ('connectors' in question) return formLines(question, words);
  return connectorLines(question.connector, { among: [], now }, words);
}

/** As many as the list shows. */
const mostConnectors = 5;
const mostNamed = 3;

function severalLines(connectors: readonly ConnectorView[], now: Date, words: Words): Element[] {
  const off = connectors.filter(({ status }) => status === 'disconnected').map(connectorName);
  const others = connectors.slice(mostConnectors).map(connectorName);
  return [
    ...(off.length > 0
      ? [
          text(words.say('exchange.ask.several.off', { names: firstFew({ names: off }, mostNamed, words) }), {
            spacing: 'Medium',
          }),
        ]
      : []),
    ...connectors.slice(0, mostConnectors).flatMap((one) => connectorLines(one, { among: connectors, now }, words)),
    ...(others.length > 0
      ? [text(words.say('exchange.ask.several.others', { names: firstFew({ names: others }, mostNamed, words) }))]
      : []),
  ];
}

function whyLine(question: ExchangeQuestion, words: Words): string {
  switch (question.kind) {
    case 'several':
      return words.say('exchange.ask.several.more', {
        sync: question.sync ?? 'any',
        count: question.connectors.length,
      });
    case 'full':
    case 'advice':
      return words.say(`exchange.ask.${question.kind}.more`, {
        name: connectorName(question.connector),
        synced: syncedWord(question.connector),
      });
    case 'disconnected':
      return words.say('exchange.ask.disconnected.more', {
        name: connectorName(question.connector),
        sync: question.sync,
      });
    case 'which':
      return words.say(`exchange.ask.${question.match === 'near' ? 'near' : 'which'}.more`, {
        said: question.said,
        count: question.connectors.length,
      });
    case 'missing':
      return words.say('exchange.ask.missing.more');
  }
}

/** The form keeps what is chosen already: clients forget it. */
function formLines(form: Form, words: Words): Element[] {
  const complaint = form.incomplete ? [text(words.say('exchange.ask.incomplete'), { weight: 'Bolder' })] : [];
  return [...complaint, connectorChoice(form, words), syncChoice(form, words)];
}

const connectorChoice = ({ connectors, connector }: Form, words: Words): ChoiceSet =>
  choice({
    id: 'connector',
    label: words.say('exchange.ask.connector'),
    value: connector ?? '',
    style: 'compact',
    placeholder: words.say('reading.choose'),
    isRequired: true,
    errorMessage: words.say('exchange.ask.connector.missing'),
    choices: connectors.map((one) => ({ title: choiceTitle(one, words), value: one.id })),
  });

function choiceTitle({ connectorServer, organization, ...one }: ConnectorView, words: Words): string {
  const name = connectorName({ connectorServer, organization, ...one });
  const others = [connectorServer, organization].filter((other) => other !== null && other !== name);
  return words.row([name, ...others.filter((other) => other !== null)]);
}

const syncChoice = ({ sync }: Form, words: Words): ChoiceSet =>
  choice({
    id: 'sync',
    label: words.say('exchange.ask.sync'),
    value: sync ?? '',
    style: 'expanded',
    isRequired: true,
    errorMessage: words.say('exchange.ask.sync.missing'),
    choices: (['quick', 'full'] as const).map((one) => ({ title: words.say(`exchange.ask.sync.${one}`), value: one })),
  });
