import { refused, type Told } from './graph-asked.ts';
import { type AutopilotParts, type AutopilotWorld, settled } from './graph-autopilot.ts';
import { listTold, type Row } from './graph-lists.ts';
import type { Route, Routed } from './graph-router.ts';
import { guidOf } from './people.ts';

/** Laptops that wait for their rollout; the words are Graph's own. */

type Laptop = { serial: string; statusAt(now: Date): Status | null; enrollment: string };
type Status =
  | 'unknown'
  | 'assignedInSync'
  | 'assignedOutOfSync'
  | 'assignedUnkownSyncState'
  | 'notAssigned'
  | 'pending'
  | 'failed';

const path = '/deviceManagement/windowsAutopilotDeviceIdentities';

export const autopilotDeviceRoutes = (parts: AutopilotParts): Route[] => [
  { method: 'GET', template: path, answer: (routed) => laptopsTold(parts, routed) },
];

/** It knows no `eq`, and no `$select` is documented. */
function laptopsTold(parts: AutopilotParts, routed: Routed): Told {
  parts.becomes(settled(parts.world(), routed.at));
  const wanted = wantedIn(routed.query.get('$filter'));
  if (wanted === null) return refused(400);
  const known = laptopsIn(parts.world()).flatMap(({ serial, statusAt, enrollment }) => {
    const status = statusAt(routed.at);
    return status && serial.toLowerCase().includes(wanted) ? [{ serial, status, enrollment }] : [];
  });
  return listTold(routed, { things: known, rowOf });
}

/** In lower case; '' without a filter, null for one that it does not take. */
function wantedIn(filter: string | null): string | null {
  if (filter === null) return '';
  const literal = /^contains\(serialNumber,'((?:[^']|'')+)'\)$/.exec(filter)?.[1];
  return literal === undefined ? null : literal.replaceAll("''", "'").toLowerCase();
}

const rolloutSize = 60;
/** Uploaded just now: the next sync that is begun through Graph brings them. */
const uploadedLate = 3;
/** Added to their group late: assigned one after the other, once that sync has brought the last of them. */
const addedLate = 8;
const assignedEveryMs = 6 * 60_000;

/** `5CG4200R01` to `5CG4200R60`. */
export const rolloutSerials: readonly string[] = Array.from(
  { length: rolloutSize },
  (_, index) => `5CG4200R${String(index + 1).padStart(2, '0')}`,
);

function laptopsIn({ fetchedAt }: AutopilotWorld): Laptop[] {
  const rollout = rolloutSerials.map((serial, index): Laptop => {
    const left = rolloutSize - index;
    const assigned = index % 2 === 0 ? 'assignedUnkownSyncState' : 'assignedInSync';
    const turn = addedLate - left + 1;
    return {
      ...{ serial, enrollment: 'notContacted' },
      statusAt(now) {
        if (left <= uploadedLate && fetchedAt === null) return null;
        if (left > addedLate) return assigned;
        const dueMs = fetchedAt === null ? Number.POSITIVE_INFINITY : Date.parse(fetchedAt) + turn * assignedEveryMs;
        return now.getTime() < dueMs ? 'pending' : assigned;
      },
    };
  });
  return [...rollout, ...others];
}

const laptop = (serial: string, status: Status, enrollment = 'notContacted'): Laptop => ({
  ...{ serial, enrollment, statusAt: () => status },
});

/** One for each way to stand, and one whose serial has another's in it. */
const others: readonly Laptop[] = [
  laptop('5CG4200R01X', 'failed'),
  laptop('PF4FAIL1', 'failed'),
  laptop('PF4NONE1', 'notAssigned'),
  laptop('PF4ODD01', 'unknown'),
  laptop('PF4LATE1', 'assignedOutOfSync'),
  laptop('PF4HERE1', 'assignedInSync', 'enrolled'),
  laptop('PF4 12AB 34CD', 'assignedInSync'),
];

const rowOf = ({ serial, status, enrollment }: { serial: string; status: Status; enrollment: string }): Row => ({
  ...{ id: guidOf(`autopilot ${serial}`), serialNumber: serial, enrollmentState: enrollment, groupTag: '' },
  ...{ deploymentProfileAssignmentStatus: status, deploymentProfileAssignmentDetailedStatus: 'none' },
  ...{ manufacturer: 'HP', model: 'EliteBook 840', purchaseOrderIdentifier: '', productKey: '' },
  ...{ lastContactedDateTime: '0001-01-01T00:00:00Z', userPrincipalName: '', displayName: '' },
});
