import type { ChatMessage, Json } from '../connector-types.ts';

/** Teams refreshes a card by itself only when the last time is over a minute ago, or the message was edited since. */
const restMs = 60_000;

/** Which cards are due for their automatic refresh, by Teams' rules. */
export class Refreshes {
  readonly #done = new Map<string, { revision: number; at: number }>();

  due(message: ChatMessage, teamsId: string): Json | undefined {
    const action = refreshActionOf(message, teamsId);
    if (!action) return undefined;
    const key = `${teamsId} ${message.id}`;
    const last = this.#done.get(key);
    if (last && last.revision === message.revision && Date.now() - last.at < restMs) return undefined;
    this.#done.set(key, { revision: message.revision, at: Date.now() });
    return action;
  }
}

/** With a list of people a card refreshes for those only; without one for everybody in a small conversation. */
function refreshActionOf(message: ChatMessage, teamsId: string): Json | undefined {
  const refresh = message.cards[0]?.['refresh'] as { action?: Json; userIds?: readonly string[] } | undefined;
  if (!refresh?.action || (refresh.userIds && !refresh.userIds.includes(teamsId))) return undefined;
  return refresh.action;
}

/** By hand anybody may refresh. */
export function manualRefreshOf(message: ChatMessage): Json | undefined {
  return (message.cards[0]?.['refresh'] as { action?: Json } | undefined)?.action;
}
