import type { Person } from '../../../bot/ports.ts';
import type { Asked, Follow, Wish } from '../../../bot/runs/ask.ts';
import type { CancelAnswer } from '../../../bot/runs/cancel.ts';
import type { Run } from '../../../bot/runs/run.ts';
import type { Write } from '../graph.ts';
import type { Company } from '../people.ts';
import type { Process, World } from '../process.ts';

/** What must hold whatever happens. It watches a story, and says what it ought never to have seen. */
export type Truth = {
  written?(write: Write): void;
  /** Graph said that it took it, and a process heard that. */
  accepted?(write: Write): void;
  /** Somebody confirmed a plan; what comes of it is not known yet. */
  asks?(wish: Wish): void;
  asked?(wish: Follow, asked: Asked): void;
  cancelled?(run: Run, answer: CancelAnswer): void;
  /** Somebody settles how, and when, they want to read. */
  chooses?(person: Person): void;
  /** Somebody used the admin center. */
  elsewhere?(deviceId: string): void;
  /** After every step. */
  holds?(): void;
  /** When everything has come to its end, and a process is there to be asked. */
  ends?(last: Process): Promise<void>;
};

export type Scene = { world: World; companies: readonly Company[]; complain(what: string): void };
export type OpenTruth = (scene: Scene) => Truth;

/** The run that a write was made for. */
export const runOf = ({ doing }: Pick<Write, 'doing'>) => (doing?.kind === 'step' ? doing.runId : null);
