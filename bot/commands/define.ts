import type { Key, Lexicon } from '../../cards/words/index.ts';
import type { Graph } from '../graph/client.ts';
import type { Refusal } from '../graph/refusal.ts';
import type { Limited } from '../graph/standing.ts';
import type {
  Accounts,
  CardJson,
  Clock,
  Conversation,
  Language,
  People,
  Person,
  Practice,
  Reader,
  Scope,
  SignInWish,
  TenantId,
} from '../ports.ts';
import type { Runs } from '../runs/runner.ts';
import type { Screen } from '../views/screen.ts';

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
  | { kind: 'said'; text: string }
  | { kind: 'edited'; text: string }
  | { kind: 'pressed'; data: unknown; cardId: string | null }
  | { kind: 'arrived'; addedBy: string | null };

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
  /** Teams is to sign the person in, and then what they did is done again; the card is for where that cannot be. */
  signIn?: SignInAsk;
};

export type SignInAsk = Pick<SignInWish, 'need' | 'scopes'> & { text: string; button: string };

/** What commands work with. */
export type Desk = {
  runs: Runs;
  people: People;
  accounts: Accounts;
  /** What waits for this person to sign in goes on. */
  goOn(person: Person): Promise<void>;
  /** Deletes what is known about a person. */
  forget(person: Person): Promise<void>;
  clock: Clock;
  lexicon: Lexicon;
  practice: Practice | null;
  /** Graph in a person's name, for the length of a turn. */
  graphFor(person: Person, scopes: readonly Scope[]): Graph;
  /** Why nothing could be asked with these scopes in their name; null where it could. Graph itself is not asked. */
  lackFor(person: Person, scopes: readonly Scope[]): Promise<Refusal | null>;
  /** Where the service holds a tenant back now. */
  limitsOn(tenantId: TenantId): Promise<readonly Limited[]>;
  newId(): string;
};

/** One thing a person did, with everything needed to answer it. */
export type Turn = Omit<Incoming, 'did'> & {
  desk: Desk;
  screen: Screen;
  /** The card that was pressed. */
  cardId: string | null;
};

export const commandNames = [
  'help',
  'autopilot',
  'sync-autopilot',
  'runs',
  'run',
  'cancel',
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
  /** What may follow the phrase. */
  takes: 'nothing' | 'number' | 'text';
  about: Key;
  /** What it asks of Graph in the person's name. */
  scopes?: readonly Scope[];
  /** Understood and listed in practice mode only. */
  practiceOnly?: boolean;
  run(turn: Turn, argument: string): Promise<Answer>;
};
