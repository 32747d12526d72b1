import type { PressButton } from '../../cards/kit/press-button.ts';
import type { DeviceStanding } from '../../cards/payload-counts.ts';
import { type DeviceRowView, type DeviceWhy, runDetails } from '../../cards/run-details.ts';
import { payloadBaseline } from '../actions/payload-set.ts';
import type { CardJson } from '../ports.ts';
import type { Run, RunTarget } from '../runs/run.ts';
import { noteButton } from './buttons.ts';
import { errorFor } from './payload-errors.ts';
import { refusalOf } from './run-refusal.ts';
import { asJson, type Screen } from './screen.ts';
import { standingOf } from './targets-status.ts';

const rowsOnPage = 10;

/** What went wrong first. */
const order = [
  'failed',
  'refused',
  'silent',
  'never-ended',
  'cannot-look',
  'superseded',
  'returned',
  'unwatched',
  'cancelled',
  'unsure',
  'pending',
  'accepted',
  'waiting',
  'working',
  'done',
] as const satisfies readonly DeviceStanding[];

export function runDetailsCard(run: Run, asked: number, screen: Screen): CardJson {
  const { words, practice, now } = screen;
  const pages = Math.ceil(run.targets.length / rowsOnPage);
  const page = Math.min(asked, pages);
  const place = (target: RunTarget) => order.indexOf(standingOf(target, run));
  const sorted = run.targets.toSorted((a, b) => place(a) - place(b));
  const rows = sorted.slice((page - 1) * rowsOnPage, page * rowsOnPage);
  return asJson(
    runDetails(
      {
        ...{ practice, now, number: run.number, page, pages, devices: run.targets.length },
        title: words.say(`action.${run.action}`),
        rows: rows.map((target) => rowFor(run, target, screen)),
        buttons: buttonsFor(run, { page, pages }, screen),
      },
      words,
    ),
  );
}

function buttonsFor(
  { number }: Run,
  { page, pages }: { page: number; pages: number },
  { words }: Screen,
): PressButton[] {
  const to = (key: 'button.next-page' | 'button.previous-page', other: number): PressButton => ({
    title: words.say(key),
    press: { press: 'details', run: number, page: other, ...(other === 1 ? { back: true } : {}) },
  });
  return [
    ...(page < pages ? [to('button.next-page', page + 1)] : []),
    ...(page > 1 ? [to('button.previous-page', page - 1)] : []),
    { title: words.say('button.csv'), press: { press: 'csv', run: number } },
    noteButton(number, words),
    { title: words.say('button.board'), press: { press: 'show', run: number } },
  ];
}

const rowFor = (run: Run, target: RunTarget, screen: Screen): DeviceRowView => ({
  device: target.target.label ?? target.target.id,
  standing: standingOf(target, run),
  at: target.sighting?.at ?? target.outcome?.at ?? null,
  why: whyOf(run, target, screen),
});

function whyOf(run: Run, target: RunTarget, screen: Screen): DeviceWhy | null {
  const standing = standingOf(target, run);
  switch (standing) {
    case 'refused':
    case 'cannot-look': {
      const refusal = refusalOf(run, target, screen);
      return refusal && { kind: 'refused', refusal };
    }
    case 'silent':
    case 'never-ended':
      return { kind: 'silent', checkedInAt: target.sighting?.moved?.to ?? lastSyncBefore(target) };
    case 'superseded':
    case 'returned':
      return { kind: standing };
    default:
      return standing === 'unwatched' ? null : errorsOf(target);
  }
}

function errorsOf({ sighting }: RunTarget): DeviceWhy | null {
  const [item, ...more] = sighting?.items?.filter(({ status }) => status === 'error') ?? [];
  const error = item && errorFor(item);
  return item && error ? { kind: 'failed', item: item.name ?? item.id, error, more: more.length } : null;
}

/** When the device had checked in before anything was asked for. */
function lastSyncBefore({ target }: RunTarget): Date | null {
  const before = payloadBaseline.safeParse(target.baseline);
  return before.success ? before.data.lastSyncAt : null;
}
