import type { SeenItem } from '../../../bot/graph/payload-result.ts';
import type { Run, RunTarget } from '../../../bot/runs/run.ts';
import { runRows } from '../../../bot/views/run-rows.ts';
import { openLexicon } from '../../../cards/words/index.ts';
import { later, minute, noon, notAllowed, sighting, waiting } from '../runs/samples.ts';
import { newTenant, personOf } from '../store/samples.ts';

const words = openLexicon()('en', 'Europe/Berlin');
const screen = { words, now: noon, practice: false };

const item = { id: 'item-1', kind: 'deviceConfiguration', name: 'Mail profile' };
const seen = (change: Partial<SeenItem> = {}): SeenItem => ({
  ...item,
  intent: 'remove',
  status: 'error',
  detail: null,
  errorCode: '-2016341112',
  changedAt: null,
  ...change,
});

const wish = { route: { via: 'managed' }, vocabulary: 'syncPayloads', keep: [item], adds: [item], restores: [] };
const target = (change: Partial<RunTarget> = {}): RunTarget =>
  waiting({
    target: { kind: 'device', id: 'device-1', label: 'IPAD-07', wish, baseline: null },
    state: 'following',
    outcome: { kind: 'accepted', at: noon, requestId: 'request-1', inferred: false },
    ...change,
  });

function rowsOf(targets: readonly RunTarget[], devices: Parameters<typeof runRows>[1] = []) {
  const tenantId = newTenant();
  const run = { id: 'run-1', tenantId, number: 17, action: 'sync-payloads', asker: personOf(tenantId), targets };
  const { header, rows } = runRows(run as unknown as Run, devices, screen);
  return rows.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column]])));
}

const looked = (...items: SeenItem[]) => ({ ...sighting('failed', later(minute)), items });

test('a code of 64 bits is exact, and a text for every spreadsheet', () => {
  const [row] = rowsOf([target({ sighting: looked(seen({ errorCode: '9007199254740993' })) })]);
  expect(row?.['Error code']).toBe('0x0020000000000001 (9007199254740993)');
});

test('a code that is none is told as Intune tells it', () => {
  const [row] = rowsOf([target({ sighting: looked(seen({ errorCode: 'E_FAIL', detail: 'Broken.' })) })]);
  expect(row).toMatchObject({ 'Error code': 'E_FAIL' });
  expect(row?.['Meaning']).toContain('Broken.');
});

test('each item has its own time where Intune tells it, else that of the look', () => {
  const other = { ...item, id: 'item-2' };
  const both = { ...wish, adds: [item, other], keep: [item, other] };
  const rows = rowsOf([
    target({
      target: { kind: 'device', id: 'device-1', label: 'IPAD-07', wish: both, baseline: null },
      sighting: looked(seen({ changedAt: later(5) }), seen({ id: 'ITEM-2', status: 'removed', errorCode: null })),
    }),
  ]);
  expect(rows.map((row) => [row['Status in Intune'], row['At (UTC)']])).toEqual([
    ['error', later(5).toISOString()],
    ['removed', later(minute).toISOString()],
  ]);
});

test('a device that was refused says why in each row, with the id that support asks for', () => {
  const refusal = { ...notAllowed, support: { ...notAllowed.support, requestId: 'request-9' } };
  const outcome = { kind: 'refused', at: noon, refusal } as const;
  const [row] = rowsOf([target({ state: 'ended', verdict: 'refused', outcome })]);
  expect(row).toMatchObject({ Item: 'Mail profile', 'Status in Intune': '', 'Request ID': 'request-9' });
  expect(row?.['Meaning']).toContain('Not allowed');
  expect(row?.['Result']).toBe(words.say('status.refused'));
});

test('what has not been started or seen is there, and empty where nothing is known', () => {
  const [row] = rowsOf([target({ state: 'waiting', outcome: null })]);
  expect(row).toMatchObject({
    Device: 'IPAD-07',
    Intent: 'remove',
    'At (UTC)': '',
    'Request ID': '',
    'Serial number': '',
  });
  expect(row?.['Result']).toBe(words.say('details.pending'));
});

test('serials and users stand with their own device only', () => {
  const second = target({ target: { kind: 'device', id: 'device-2', label: 'IPAD-08', wish, baseline: null } });
  const known = { id: 'device-2', serial: 'S-2', user: null, userName: 'Maria Keller' };
  const rows = rowsOf([target(), second], [known] as unknown as Parameters<typeof runRows>[1]);
  expect(rows.map((row) => [row['Device'], row['Serial number'], row['User']])).toEqual([
    ['IPAD-07', '', ''],
    ['IPAD-08', 'S-2', 'Maria Keller'],
  ]);
});
