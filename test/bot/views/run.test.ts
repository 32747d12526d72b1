import type { RunId } from '../../../bot/ports.ts';
import type { Run, Window } from '../../../bot/runs/run.ts';
import { statusOf } from '../../../bot/views/run.ts';
import { later, minute, noon, waiting } from '../runs/samples.ts';
import { newTenant, personOf } from '../store/samples.ts';

const tenantId = newTenant();

/** Asked for at noon. */
const bookedAt = (window: Window): Run => ({
  ...{ id: 'run-1' as RunId, tenantId, number: 17, action: 'autopilot-sync', asker: personOf(tenantId), askedAt: noon },
  ...{ bookedFor: window.opensAt, endedAt: null, pausedUntil: null, resumedAt: null, cancelledBy: null },
  ...{ joinedElsewhere: false, trace: null, approval: null, targets: [waiting({ window })] },
});

const inTenMinutes = later(10 * minute);

test.each<[string, Window, object]>([
  ['by Intune’s word', { opensAt: inTenMinutes, basis: 'service' }, { kind: 'booked', estimate: false }],
  ['by an estimate', { opensAt: inTenMinutes, basis: 'last-manual' }, { kind: 'booked', estimate: true }],
  [
    'by a schedule, whose time has come: Intune said nothing',
    { opensAt: noon, basis: 'service' },
    { kind: 'starting' },
  ],
])('a booking %s', (_, window, status) => {
  expect(statusOf(bookedAt(window))).toMatchObject(status);
});
