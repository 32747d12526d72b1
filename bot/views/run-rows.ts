import { errorSentence } from '../../cards/payload-error.ts';
import { refusalSentence } from '../../cards/refusal-lines.ts';
import { standingWord } from '../../cards/run-details.ts';
import type { Key } from '../../cards/words/index.ts';
import type { FoundDevice } from '../finding/devices.ts';
import type { SeenItem } from '../graph/payload-result.ts';
import type { Run, RunTarget } from '../runs/run.ts';
import { type AskedItem, askedItemsOf } from './asked-items.ts';
import { errorFor } from './payload-errors.ts';
import { kindFor } from './payload-labels.ts';
import { refusalOf } from './run-refusal.ts';
import type { Screen } from './screen.ts';
import { standingOf } from './targets-status.ts';

type Cells = Record<Column, string>;

/** In their order. What Intune calls intent and status stays in its words, which a ticket may need. */
const columns = {
  run: 'csv.run',
  device: 'csv.device',
  serial: 'csv.serial',
  user: 'csv.user',
  item: 'csv.item',
  kind: 'csv.kind',
  intent: 'csv.intent',
  status: 'csv.status',
  error: 'csv.error',
  meaning: 'csv.meaning',
  verdict: 'csv.verdict',
  at: 'csv.at',
  requestId: 'csv.request-id',
} as const satisfies Record<string, Key>;
type Column = keyof typeof columns;
const names = Object.keys(columns) as Column[];

/** A row for each target and thing that was asked of it; `devices`: what is known of them besides. */
export function runRows(run: Run, devices: readonly FoundDevice[], screen: Screen) {
  const byId = new Map(devices.map((device) => [device.id, device]));
  const rows = run.targets.flatMap((target) => rowsOf(run, { target, known: byId.get(target.target.id) }, screen));
  return {
    header: names.map((name) => screen.words.say(columns[name])),
    rows: rows.map((row: Cells) => names.map((name) => row[name])),
  };
}

/** What went wrong, each thing once, the most frequent first. */
export function reasonsOf(run: Run, screen: Screen): { meaning: string; count: number }[] {
  const rows = run.targets.flatMap((target) => rowsOf(run, { target, known: undefined }, screen));
  const told = Map.groupBy(
    rows.filter(({ meaning }) => meaning !== ''),
    ({ meaning }) => meaning,
  );
  return [...told].map(([meaning, same]) => ({ meaning, count: same.length })).sort((a, b) => b.count - a.count);
}

type Known = { target: RunTarget; known: FoundDevice | undefined };

function rowsOf(run: Run, { target, known }: Known, screen: Screen): Cells[] {
  const common = cellsOf(run, target, screen);
  const cells = { ...common, serial: known?.serial ?? '', user: known?.user ?? known?.userName ?? '' };
  const items = run.action === 'sync-payloads' ? askedItemsOf(target) : [];
  return items.length > 0 ? items.map((item) => ({ ...cells, ...itemCells(item, cells, screen) })) : [cells];
}

const nothing = { serial: '', user: '', item: '', kind: '', intent: '', status: '', error: '' };

function cellsOf(run: Run, target: RunTarget, screen: Screen): Cells {
  const { outcome, sighting } = target;
  return {
    ...nothing,
    run: String(run.number),
    device: nameOf(target),
    meaning: meaningOf(run, target, screen),
    verdict: standingWord(standingOf(target, run), screen.words),
    at: timeOf(sighting?.at ?? outcome?.at ?? null),
    requestId: requestIdOf(target) ?? '',
  };
}

/** Under which id Graph answered last. */
export function requestIdOf({ outcome, blind }: RunTarget): string | null {
  if (outcome?.kind === 'accepted') return outcome.requestId;
  const support = outcome?.kind === 'refused' ? outcome.refusal.support : blind?.support;
  return support?.requestId ?? null;
}

/** Why nobody looks any more is not what kept the last look from its answer. */
function meaningOf(run: Run, target: RunTarget, screen: Screen): string {
  const standing = standingOf(target, run);
  if (standing === 'superseded') return screen.words.say('board.superseded', { what: 'one' });
  if (standing === 'returned') return screen.words.say('board.returned');
  const refusal = standing === 'unwatched' ? null : refusalOf(run, target, screen);
  return refusal ? refusalSentence(refusal, screen.words) : '';
}

const nameOf = ({ target: { kind, id, label } }: RunTarget) => label ?? (kind === 'tenant' ? '' : id);
const timeOf = (at: Date | null) => at?.toISOString() ?? '';

function itemCells({ seen, intent, ...item }: AskedItem, { meaning, at }: Cells, { words }: Screen): Partial<Cells> {
  const error = seen && errorFor(seen);
  const why = error && [errorSentence(error, words), ...(error.detail ? [error.detail] : [])].join(' ');
  return {
    item: item.name ?? item.id,
    kind: words.say(`payload.kind.${kindFor(item)}`),
    intent,
    status: seen?.status ?? '',
    error: error ? codeIn(seen, error.code) : '',
    meaning: why ?? meaning,
    at: timeOf(seen?.changedAt ?? null) || at,
  };
}

/** A spreadsheet takes a bare number for one, and rounds it beyond 15 digits. */
function codeIn({ errorCode }: SeenItem, code: { hex: string; signed: string } | null): string {
  return code ? `${code.hex} (${code.signed})` : (errorCode ?? '');
}
