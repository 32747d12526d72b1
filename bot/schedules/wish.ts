import { tenantTarget } from '../actions/define.ts';
import { actionNamed } from '../actions/index.ts';
import { unread, type Wish } from '../runs/ask.ts';
import type { Schedule } from './schedule.ts';
import type { ScheduledWork } from './work.ts';

/** What a schedule asks for at its time: in its owner's name, in the chat where it was made. */
export function wishOf({ id, work, owner, heard, where, madeAt }: Schedule, at: Date): Wish {
  return {
    action: actionNamed(work.action),
    targets: targetsOf(work),
    opening: { kind: 'free' },
    // Like any booking it waits where the window is closed just then.
    booking: work.action === 'autopilot-sync' ? { opensAt: at, basis: 'service' } : null,
    asker: owner,
    where,
    heard,
    askKey: `schedule:${id}:${at.toISOString()}`,
    cardId: null,
    askedAt: madeAt,
  };
}

function targetsOf(work: ScheduledWork): Wish['targets'] {
  switch (work.action) {
    case 'autopilot-sync':
      return [unread(tenantTarget)];
    case 'exchange-sync':
      return work.connectors.map(({ id, name }) =>
        unread({ kind: 'connector', id, label: name, wish: { sync: work.sync } }),
      );
  }
}
