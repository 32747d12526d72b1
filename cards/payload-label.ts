import { nameOf } from './device-label.ts';
import type { Words } from './words/index.ts';

/** What a payload is, as people call it: what the service says, made finer by its type. */
export const payloadKinds = [
  'app',
  'app-settings',
  'profile',
  'catalog',
  'wifi',
  'vpn',
  'certificate',
  'email',
  'unknown',
] as const;
export type PayloadKind = (typeof payloadKinds)[number];

/** A policy or an app. */
export type PayloadLabel = { name: string; kind: PayloadKind };

/** Whether payloads are taken off or put back. */
export type PayloadIntent = 'remove' | 'restore';

/** What Intune makes room for on one device (graph-contract 1.3). */
export const mostPayloads = 30;

export const payloadLabel = ({ name, kind }: PayloadLabel, words: Words): string =>
  words.row([nameOf(name), words.say(`payload.kind.${kind}`)]);

/** The same inside a sentence. */
export const payloadInSentence = ({ name, kind }: PayloadLabel, words: Words): string =>
  words.say('payload.of-kind', { name: nameOf(name), kind: words.say(`payload.kind.${kind}`) });

/** How a removal stands; `since`: when it began or ended so. */
export type Removal = { removal: 'removing' | 'removed' | 'restoring' | 'failed'; since: Date | null };

export function removalSentence({ removal, since }: Removal, now: Date, words: Words): string {
  const word = words.say(`payload.removal.${removal}`);
  return since ? words.say('payload.since', { state: word, time: words.short(since, now) }) : word;
}
