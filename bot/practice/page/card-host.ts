import type { ChatMessage, Json } from '../connector-types.ts';
import { api } from './api.ts';
import { type CardHost, openOutside } from './card.ts';
import { type CardAnswer, readAnswer } from './card-answers.ts';
import type { Desk } from './desk.ts';
import { button, el } from './dom.ts';
import type { Found } from './typeahead.ts';

export interface MessageOwner {
  /** A card only this person sees now, as of that revision of the message. */
  readonly keepView: (messageId: string, view: { card: Json; revision: number }) => void;
}

/** Connects a drawn card with the connector; what is to be said goes below the card. */
export function cardHostFor(message: ChatMessage, desk: Desk, owner: MessageOwner & { notes: HTMLElement }): CardHost {
  const { words, theme, here } = desk;
  const { notes } = owner;
  const show = (element: HTMLElement) => {
    notes.replaceChildren(element);
    element.scrollIntoView({ block: 'nearest' });
  };
  const tell: CardHost['tell'] = ({ text, failed }) => show(note(text, failed));
  return {
    words,
    theme,
    tell,
    press: async (press) => {
      notes.replaceChildren();
      return await pressed(message, { desk, owner, press });
    },
    submit: (data) => {
      submit(message, desk, data).catch(() => tell({ text: words.failed, failed: true }));
    },
    search: async (query) => resultsOf(await api.search(here, message.id, query)),
    askToSignIn: (login, again) => show(signInForm(login, desk, again)),
  };
}

/** Sends an Execute; a card in the answer is kept as this person's view. */
export async function pressed(
  message: ChatMessage,
  { desk, owner, press }: { desk: Desk; owner: MessageOwner; press: Json },
): Promise<CardAnswer> {
  try {
    const answer = await api.press(desk.here, { messageId: message.id, ...press });
    const read = readAnswer(answer);
    if (read.kind === 'card' && answer.kind === 'answered') {
      owner.keepView(message.id, { card: read.card, revision: answer.revision });
    }
    return read;
  } catch {
    return { kind: 'failed' };
  }
}

async function submit(message: ChatMessage, { here }: Desk, data: unknown): Promise<void> {
  const said = spokenBy(data);
  if (said) {
    await api.say({ ...here, ...(message.thread && { thread: message.thread }) }, said);
    return;
  }
  const answer = await api.submit(here, { messageId: message.id, ...submitted(data) });
  if (answer.kind !== 'answered' || (answer.status ?? 0) >= 400) throw new Error('The bot did not take it');
}

/** An imBack is a line the person says; a messageBack carries its own text and value. */
function spokenBy(data: unknown): string | undefined {
  const { type, value } = teamsPart(data);
  return type === 'imBack' && typeof value === 'string' ? value : undefined;
}

function submitted(data: unknown): Json {
  const { type, text, displayText, value } = teamsPart(data);
  return type === 'messageBack' ? { text, displayText, value } : { value: data };
}

function teamsPart(data: unknown): Json {
  return ((data as Json | null | undefined)?.['msteams'] as Json | undefined) ?? {};
}

function resultsOf(answer: Awaited<ReturnType<typeof api.search>>): readonly Found[] {
  const value = answer.kind === 'answered' && answer.status < 400 ? answer.body?.['value'] : undefined;
  const results = (value as { results?: readonly Found[] } | undefined)?.results;
  if (!results) throw new Error('The search was not answered');
  return results.slice(0, 15);
}

export function note(text: string, failed: boolean): HTMLElement {
  return el('p', { class: failed ? 'note failed' : 'note', 'data-testid': 'note' }, text);
}

/** Teams opens the sign-in window and hands the code on by itself; here the person carries it over. */
function signInForm(login: Json, { words }: Desk, again: (code: string) => void): HTMLElement {
  const [first] = (login['buttons'] ?? []) as readonly Json[];
  const code = el('input', { type: 'text', 'aria-label': words.signInCode, placeholder: words.signInCode });
  const form = el(
    'form',
    { class: 'sign-in', 'data-testid': 'sign-in' },
    el('p', {}, String(login['text'] ?? words.signIn)),
  );
  const title = String(first?.['title'] ?? words.signInButton);
  form.append(button(title, { class: 'primary' }, () => openOutside(String(first?.['value'] ?? ''))));
  form.append(code, el('button', { type: 'submit' }, words.goOn));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    again(code.value.trim());
  });
  return form;
}
