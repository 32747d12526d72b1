import type { ConversationSummary, PractisingPerson } from '../connector-types.ts';
import type { Here } from './api.ts';
import type { Theme } from './palette.ts';
import type { Settings } from './settings.ts';
import type { Words } from './words.ts';

/** What every part of the page needs to know while one person looks at one conversation. */
export interface Desk {
  readonly settings: Settings;
  readonly words: Words;
  readonly theme: Theme;
  readonly person: PractisingPerson;
  readonly people: readonly PractisingPerson[];
  readonly conversations: readonly ConversationSummary[];
  readonly conversation: ConversationSummary;
  readonly here: Here;
  readonly announce: (text: string) => void;
}

export function conversationName(words: Words, { type }: ConversationSummary): string {
  return words[type];
}

export function conversationHint(words: Words, { type }: ConversationSummary): string {
  return { personal: words.personalHint, groupChat: words.groupChatHint, channel: words.channelHint }[type];
}
