import { syncPayloads as action } from '../actions/sync-payloads.ts';
import { messageCard } from '../views/answers.ts';
import type { Answer, Command, Turn } from './define.ts';
import { isSaidOfConnector } from './exchange-words.ts';
import { payloadWish } from './find-words.ts';
import { begin, newDraft } from './payloads/draft.ts';
import { find } from './payloads/find.ts';
import { startAgainButtons } from './payloads/shared.ts';
import { isTimed, scheduleSaid } from './schedules/words.ts';
import { payloadsFirst } from './schedules/work.ts';
import { connectorAnswer } from './sync-exchange.ts';

/** Devices and payloads in any order and as much of them as was said; the rest is asked for. */
export const syncPayloads: Command = {
  name: 'sync-payloads',
  phrases: action.phrases,
  takes: 'as-typed',
  about: 'command.sync-payloads',
  examples: 'help.on.sync-payloads',
  menu: 'everywhere',
  scopes: [...action.scopes.write, ...(action.scopes.also ?? [])],
  run: async (turn, typed) =>
    (isSaidOfConnector(typed) ? await connectorAnswer(turn, typed) : null) ?? payloadsAnswer(turn, typed),
};

async function payloadsAnswer(turn: Turn, typed: string): Promise<Answer> {
  if (isOnlyTime(typed) && !turn.attached) return payloadsFirst(turn, '').answer;
  const { intent, items, joined, devices, said, all, both } = payloadWish(typed);
  if (both) return oneOfBoth(turn);
  const restoresAll = all && intent === 'restore';
  const content = {
    ...newDraft,
    intent: intent ?? 'remove',
    all: restoresAll,
    wanted: [...items],
    joined,
    said: said.slice(0, longestSaid),
  };
  return find(turn, await begin(turn, content), devices);
}

/** Which devices is still to be said, and their preview can be scheduled. */
function isOnlyTime(typed: string): boolean {
  const said = scheduleSaid(typed);
  return said.rest === '' && isTimed(said);
}

const longestSaid = 20_000;

/** A sync replaces the whole set that is off a device, and a form asks for one of the two: nothing is guessed. */
function oneOfBoth(turn: Turn): Answer {
  const both = { title: 'wish.both', sentences: [{ key: 'wish.both.how' }], buttons: startAgainButtons(turn) } as const;
  return { card: messageCard(both, turn.screen), place: 'below' };
}
