import { syncPayloads } from '../../actions/sync-payloads.ts';
import type { Refusal } from '../../graph/refusal.ts';
import type { Scope } from '../../ports.ts';
import { sayButton, typeButton } from '../../views/buttons.ts';
import type { Answer, Turn } from '../define.ts';
import { readRefused } from '../reading.ts';

export const searchScopes = syncPayloads.scopes.read;

/** What scripts did takes a permission of its own, which is asked for when somebody first speaks of a script. */
const { also: moreForScripts = [] } = syncPayloads.scopes;
export const scriptScopes = [...searchScopes, ...moreForScripts];

export const graphOf = ({ desk, from }: Turn, scopes: readonly Scope[] = searchScopes) => desk.graphFor(from, scopes);

/** Reading was refused: nothing has happened, and a draft is still there. */
export const refused = (turn: Turn, refusal: Refusal, scopes: readonly Scope[] = searchScopes): Answer =>
  readRefused(turn, {
    ...{ action: syncPayloads.name, refusal, scopes, place: 'below' },
    again: syncPayloads.phrases[turn.screen.words.language][0],
  });

/** Beneath a form that leads no further. */
export const startAgainButtons = ({ screen: { words } }: Turn) => [
  typeButton(words.say('form.start-again'), syncPayloads.phrases[words.language][0]),
  sayButton('help', words),
];
