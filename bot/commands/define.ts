import type { Key, Lexicon } from '../../cards/words/index.ts';
import type { Vocabularies } from '../actions/define.ts';
import type { Graph } from '../graph/client.ts';
import type { Refusal } from '../graph/refusal.ts';
import type { Limited } from '../graph/standing.ts';
import type {
  Accounts,
  CardJson,
  Clock,
  Conversation,
  Drafts,
  Language,
  People,
  Person,
  Practice,
  Reader,
  Scope,
  SignInWish,
  TenantId,
  TenantSettingsStore,
} from '../ports.ts';
import type { Runs } from '../runs/runner.ts';
import type { Schedules } from '../schedules/open.ts';
import type { Drawn } from '../views/drawn.ts';
import type { Screen } from '../views/screen.ts';
import type { Watches } from '../watches/watches.ts';
import type { Pasted } from './paste.ts';

/** What a person did, freed of Teams. */
export type Incoming = {
  /** The same for every delivery of one activity. */
  key: string;
  from: Person;
  where: Conversation;
  /** How Teams says they read. */
  heard: Reader;
  did: Did;
  /** They have just signed in for this: asking them once more would lead in circles. */
  signedIn: boolean;
};

export type Did =
  | { kind: 'said'; text: string; file?: AttachedFile }
  /** They attached a file that could not be read. */
  | { kind: 'sent-file'; name: string; why: FileTrouble }
  /** They were asked whether they want a file; null: what came back names no offer. */
  | { kind: 'answered-offer'; offer: string | null; wanted: boolean; cardId: string | null }
  | { kind: 'edited'; text: string }
  | { kind: 'pressed'; data: unknown; cardId: string | null }
  | { kind: 'arrived'; addedBy: string | null };

/** A file that came with a message. Its text is data: no word in it is a command. */
export type AttachedFile = { name: string; text: string };

/** The same, read as a list of devices; `text`: for whoever is to find something else in it. */
export type Attached = Pasted & { text: string };

/** Why a file that somebody attached was not read. */
export const fileTroubles = ['several', 'kind', 'address', 'unreachable', 'too-large', 'not-text', 'empty'] as const;
export type FileTrouble = (typeof fileTroubles)[number];

/** A file that Teams is to ask the person about, before there is one. */
export type FileOffer = {
  name: string;
  /** What is in it. */
  about: string;
  /** About how large it will be. */
  bytes: number;
  /** The id of the offer: all that comes back of it. */
  offer: string;
};

export type Answer = {
  card: CardJson;
  /** `here`: the pressed card becomes this one, for everybody. `below`: a new message. */
  place: 'here' | 'below';
  /** Said to whoever pressed, while the answer appears below. */
  aside?: string;
  /** The pressed message is a run's own and is edited by its steps, not by this turn. */
  kept?: boolean;
  /** Told which message the card became. */
  posted?: (cardId: string) => Promise<void>;
  /** The turn has taken so long that a step may have shown it, or is about to. */
  isLate?: () => boolean;
  /** Told that it found no room in its turn, where a step shows it then; otherwise it is kept as it is. */
  late?: () => Promise<void>;
  /** Teams is to sign the person in, and then what they did is done again; the card is for where that cannot be. */
  signIn?: SignInAsk;
  file?: FileAnswer;
};

/** `instead`: the card where the file could not be offered or handed over. */
export type FileAnswer = { instead: CardJson } & (
  | {
      kind: 'offer';
      file: FileOffer;
      /** Null: here, in place of the card. */
      where: Conversation | null;
    }
  /** Goes where the person said they want it. */
  | { kind: 'text'; text: string }
);

export type SignInAsk = Pick<SignInWish, 'need' | 'scopes'> & { text: string; button: string };

/** What commands work with. */
export type Desk = {
  runs: Runs;
  schedules: Schedules;
  people: People;
  accounts: Accounts;
  drafts: Drafts;
  tenantSettings: TenantSettingsStore;
  /** Whether they settle what holds for their whole tenant. */
  isAdmin(person: Person): boolean;
  watches: Watches;
  vocabularies: Vocabularies;
  /** What waits for this person to sign in goes on. */
  goOn(person: Person): Promise<void>;
  /** Deletes what is known about a person. */
  forget(person: Person): Promise<void>;
  clock: Clock;
  lexicon: Lexicon;
  drawn: Drawn;
  practice: Practice | null;
  /** Graph in a person's name, for the length of a turn. */
  graphFor(person: Person, scopes: readonly Scope[]): Graph;
  /** Why nothing could be asked with these scopes in their name; null where it could. Graph itself is not asked. */
  lackFor(person: Person, scopes: readonly Scope[]): Promise<Refusal | null>;
  /** Where the service holds a tenant back now. */
  limitsOn(tenantId: TenantId): Promise<readonly Limited[]>;
  /** A person's own chat with the bot, if they were seen in it. */
  chatWith(person: Person): Promise<Conversation | null>;
  newId(): string;
};

/** One thing a person did, with everything needed to answer it. */
export type Turn = Omit<Incoming, 'did'> & {
  desk: Desk;
  screen: Screen;
  /** The card that was pressed. */
  cardId: string | null;
  /** The list in a file that came along. */
  attached: Attached | null;
};

export const commandNames = [
  'help',
  'sync-payloads',
  'device',
  'autopilot',
  'sync-autopilot',
  'exchange',
  'sync-exchange',
  'again',
  'runs',
  'run',
  'cancel',
  'history',
  'export-history',
  'note',
  'schedule',
  'schedules',
  'watch',
  'watches',
  'unwatch',
  'on-call',
  'explain',
  'settings',
  'health',
  'who-am-i',
  'sign-in',
  'sign-out',
  'forget-me',
  'practice',
] as const;
export type CommandName = (typeof commandNames)[number];

/** What a person can ask of the bot. */
export type Command = {
  name: CommandName;
  /** The first of each language is the one help shows. */
  phrases: Record<Language, readonly [string, ...string[]]>;
  /** What may follow the phrase; `as-typed`: with its case, quotes and lines. */
  takes: 'nothing' | 'number' | 'number-or-nothing' | 'text' | 'as-typed';
  about: Key;
  /** What can be said after the phrase, where `about` leaves that open. */
  examples?: Key;
  /** What else leads to it, where help with that is asked for. */
  subjects?: readonly string[];
  /** What it asks of Graph in the person's name. */
  scopes?: readonly Scope[];
  /** Where Teams lists it beside the box one types in; ten at most in one place, the rest is in help. */
  menu?: 'everywhere' | 'personal';
  /** Understood and listed in practice mode only. */
  practiceOnly?: boolean;
  /** `phrase`: which of them was said, as it is compared; where several mean different things, it decides. */
  run(turn: Turn, argument: string, phrase?: string): Promise<Answer>;
};
