import type { Tracing } from './meter.ts';
import type { Conversation, Log, PersonId, Reader, RunId, TenantId } from './ports.ts';
import type { WriteInTurn } from './ports-writing.ts';
import type { Run } from './runs/run.ts';
import type { RunReader } from './views/run-reader.ts';
import type { Screen } from './views/screen.ts';

/** One card that follows a run. */
export type Following = {
  id: string;
  personId: PersonId;
  where: Conversation;
  reader: Reader;
  cardId: string | null;
  /** What its card shows, as far as is known. */
  shown: string | null;
  /** Until then a turn is about to show it. */
  answerBy: Date | null;
  shows: 'run' | 'approval';
};

export type AddedCard = {
  personId: PersonId;
  conversationId: string;
  askKey: string;
  cardId: string;
  fingerprint: string;
};

export type BoardParts = {
  inTurn: WriteInTurn;
  log: Log;
  now(): Date;
  tracing: Tracing;
  /** A card shows a change now that was made then. */
  shown(changedAt: Date): void;
  findRun(id: RunId): Promise<Run | null>;
  followers(id: RunId): Promise<Following[]>;
  waiting(id: RunId): Promise<RunReader['waiting']>;
  /** Null where the run is gone. */
  read(id: RunId): Promise<Reading | null>;
  /** How a card stands; null where it follows nothing any more. */
  standing(one: Following): Promise<{ cardId: string | null; shown: string | null; asOf: Date | null } | null>;
  saveShown(id: string, shown: { cardId: string; fingerprint: string; asOf: Date }): Promise<void>;
  /** The run is told once more then. */
  tellLater(id: RunId, at: Date): Promise<void>;
  drop(id: string): Promise<void>;
  /** Nobody can write there any more. */
  stop(run: Run, one: Following): Promise<void>;
  /** Whether an ask of this name has led to a card already. */
  wasAsked(tenantId: TenantId, askKey: string): Promise<boolean>;
  /** One more card that follows a run, and what it shows. */
  addCard(run: Run, card: AddedCard): Promise<void>;
  screen(reader: Reader): Screen;
};

/** What is shown of a run, and when it was read, by the clock of the database. */
export type Reading = { run: Run; waiting: RunReader['waiting']; asOf: Date };

/** In a group or channel everybody reads the same card, so nobody is "you" there. */
export const readerOf = ({ where, personId }: Following) => (where.kind === 'personal' ? personId : null);
