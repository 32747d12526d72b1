/** What the folders need of one another and of the outside, as types only. */

declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type TenantId = Brand<string, 'tenant'>;
/** Entra object id. */
export type PersonId = Brand<string, 'person'>;
export type RunId = Brand<string, 'run'>;

export const languages = ['en', 'ru'] as const;
export type Language = (typeof languages)[number];

export type Person = {
  tenantId: TenantId;
  id: PersonId;
  name: string;
  /** `29:…`, needed to mention a person and to open a chat with them. */
  teamsId: string;
};

export type Conversation = {
  id: string;
  kind: 'personal' | 'groupChat' | 'channel';
  tenantId: TenantId;
  serviceUrl: string;
  /** `28:<app id>`, the bot as Teams names it there. */
  botId: string;
};

/** How a person reads: language and named time zone. */
export type Reader = { language: Language; zone: string };

export type Clock = { now(): Date };

export type Log = {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
};

/** An Adaptive Card as JSON, complete with `fallbackText`. */
export type CardJson = { type: 'AdaptiveCard'; fallbackText: string } & Record<string, unknown>;

/** What became of a message the bot wanted to send or edit unasked. */
export type Delivery = { kind: 'shown'; cardId: string } | { kind: 'no-message' } | { kind: 'no-conversation' };

export type Outbox = {
  post(where: Conversation, card: CardJson): Promise<Delivery>;
  edit(where: Conversation, cardId: string, card: CardJson): Promise<Delivery>;
};

/** Graph permissions, without the address of the cloud. */
export type Scope = string;

export type TokenAnswer = { kind: 'token'; token: string } | { kind: 'signed-out' };

/** The seam to `identity`: being signed out is an answer, not an exception. */
export type Tokens = {
  graphToken(person: Person, scopes: readonly Scope[], options?: { fresh?: boolean }): Promise<TokenAnswer>;
};

/** What the person chose; null means: as Teams says. */
export type Choice = { language: Language | null; zone: string | null };

export type People = {
  choiceOf(person: Person): Promise<Choice>;
  choose(person: Person, heard: Reader, choice: Partial<Choice>): Promise<void>;
};

/** How the invented Graph is to answer one request. */
export type PracticeAnswer = {
  on: 'write' | 'read';
  status: number | 'timeout' | 'broken' | 'nonsense';
  /** Sent as it is in `Retry-After`. */
  retryAfter: string | null;
  /** Which of several bodies a status has: `scope`, `role`, `approval`, `access`, `action`, `intune`; `begun`: it began all the same; `failed`, `silent`: it is taken and then fails, or nothing happens. */
  flavour: string | null;
};

/** The strings of the invented tenant; null where the bot works on a real one. */
export type Practice = {
  tenantId: TenantId;
  next(answer: PracticeAnswer): void;
  /** Turns the tenant's clock and the bot's, forwards only. */
  turnClock(ms: number): Promise<void>;
  reset(): Promise<void>;
};

/** One small value that outlives the process. */
export type Keep = { read(): Promise<unknown>; write(value: unknown): Promise<void> };
