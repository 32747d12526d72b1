import type { Target } from '../../actions/define.ts';
import { keyOf, type RemovedItem, type SetItem } from '../../actions/payload-set.ts';
import { plansFor } from '../../actions/plan-payloads.ts';
import { syncPayloads } from '../../actions/sync-payloads.ts';
import type { FoundDevice } from '../../finding/devices.ts';
import { mostRead, type Offered, offeredOn, variantsFor } from '../../finding/payloads.ts';
import { approvalReasonsFor } from '../../runs/approval.ts';
import type { ApprovalReason } from '../../runs/run.ts';
import { choiceCard, guardCard, payloadFormCard, successorCard, waysAmong } from '../../views/payload-forms.ts';
import { changesIn, type Planned, planCard } from '../../views/payload-plan.ts';
import type { Answer, Turn } from '../define.ts';
import { reading } from '../reading.ts';
import { hereOf } from '../run-answer.ts';
import { busyAnswer } from './busy.ts';
import { deviceAnswer } from './device.ts';
import { changed, keep, type Open } from './draft.ts';
import { namedAmong } from './named.ts';
import { showReading } from './pasted-list.ts';
import { pickDevices } from './pick.ts';
import { isOff, removedIn, typesIn, withoutChosen, withTypes } from './removed.ts';
import { asRead, remembered, setsFor } from './sets.ts';
import { graphOf, refused } from './shared.ts';

/**
 * Asks for whatever a draft still lacks, one question at a time, and shows the plan when it lacks nothing. Every form leads here
 * again, so it does not matter in which order somebody said things.
 */
export async function proceed(turn: Turn, open: Open): Promise<Answer> {
  const { content } = open;
  if (isReadNext(content)) return offer(turn, open);
  await keep(turn, open);
  if (content.reading && !content.reading.settled) return showReading(turn, open, content.reading);
  if (content.devices.length === 0)
    return content.said === '' ? pickDevices(turn, open, null) : choose(turn, open, false);
  if (content.purpose === 'device') return oneOf(turn, open);
  if (content.all) return showPlan(turn, open);
  if (content.chosen.length === 0) return showForm(turn, open, null);
  const risky = content.intent === 'remove' && waysAmong(content.chosen).length > 0;
  if (risky && content.guard === 'unasked') return showGuard(turn, open);
  return showPlan(turn, open);
}

/** Which devices is clear, and what can be chosen on them was not read yet. */
const isReadNext = ({ reading: list, devices, purpose, all, offered }: Open['content']): boolean =>
  list?.settled !== false && devices.length > 0 && purpose === 'payloads' && !all && offered === null;

/** Looked at is one device at a time; of several that were named, a person says which. */
async function oneOf(turn: Turn, open: Open): Promise<Answer> {
  const [only, ...others] = open.content.devices;
  if (only && others.length === 0) return deviceAnswer(turn, only);
  const asked = changed(open, { candidates: open.content.devices, devices: [], match: 'exact' });
  await keep(turn, asked);
  return choose(turn, asked, false);
}

export function choose(turn: Turn, { id, content }: Open, complaint: boolean): Answer {
  const { said, match, candidates: devices, more, purpose } = content;
  const several = purpose === 'payloads';
  const card = choiceCard({ draft: id, said, match, devices, isCut: more, several, complaint }, turn.screen);
  return { card, place: hereOf(turn) };
}

/** What can be chosen is read once; what was named in words is looked for in it. */
async function offer(turn: Turn, open: Open): Promise<Answer> {
  const { devices, intent } = open.content;
  const graph = graphOf(turn);
  const isRead = intent === 'restore' || devices.length <= mostRead;
  const read = await reading(() => Promise.all([offeredOn(graph, devices), isRead ? setsFor(turn, open) : []]));
  if (read.kind === 'refused') return refused(turn, read.refusal);
  const [offered, sets] = read.value;
  const removed = removedIn(sets, typesIn(offered));
  const { chosen, search } = namedAmong(intent === 'remove' ? offered : asOffered(removed), open.content);
  const kept = remembered(turn, devices, sets);
  const next = changed(open, { offered, removed, chosen, sets: kept, wanted: [] });
  if (search === null) return proceed(turn, next);
  const asked = changed(next, { search });
  await keep(turn, asked);
  return showForm(turn, asked, null);
}

const asOffered = (items: readonly SetItem[]): Offered[] =>
  items.map((item) => ({
    ...{ id: item.id, kind: item.kind, name: item.name ?? item.id, type: item.type ?? null },
    ...{ state: null, failed: false, variants: [{ id: item.id, type: null, on: null }] },
  }));

/** What a device gets of something that was chosen for all of them. */
const itemsFor = (one: Offered, device: FoundDevice, index: number): SetItem[] =>
  variantsFor(one, device, index).map(({ id, type }) => ({ id, kind: one.kind, name: one.name, type }));

