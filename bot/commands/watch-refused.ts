import { sightScopes } from '../actions/sight.ts';
import type { Refusal } from '../graph/refusal.ts';
import type { NewsWanted } from '../watches/watch.ts';
import type { Answer, Command, Turn } from './define.ts';
import { readRefused, saidAgain } from './reading.ts';

/** How one asks for a watch. */
export const phrases: Command['phrases'] = {
  en: ['watch', 'keep an eye on', 'tell me when', 'let me know when'],
  ru: [
    ...(['следить', 'следить за', 'следи', 'следи за', 'наблюдать за', 'наблюдай за'] as const),
    ...['скажи когда', 'скажи, когда', 'сообщи когда', 'сообщи, когда'],
  ],
  de: ['beobachte', 'beobachten', 'behalte im auge', 'sag mir wenn', 'sag mir, wenn', 'sag bescheid, wenn'],
};

/** `typed`: what follows the phrase, to be said again where reading was refused. */
export type How = { askKey: string; on: NewsWanted; typed: string };

const actionOf = { autopilot: 'autopilot-sync', device: 'sync-payloads', connector: 'exchange-sync' } as const;

type Refused = { refusal: Refusal; kind: keyof typeof actionOf; how: How };

export function refused(turn: Turn, { refusal, kind, how }: Refused): Answer {
  const again = saidAgain(turn, { phrases }, how.typed);
  return readRefused(turn, { action: actionOf[kind], refusal, again, place: 'below', scopes: sightScopes[kind] });
}
