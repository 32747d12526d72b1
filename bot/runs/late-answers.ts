import type { Clock } from '../ports.ts';
import type { LateAnswers } from '../ports-writing.ts';
import { lateAnswersIn } from '../store/late-answers.ts';
import type { Store } from '../store/open.ts';
import type { Queue } from './queue.ts';

/** Each is kept together with the step that sends it. */
export const openLateAnswers = ({ store, clock, queue }: { store: Store; clock: Clock; queue: Queue }): LateAnswers =>
  lateAnswersIn(store.db, clock, (tx, id) => queue.send(tx, { lane: 'answer', work: { id } }));
