import { actionNamed } from '../actions/index.ts';
import type { Wish } from '../runs/ask.ts';
import type { Schedule } from './schedule.ts';

/** What a schedule asks for at its time: in its owner's name, in the chat where it was made. */
export function wishOf({ id, work, owner, heard, where, madeAt }: Schedule, targets: Wish['targets'], at: Date): Wish {
  return {
    ...{ action: actionNamed(work.action), targets, opening: { kind: 'free' } },
    // Like any booking it waits where the window is closed just then, and its end is told in a message. A time that a person
    // has set is no estimate, so no margin is added; it has come by now, so no board says that Intune opens then.
    booking: { opensAt: at, basis: 'service' },
    ...{ asker: owner, heard, where, askedAt: madeAt, cardId: null },
    askKey: `schedule:${id}:${at.toISOString()}`,
  };
}
