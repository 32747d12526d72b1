import { card } from './kit/card.ts';
import { box, caption, column, columns, subtle, text, verdict } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card, Container, Element } from './kit/types.ts';
import { type RefusalView, type RefusalWord, refusalSentence, refusalValues } from './refusal-lines.ts';
import type { Key, Values, Words } from './words/index.ts';

type Sentence = { key: Key; values?: Values };

/** What works for one person here and now, what is missing, and who can mend it. */
export type HealthView = {
  practice: boolean;
  now: Date;
  /** The count is of what the verdict is about. */
  verdict: { kind: 'works' | 'untried' | 'unclear' | 'limited' | 'missing' | 'signed-out'; count: number };
  things: readonly ThingView[];
  /** Permissions that an administrator has not agreed to. */
  consent: readonly string[];
  buttons: readonly PressButton[];
};

export type ThingView = {
  name: Sentence;
  /** `clear`: there is none of what would be in the way. */
  state: 'works' | 'missing' | 'limited' | 'unknown' | 'clear';
  /** Not known only because trying it would change something. */
  untried: boolean;
  why: Sentence | RefusalView | null;
  /** When that was, if it was not just now. */
  since: Sentence | null;
  /** Who can do something about it. */
  mends: Sentence | null;
};

export function health(view: HealthView, words: Words): Card {
  const { kind, count } = view.verdict;
  const more = text(words.say(`health.verdict.${kind}.more`), { spacing: 'Small' });
  return card(words, {
    title: words.say('health.title'),
    practice: view.practice,
    body: [
      box([verdict(words.say(`health.verdict.${kind}`, { count })), more], tones[kind]),
      ...view.things.map((thing) => thingLines(thing, words)),
      ...letterLines(view, words),
      caption(words.say('changed.only-read')),
    ],
    actions: view.buttons.map(pressButton),
  });
}

/** Colour repeats what the verdict says, and nothing depends on it. */
const tones: Record<HealthView['verdict']['kind'], Container['style']> = {
  works: 'good',
  untried: 'good',
  unclear: 'emphasis',
  limited: 'emphasis',
  missing: 'warning',
  'signed-out': 'warning',
};

function thingLines({ name, state, why, since, mends }: ThingView, words: Words): Element {
  const said = ({ key, values }: Sentence) => words.say(key, values);
  const head = columns(
    column('stretch', [text(said(name), { weight: 'Bolder' })]),
    column('auto', [text(words.say(`health.state.${state}`))]),
  );
  const lines = [
    ...(why ? [text('key' in why ? said(why) : refusalSentence(why, words), { spacing: 'Small' })] : []),
    ...(since ? [text(said(since), { spacing: 'Small' })] : []),
    ...(mends ? [subtle(said(mends))] : []),
  ];
  return { type: 'Container', spacing: 'Medium', items: [head, ...lines] };
}

/** What to send to whoever can mend it: each text once, however many things want it. */
function letterLines(view: HealthView, words: Words): Element[] {
  const asked = view.things.flatMap(({ why }) => (why && 'kind' in why ? letterFor(why, words) : []));
  const texts = new Map([...consentLetter(view.consent, words), ...asked].map((letter) => [letter.text, letter]));
  return [...texts.values()].map(({ to, text: said }) => box([subtle(words.say(to)), text(said)]));
}

type Letter = { to: Key; text: string };

function consentLetter(scopes: readonly string[], words: Words): Letter[] {
  if (scopes.length === 0) return [];
  const values = { count: scopes.length, scopes: words.list(scopes) };
  return [{ to: 'health.to.administrator', text: words.say('send.consent', values) }];
}

function letterFor(refusal: RefusalView, words: Words): Letter[] {
  const letter = letters[refusal.kind];
  return letter ? [{ to: letter.to, text: words.say(letter.text, refusalValues(refusal, words)) }] : [];
}

const letters: Partial<Record<RefusalWord, { to: Key; text: Key }>> = {
  'missing-scope': { to: 'health.to.administrator', text: 'send.missing-scope' },
  'missing-role': { to: 'health.to.roles', text: 'send.missing-role' },
  'missing-access': { to: 'health.to.roles', text: 'send.missing-access' },
  'missing-approval': { to: 'health.to.approver', text: 'send.missing-approval' },
  'missing-policy': { to: 'health.to.administrator', text: 'send.missing-policy' },
  'no-intune': { to: 'health.to.administrator', text: 'send.no-intune' },
  'unknown-action': { to: 'health.to.bot', text: 'send.unknown-action' },
  settings: { to: 'health.to.bot', text: 'send.settings' },
};