/** To be taken off: what is not off yet. To be put back: what is. */
export function choicesOf({ content: { intent, devices, offered, removed } }: Open): readonly Offered[] {
  if (intent === 'restore') return asOffered(removed);
  if (devices.length > 1) return offered ?? [];
  const off = new Set(removed.filter(isOff).map(keyOf));
  return (offered ?? []).filter((one) => !off.has(keyOf(one)));
}

/** What is off the only device takes some of its places; of several each has its own. */
export function placesTaken({ content: { intent, devices, removed, chosen } }: Open): RemovedItem[] {
  if (intent === 'restore') return removed;
  return devices.length === 1 ? withoutChosen(removed, chosen) : [];
}

export function showForm(turn: Turn, open: Open, complaint: 'nothing' | 'too-many' | null): Answer {
  const { intent, devices, chosen, search, page } = open.content;
  const other = intent === 'restore' || open.content.removed.length > 0;
  const removed = placesTaken(open);
  const form = {
    draft: open.id,
    offered: choicesOf(open),
    intent,
    devices,
    chosen,
    removed,
    search,
    page,
    complaint,
    other,
  };
  return { card: payloadFormCard(form, turn.screen), place: hereOf(turn) };
}

function showGuard(turn: Turn, { id, content: { devices, chosen } }: Open): Answer {
  return { card: guardCard({ draft: id, devices, chosen }, turn.screen), place: hereOf(turn) };
}

const vocabularyOf = ({ desk, from }: Turn) => desk.vocabularies.of(from.tenantId);

/** Each device with what is to be done on it. */
export const askedDevices = ({ content: { devices, all, chosen } }: Open) =>
  devices.map((device, index) => ({
    ...device,
    items: all ? ('all' as const) : chosen.flatMap((one) => itemsFor(one, device, index)),
  }));

/** Reads what is off each device now, shows what would change, and remembers exactly that. */
async function showPlan(turn: Turn, open: Open): Promise<Answer> {
  const { devices, intent, chosen } = open.content;
  const asked = askedDevices(open);
  const ask = { devices: asked, intent, vocabulary: await vocabularyOf(turn) };
  const types = typesIn([...(open.content.offered ?? []), ...chosen]);
  const sets = await setsFor(turn, open);
  const plans = plansFor(ask, sets).map((plan) => withTypes(plan, types));
  const everyRefusal = plans.flatMap((plan) => (plan.kind === 'refused' ? [plan.refusal] : []));
  const [refusal] = everyRefusal;
  if (refusal && everyRefusal.length === plans.length) return refused(turn, refusal);
  const targets = devices.map(({ id }) => ({ kind: 'device' as const, id }));
  const underWay = await turn.desk.runs.findChanging(turn.from.tenantId, targets);
  if (underWay.size === devices.length) return busyAnswer(turn, open, { asked, underWay });
  const read = { plans, underWay, devices: asRead(devices, sets) };
  const targetsPlanned = changesIn(read).map(({ target }) => target);
  const approval = await approvalReasons(turn, targetsPlanned);
  const planned = plannedFor(turn, open, { ...read, approval });
  const kept = { planned: targetsPlanned as Open['content']['planned'], preview: planned.once.nonce };
  await keep(turn, { ...open, content: { ...open.content, ...kept } });
  return { card: planCard(planned, turn.screen), place: hereOf(turn) };
}

/** Why the tenant's rules want a second person for this. */
async function approvalReasons({ desk, from }: Turn, targets: readonly Target[]): Promise<ApprovalReason[]> {
  const { approvals } = await desk.tenantSettings.of(from.tenantId);
  return approvalReasonsFor(approvals, { action: syncPayloads.name, targets });
}

type Read = Pick<Planned, 'plans' | 'underWay' | 'devices' | 'approval'>;

function plannedFor(turn: Turn, { id, content }: Open, read: Read): Planned {
  const { desk, screen, from, where } = turn;
  const { intent, chosen } = content;
  return {
    ...{ draft: id, intent, chosen, ...read },
    once: { nonce: desk.newId(), issuedAt: screen.now },
    notChosen: notChosenIn(content),
    asker: { name: from.name, isReader: where.kind === 'personal' },
  };
}

/** What a list named and this leaves alone, and why. */
function notChosenIn({ reading: read, candidates, left: before }: Open['content']): Planned['notChosen'] {
  if (!read) return before;
  const names = new Map(candidates.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const left = (why: 'undocumented' | 'silent') =>
    read.doubtful.filter((one) => one.why === why && !one.ticked).map(({ id }) => nameOf(id));
  return [
    ...before,
    { why: 'unknown', names: read.unknown.map(({ said }) => said) },
    { why: 'not-chosen', names: read.ambiguous.filter(({ chosen }) => chosen === null).map(({ said }) => said) },
    { why: 'undocumented', names: left('undocumented') },
    { why: 'silent', names: left('silent') },
  ];
}

/** Graph does not know the action by the name that was used; whoever agrees, agrees for the tenant. */
export async function offerSuccessor(turn: Turn, { id, content }: Open): Promise<Answer> {
  await keep(turn, { id, content: { ...content, successor: true } });
  return { card: successorCard(id, turn.screen), place: hereOf(turn) };
}
