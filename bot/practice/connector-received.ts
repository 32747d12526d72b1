import type { Card, ChatMessage, Json, OfferedFile, SuggestedReply } from './connector-types.ts';
import { practiceBot } from './people.ts';

/** What a bot's activity shows. Everything else in it is of no use to a chat window. */
export type Content = Pick<
  ChatMessage,
  'text' | 'textFormat' | 'cards' | 'links' | 'suggested' | 'files' | 'offer' | 'summary' | 'onlyFor'
>;

const adaptiveCard = 'application/vnd.microsoft.card.adaptive';
const fileInfo = 'application/vnd.microsoft.teams.card.file.info';
const fileConsent = 'application/vnd.microsoft.teams.card.file.consent';
const drawn: readonly unknown[] = [adaptiveCard, fileInfo, fileConsent];

export function contentOf(activity: Json): Content {
  const attachments = objects(activity['attachments']);
  const recipient = object(activity['recipient']);
  return {
    text: string(activity['text']),
    textFormat: activity['textFormat'] === 'plain' ? 'plain' : 'markdown',
    cards: attachments
      .filter((one) => one['contentType'] === adaptiveCard)
      .map((one) => object(one['content']) as Card),
    links: attachments.filter((one) => !drawn.includes(one['contentType'])).map(linksOf),
    files: attachments
      .filter((one) => one['contentType'] === fileInfo)
      .map((one) => ({ name: string(one['name']), url: string(one['contentUrl']) })),
    offer: attachments.filter((one) => one['contentType'] === fileConsent).map(offerIn)[0] ?? null,
    suggested: repliesOf(object(activity['suggestedActions'])['actions']),
    summary: string(activity['summary']),
    onlyFor: recipient['isTargeted'] === true ? string(recipient['id']) : null,
  };
}

export function botMessage(place: Pick<ChatMessage, 'id' | 'conversation' | 'thread'>, content: Content): ChatMessage {
  return { ...place, ...content, from: practiceBot, edited: false, revision: 0, undelivered: null };
}

function offerIn(attachment: Json): OfferedFile {
  const { description, sizeInBytes, acceptContext: accept, declineContext: decline } = object(attachment['content']);
  return { name: string(attachment['name']), about: string(description), bytes: Number(sizeInBytes), accept, decline };
}

function linksOf(attachment: Json): ChatMessage['links'][number] {
  const content = object(attachment['content']);
  const text =
    string(content['text']) ||
    string(content['title']) ||
    string(attachment['name']) ||
    string(attachment['contentType']);
  return { text, buttons: repliesOf(content['buttons']) };
}

function repliesOf(actions: unknown): SuggestedReply[] {
  return objects(actions).map((action) => ({ title: string(action['title']), value: string(action['value']) }));
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(object) : [];
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
