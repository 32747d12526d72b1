import type { TurnContext } from 'botbuilder';
import type { Person, Reader } from '../ports.ts';
import { searchSchema, type TeamsActivity } from './activity.ts';
import { type Door, senderOf } from './incoming.ts';
import { answerInvoke } from './reply.ts';

/** What is typed into a search of a card; `dataset` is the card's own name for what it searches. */
export type Searched = { from: Person; heard: Reader; dataset: string; text: string };
export type SearchHit = { title: string; value: string };

export type SearchParts = { door: Door; search(searched: Searched): Promise<readonly SearchHit[]> };

export const isSearch = ({ type, name }: TeamsActivity): boolean => type === 'invoke' && name === 'application/search';

/** Clients search whatever the bot can do, so somebody it cannot serve finds nothing. */
export async function onSearch(parts: SearchParts, context: TurnContext, activity: TeamsActivity): Promise<void> {
  const asked = searchSchema.safeParse(activity.value);
  const sender = senderOf(activity, parts.door);
  const results = asked.success && sender ? await parts.search(searchedBy(sender, asked.data)) : [];
  const type = 'application/vnd.microsoft.search.searchResponse';
  await answerInvoke(context, 200, { statusCode: 200, type, value: { results } });
}

const searchedBy = (
  sender: { person: Person; heard: Reader },
  asked: { queryText: string; dataset: string },
): Searched => ({
  from: sender.person,
  heard: sender.heard,
  dataset: asked.dataset,
  text: asked.queryText,
});
