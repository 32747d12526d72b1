import { type OneDeviceView, type PayloadBoardView, payloadBoard } from '../../cards/payload-board.ts';
import type { DeviceStanding } from '../../cards/payload-counts.ts';
import type { PayloadItemView } from '../../cards/payload-items.ts';
import type { RefusalView } from '../../cards/refusal-lines.ts';
import type { CardJson } from '../ports.ts';
import type { Run, RunTarget } from '../runs/run.ts';
import { type AskedItem, askedItemsOf } from './asked-items.ts';
import { frameOf, lookOf, pausedUntil } from './board-parts.ts';
import { errorFor } from './payload-errors.ts';
import { kindFor } from './payload-labels.ts';
import { backBetween } from './payload-plan.ts';
import { payloadButtonsFor, tookSomethingOff } from './payload-run-buttons.ts';
import { manyDevices } from './payload-run-many.ts';
import type { RunReader } from './run-reader.ts';
import { asJson, type Screen } from './screen.ts';
import { standingOf, targetsStatusFor } from './targets-status.ts';

export function payloadRunCard(run: Run, reader: RunReader, screen: Screen): CardJson {
  return asJson(payloadBoard(payloadView(run, reader, screen), screen.words));
}

export function payloadView(run: Run, reader: RunReader, screen: Screen): PayloadBoardView {
  const [first] = run.targets;
  if (!first) throw new Error(`Run ${run.id} has no target`);
  const isOne = run.targets.length === 1;
  const status = targetsStatusFor(run);
  const frame = frameOf(run, reader, screen);
  return {
    ...frame,
    status,
    buttons: payloadButtonsFor({ run, status, reader }, screen),
    on: isOne ? oneDevice(first) : manyDevices({ run, reader }, frame.refusal !== null, screen),
    pause: pauseOf(run, screen.now),
    look: lookOf(run),
    comesBack: backOf(run),
    support: isOne ? supportOf(first) : [],
  };
}

function oneDevice(target: RunTarget): OneDeviceView {
  const { sighting } = target;
  return {
    kind: 'one',
    name: target.target.label ?? target.target.id,
    items: askedItemsOf(target).map(itemView),
    changed: sighting?.changed ?? null,
    checkedIn: sighting?.moved ?? null,
  };
}

const itemView = ({ seen, ...item }: AskedItem): PayloadItemView => ({
  ...{ name: item.name, id: item.id, kind: kindFor(item), intent: item.intent },
  status: seen?.status ?? null,
  at: seen?.changedAt ?? null,
  error: seen ? errorFor(seen) : null,
});

/** What Graph lets through in a window, and how long that is (graph-contract 7.1). */
const window = { starts: 200, minutes: 20 / 60 };

function pauseOf(run: Run, now: Date): PayloadBoardView['pause'] {
  // Those that are starting are held up at Graph's door, and have not been asked for either.
  const left = run.targets.filter(({ state }) => state === 'waiting' || state === 'starting').length;
  const held = left > 0 && run.pausedUntil && run.pausedUntil > now ? run.pausedUntil : null;
  const until = pausedUntil(run, now) ?? held;
  if (!until) return null;
  const windows = Math.ceil(left / window.starts) - 1;
  const minutes = (until.getTime() - now.getTime()) / 60_000 + windows * window.minutes;
  return { until, left, minutes: minutes >= 1 ? Math.ceil(minutes) : null };
}

const maybeNotOff: ReadonlySet<DeviceStanding> = new Set(['failed', 'superseded', 'returned']);

/** From the first start of a removal that was taken. */
function backOf(run: Run): PayloadBoardView['comesBack'] {
  const removals = run.targets.filter(
    (target) => tookSomethingOff(target) && !maybeNotOff.has(standingOf(target, run)),
  );
  const times = removals.flatMap(({ startedAt }) => (startedAt ? [startedAt.getTime()] : []));
  return times.length > 0 ? backBetween(new Date(Math.min(...times))) : null;
}

function supportOf({ target, outcome }: RunTarget): RefusalView['support'] {
  const requestId = outcome?.kind === 'accepted' ? outcome.requestId : null;
  if (!requestId) return [];
  return [
    { name: 'device', value: target.id },
    { name: 'request-id', value: requestId },
  ];
}
