import type { Key, Lexicon } from '../../cards/words/index.ts';
import type { Graph } from '../graph/client.ts';
import type { CardJson, Clock, Conversation, Language, People, Person, Practice, Reader, Scope } from '../ports.ts';
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
};

/** What commands work with. */
export type Desk = {
  runs: Runs;
  people: People;
  clock: Clock;
  lexicon: Lexicon;
  practice: Practice | null;
  /** Graph in a person's name, for the length of a turn. */
  graphFor(person: Person, scopes: readonly Scope[]): Graph;
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
  /** Understood and listed in practice mode only. */
  practiceOnly?: boolean;
  run(turn: Turn, argument: string): Promise<Answer>;
};
