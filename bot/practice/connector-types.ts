/** Who practises: one account of the invented tenant, as Teams and Entra would name it. */
export interface PractisingPerson {
  readonly name: string;
  readonly aadObjectId: string;
  /** What Teams calls this person towards the bot: `29:` and something opaque. */
  readonly teamsId: string;
  readonly title: string;
}

/** As Teams names them. */
export const locales = ['en-US', 'ru-RU', 'de-DE'] as const;
export type Language = (typeof locales)[number];

/** The one of these that `de` or `de-CH` belongs to; American English otherwise. */
export const localeOf = (language: string): Language =>
  locales.find((locale) => locale.slice(0, 2) === language.slice(0, 2).toLowerCase()) ?? 'en-US';

export type ConversationType = 'personal' | 'groupChat' | 'channel';
export type Json = Record<string, unknown>;
export type Card = Json & { readonly type?: 'AdaptiveCard' };

/** A button that says its value when it is pressed (Bot Framework's `imBack`). */
export interface SuggestedReply {
  readonly title: string;
  readonly value: string;
}

/** A file as it is in somebody's OneDrive. */
export interface KeptFile {
  readonly name: string;
  readonly url: string;
}

/** A file the bot would like to hand over, and what Teams sends back with the answer. */
export interface OfferedFile {
  readonly name: string;
  readonly about: string;
  readonly bytes: number;
  readonly accept: unknown;
  readonly decline: unknown;
}

export interface ChatMessage {
  /** Milliseconds since 1970, as Teams numbers messages: sorting by it is sorting by time. */
  readonly id: string;
  /** The conversation without its thread. */
  readonly conversation: string;
  /** The id of the thread's first message; null outside channels. */
  readonly thread: string | null;
  readonly from: { readonly id: string; readonly name: string };
  readonly text: string;
  readonly textFormat: 'plain' | 'markdown';
  readonly cards: readonly Card[];
  /** Sign-in cards and other attachments the page shows as text with links. */
  readonly links: readonly { readonly text: string; readonly buttons: readonly SuggestedReply[] }[];
  readonly suggested: readonly SuggestedReply[];
  /** What a person attached, or the bot handed over. */
  readonly files: readonly KeptFile[];
  readonly offer: OfferedFile | null;
  readonly summary: string;
  readonly edited: boolean;
  /** Counts edits of the message itself: an answer to an older revision may not replace a newer one. */
  readonly revision: number;
  /** Why a person's message did not arrive; null when it did. */
  readonly undelivered: 'unreachable' | 'refused' | null;
  /** The Teams id of the only person who sees it (a targeted message); null for everybody. */
  readonly onlyFor: string | null;
}

export interface ConversationSummary {
  readonly id: string;
  readonly type: ConversationType;
  readonly members: readonly string[];
}

/** What a page or a terminal needs to know at once. */
export type Change =
  | { readonly kind: 'message'; readonly message: ChatMessage }
  | { readonly kind: 'deleted'; readonly conversation: string; readonly id: string }
  | { readonly kind: 'typing'; readonly conversation: string; readonly thread: string | null }
  | { readonly kind: 'bot'; readonly reachable: boolean };

/** Who does something, where, in which language: what every activity is built from. */
export interface Place {
  readonly person: PractisingPerson;
  readonly conversation: string;
  readonly thread: string | null;
  readonly language: Language;
  readonly timeZone: string;
}

/** The bot's answer to an invoke: the response body, or the reason there is none. */
export type InvokeAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: Json | null; readonly revision: number }
  | { readonly kind: 'unreachable' };

export interface ConnectorReply {
  readonly status: number;
  readonly body: unknown;
}
