/** What the folders need of one another and of the outside, as types only. */

import type { PracticeAnswer } from './ports-practice.ts';
import type { TenantSettings } from './ports-tenant.ts';

declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type TenantId = Brand<string, 'tenant'>;
/** Entra object id. */
export type PersonId = Brand<string, 'person'>;
export type RunId = Brand<string, 'run'>;

export const languages = ['en', 'ru', 'de'] as const;
export type Language = (typeof languages)[number];

/** The language of `de-CH`, or of `de-CH,de;q=0.9`; English where nobody speaks it here. */
export function languageOf(locale: string | undefined): Language {
  const heard = /^[a-z]+/i.exec(locale ?? '')?.[0].toLowerCase();
  return languages.find((language) => language === heard) ?? 'en';
}

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

/** What became of a message the bot wanted to send or edit. `refused`: as it is, Teams would refuse it again. */
export type Delivery =
  | { kind: 'shown'; cardId: string }
  | { kind: 'no-message' }
  | { kind: 'no-conversation' }
  | { kind: 'refused'; error: Error };

/** Graph permissions, without the address of the cloud. */
export type Scope = string;

/**
 * What it takes to act in a person's name again: signing in, consent to the scopes, proof that conditional access asks for, or
 * nothing that the person could do (`policy`: conditional access refuses even after the proof was given).
 */
export const signInNeeds = ['sign-in', 'consent', 'proof', 'policy'] as const;
export type SignInNeed = (typeof signInNeeds)[number];

/** A token, or why there is none: being signed out is an answer, not an exception. */
export type TokenAnswer =
  | { kind: 'token'; token: string }
  | { kind: 'signed-out'; need: SignInNeed }
  /** Entra did not answer as it should; `settings` means that it refuses this bot's own credential. */
  | { kind: 'unavailable'; how: 'timeout' | 'connection' | 'server' | 'throttled' | 'settings'; retryAt: Date | null };

/** `fresh`: not one that was given before. `claims`: what Graph's claims challenge asks for, as JSON. */
export type TokenWish = { fresh?: boolean; claims?: string | undefined };

/** The seam to `identity`. */
export type Tokens = {
  graphToken(person: Person, scopes: readonly Scope[], wish?: TokenWish): Promise<TokenAnswer>;
};

/** What a person is offered who has to sign in. */
export type SignInOffer = {
  /** Comes back with the token of a silent sign-in. */
  id: string;
  /** The App ID URI that a silent token is asked for; null where it could not help. */
  resource: string | null;
  /** The bot's own page, made for this person: only ever shown to them. */
  link: string;
  /** A page for everybody's eyes that says how to go on. */
  sharedLink: string;
};

export type SignInWish = {
  need: Exclude<SignInNeed, 'policy'>;
  scopes: readonly Scope[];
  /** What they had asked for, as plain JSON; it is done again after they have signed in. */
  pending: object | null;
  heard: Reader;
};

/** Why signing in failed: a closed list, and each has its words. */
export const signInFailures = [
  /** The offer is unknown, used, or older than a quarter of an hour. */
  'expired-offer',
  /** It was made to somebody else. */
  'not-yours',
  /** The token is not one of Teams for this person, this tenant and this bot. */
  'wrong-token',
  'expired-token',
  'wrong-account',
  'wrong-code',
  'consent',
  'proof',
  'throttled',
  'unavailable',
  'settings',
] as const;
export type SignInFailure = (typeof signInFailures)[number];

/** `pending`: what they had asked for is now being done by a step. */
export type SignInAnswer =
  | { kind: 'signed-in'; pending: boolean }
  /** `again`: another client of the person hears the same at this moment. */
  | { kind: 'refused'; why: SignInFailure; again?: boolean };

/** Signing in as Teams sees it. The same token from several clients at once is exchanged once. */
export type SignIn = {
  offer(person: Person, wish: SignInWish): Promise<SignInOffer>;
  exchange(person: Person, sent: { id: string; token: string }): Promise<SignInAnswer>;
  /** `code` is what our page handed back through Teams. */
  redeem(person: Person, code: string): Promise<SignInAnswer>;
};

/** Who is signed in, as Entra says. */
export type Account = { username: string; scopes: readonly Scope[]; since: Date };

/** What people do about their own sign-in. */
export type Accounts = {
  accountOf(person: Person): Promise<Account | null>;
  /** False where nobody was signed in. */
  signOut(person: Person): Promise<boolean>;
};

/** A plan in the making: whose it is, what has been chosen so far, and when it was last used. */
export type Draft = { owner: PersonId; content: unknown; touchedAt: Date };

export type Drafts = {
  /** The answer is its id. */
  open(person: Person, content: object, now: Date): Promise<string>;
  find(tenantId: TenantId, id: string): Promise<Draft | null>;
  save(draft: { tenantId: TenantId; id: string }, content: object, now: Date): Promise<void>;
  drop(tenantId: TenantId, id: string): Promise<void>;
};

export type { HttpAnswer, HttpAsk, PageAnswer, PageRequest, Sender } from './ports-http.ts';
export type { PracticeAnswer } from './ports-practice.ts';
export type { ApprovalRules, TenantSettings } from './ports-tenant.ts';

/** What the person chose; null means: as Teams says. `quiet`: when they want no messages unasked, as `22:00-07:00`; null: never. */
export type Choice = { language: Language | null; zone: string | null; quiet: string | null };

/** What nobody needs to hear twice. */
export type OnceTold = 'exchange-support';

export type People = {
  wasTold(person: Person, what: OnceTold): Promise<boolean>;
  told(person: Person, what: OnceTold): Promise<void>;
  choiceOf(person: Person): Promise<Choice>;
  choose(person: Person, heard: Reader, choice: Partial<Choice>): Promise<void>;
  /** Whatever is remembered of them here; what is stored is deleted elsewhere. */
  forget(person: Person): void;
};

/** `noticesTo`: `keep` leaves it as it is. */
export type SavedTenantSettings = Omit<TenantSettings, 'noticesTo'> & { noticesTo: Conversation | null | 'keep' };

export type TenantSettingsStore = {
  of(tenantId: TenantId): Promise<TenantSettings>;
  save(tenantId: TenantId, settings: SavedTenantSettings): Promise<void>;
};

/** The strings of the invented tenant; null where the bot works on a real one. */
export type Practice = {
  tenantId: TenantId;
  next(answer: PracticeAnswer): void;
  /** Whether the action on devices is known by its new name only, or by its old one only. */
  successor(on: boolean): void;
  connectors(which: 'none' | 'three'): void;
  throttle(seconds: number): void;
  /** Turns the tenant's clock and the bot's, forwards only. */
  turnClock(ms: number): Promise<void>;
  reset(): Promise<void>;
};

/** One small value that outlives the process. */
export type Keep = { read(): Promise<unknown>; write(value: unknown): Promise<void> };
