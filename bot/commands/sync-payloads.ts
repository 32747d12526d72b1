import { syncPayloads as action } from '../actions/sync-payloads.ts';
import type { Answer, Command, Turn } from './define.ts';
import { isSaidOfConnector } from './exchange-words.ts';
import { payloadWish } from './find-words.ts';
import { begin, newDraft } from './payloads/draft.ts';
import { find } from './payloads/find.ts';
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
  const { intent, items, devices, all } = payloadWish(typed);
  const restoresAll = all && intent === 'restore';
  const content = {
    ...newDraft,
    intent: intent ?? 'remove',
    all: restoresAll,
    wanted: [...items],
    said: saidOf(typed),
  };
  return find(turn, await begin(turn, content), devices);
}

const longestSaid = 20_000;
const saidOf = (typed: string) => typed.replace(/^(?:on|на|auf|for|для|für)\s+/i, '').slice(0, longestSaid);
