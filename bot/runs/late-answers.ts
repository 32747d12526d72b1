import type { Clock, Conversation } from '../ports.ts';
import type { LateAnswers } from '../ports-writing.ts';
import { lateAnswersIn, placesOfLateAnswers } from '../store/late-answers.ts';
import type { Store } from '../store/open.ts';
import type { Queue } from './queue.ts';

type Parts = { store: Store; clock: Clock; queue: Queue };

/** Each is kept together with the step that sends it. */
export function openLateAnswers({ store, clock, queue }: Parts): LateAnswers {
  const late = lateAnswersIn(store.db, clock, (tx, id) => queue.send(tx, { lane: 'answer', work: { id } }));
  return store.engine.kind === 'pglite' ? remembering(late, () => placesOfLateAnswers(store.db)) : late;
}

type Place = Pick<Conversation, 'tenantId' | 'id'>;
const keyOf = ({ tenantId, id }: Place) => `${tenantId} ${id}`;

/** A process that is alone knows where it has kept one: hardly ever anywhere, and asking would be one statement more for every turn. */
function remembering(late: LateAnswers, left: () => Promise<readonly Place[]>): LateAnswers {
  let places: Promise<Set<string>> | null = null;
  const known = () => {
    places ??= left().then(
      (all) => new Set(all.map(keyOf)),
      (error: unknown) => {
        places = null;
        throw error;
      },
    );
    return places;
  };
  return {
    ...late,
    async keep(answer) {
      await late.keep(answer);
      // It is kept; where nobody could look now, whoever asks next finds it.
      await known().then(
        (behind) => behind.add(keyOf(answer.where)),
        () => {},
      );
    },
    async waitsIn(where) {
      const behind = await known();
      if (!behind.has(keyOf(where))) return false;
      const waits = await late.waitsIn(where);
      if (!waits) behind.delete(keyOf(where));
      return waits;
    },
  };
}
