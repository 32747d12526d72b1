import type { PressOf } from '../../../cards/press.ts';
import { keyOf, payloadBaseline, type SetItem, setChange } from '../../actions/payload-set.ts';
import type { FoundDevice } from '../../finding/devices.ts';
import type { Offered } from '../../finding/payloads.ts';
import type { Run, RunTarget } from '../../runs/run.ts';
import { canBeRepeated } from '../../views/payload-run-buttons.ts';
import { hasSuccessor } from '../../views/run-refusal.ts';
import { standingOf } from '../../views/targets-status.ts';
import type { Answer, Turn } from '../define.ts';
import { noSuchRun, nothingToRepeat } from '../runs.ts';
import { begin, type DraftContent, newDraft, type Open } from './draft.ts';
import { offerSuccessor, proceed } from './proceed.ts';

/** All of it or what a repeat can cure; a new plan is shown first, for what is there by now. */
export async function againPayloads(turn: Turn, run: Run, only: 'all' | 'failed'): Promise<Answer> {
  const wanted = only === 'all' ? run.targets : run.targets.filter(canBeRepeated);
  if (wanted.length === 0) return nothingToRepeat(turn, run);
  const intent = wanted.some(({ target }) => setChange.parse(target.wish).adds.length > 0) ? 'remove' : 'restore';
  const content = { ...newDraft, intent, left: only === 'failed' ? leftOf(run) : [] } as const;
  const form = await draftFor(turn, wanted, content);
  const below = { ...turn, cardId: null };
  return wanted.some(hasSuccessor) ? offerSuccessor(below, form) : proceed(below, form);
}

/** Everything that this run took off comes back. */
export async function restorePressed(turn: Turn, { run: number }: PressOf<'restore'>): Promise<Answer> {
  const run = await turn.desk.runs.find(turn.from.tenantId, number);
  if (run?.action !== 'sync-payloads') return noSuchRun(turn, number);
  const accepted = run.targets.filter(({ outcome }) => outcome?.kind === 'accepted');
  const form = await draftFor(turn, accepted, { ...newDraft, intent: 'restore' });
  return proceed({ ...turn, cardId: null }, form);
}

/** The plan reads each device anyway, and Graph lets nobody read a thousand of them twice in a row. */
function draftFor(turn: Turn, targets: readonly RunTarget[], content: DraftContent): Promise<Open> {
  const devices = targets.map(deviceOf);
  const chosen = itemsOf(targets, devices);
  return begin(turn, { ...content, devices, candidates: devices, offered: chosen, chosen, said: ' ' });
}

const unread = {
  user: null,
  userId: null,
  userName: null,
  serial: null,
  osVersion: null,
  model: null,
  enrolledAt: null,
};

/** As far as the run tells. */
const deviceOf = ({ target }: RunTarget): FoundDevice => ({
  ...{ ...unread, id: target.id, name: target.label ?? target.id },
  ...{ os: 'unknown', owner: 'unknown', agent: 'unknown' },
  lastSyncAt: payloadBaseline.parse(target.baseline).lastSyncAt,
  route: setChange.parse(target.wish).route,
});

/** Each device gets again what it was to get before. */
function itemsOf(targets: readonly RunTarget[], devices: readonly FoundDevice[]): Offered[] {
  const places = new Map(devices.map(({ id }, index) => [id, index]));
  const asked = targets.flatMap(({ target }) => {
    const { adds, restores } = setChange.parse(target.wish);
    const on = places.get(target.id);
    return on === undefined ? [] : [...adds, ...restores].map((item) => ({ item, on }));
  });
  const byId = Map.groupBy(asked, ({ item }) => keyOf(item));
  return [...byId.values()].flatMap(([first, ...others]) =>
    first
      ? [
          offeredAgain(
            first.item,
            [first, ...others].map(({ on }) => on),
          ),
        ]
      : [],
  );
}

const offeredAgain = ({ id, kind, name, type = null }: SetItem, on: readonly number[]): Offered => ({
  ...{ id, kind, name: name ?? id, type, state: null, failed: false },
  variants: [{ id, type, on }],
});

const wentWrong = ({ verdict }: RunTarget) => verdict === 'failed' || verdict === 'refused';

/** What did not come to a good end, and is not repeated all the same. */
const leftOf = (run: Run): DraftContent['left'] => [
  { why: 'not-curable', names: namesOf(run.targets.filter((one) => wentWrong(one) && !canBeRepeated(one))) },
  { why: 'silent', names: namesOf(run.targets.filter((one) => standingOf(one, run) === 'silent')) },
];

const namesOf = (targets: readonly RunTarget[]) => targets.map(({ target }) => target.label ?? target.id);
