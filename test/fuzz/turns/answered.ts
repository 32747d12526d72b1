import assert from 'node:assert/strict';
import { type Person, until } from '../../helpers/chat.ts';
import type { Message } from '../../helpers/connector-messages.ts';
import type { Logged } from '../../helpers/desk.ts';
import { leaksIn, wrongWith } from '../leaks.ts';

/** What somebody was answered: by HTTP, and in their chat. */
export type Seen = { status: number; body: unknown; messages: readonly Message[] };

type Does = () => Promise<{ status: number; body: unknown }>;

/** What the person sees of one thing they do. */
export async function seenBy(person: Person, does: Does): Promise<Seen> {
  const before = person.messages().length;
  const { status, body } = await does();
  return { status, body, messages: person.messages().slice(before) };
}

/** The same of what is answered in the chat: on a busy machine by a step, after the turn. */
export async function answerTo(person: Person, does: Does): Promise<Seen> {
  const before = person.messages().length;
  const { status, body } = await does();
  const heard = () => person.messages().slice(before);
  await until(
    () => heard().length > 0,
    () => `${person.name} was not answered`,
  );
  return { status, body, messages: heard() };
}

/** Nothing of the insides can be read, by whoever it was that asked. */
export function givesNothingAway({ body, messages }: Seen, input: unknown): void {
  assert.deepEqual(body === null || isCard(body) ? [] : leaksIn(plain(body), input), []);
  for (const { card } of messages) assert.deepEqual(wrongWith(card, input), []);
}

/** An invoke's answer may be the card that is also in the chat. */
const isCard = (body: unknown) => JSON.stringify(body).includes('"AdaptiveCard"');
const plain = (body: unknown): string =>
  typeof body === 'object' && body !== null ? Object.values(body).map(plain).join('\n') : String(body ?? '');

/** Whatever the bot calls an error in its log, nobody had expected. */
export function isCalm(logged: Logged[]): void {
  const errors = logged.splice(0).filter(({ level }) => level === 'error');
  assert.deepEqual(
    errors.map(({ details, message }) => [message, causeOf(details)]),
    [],
  );
}

const causeOf = (details: object) => ('err' in details && details.err instanceof Error ? details.err.stack : details);
