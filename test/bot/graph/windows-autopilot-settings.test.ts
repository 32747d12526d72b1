import { refusalIn } from '../../../bot/graph/errors.ts';
import { readAutopilotSettings, startAutopilotSync } from '../../../bot/graph/windows-autopilot-settings.ts';
import { recorded } from './recorded.ts';
import { always, answer, openService, type Service } from './service.ts';

let service: Service;
beforeEach(async () => {
  service = await openService();
});
afterEach(() => service.close());

const read = async (body: unknown) => {
  service.will(answer(200, body));
  return readAutopilotSettings(service.as(always('t')));
};
const row = {
  syncStatus: 'completed',
  lastSyncDateTime: '2026-03-02T11:00:00Z',
  lastManualSyncTriggerDateTime: '2026-03-02T10:59:59Z',
};
const understood = {
  status: 'completed',
  lastSyncAt: new Date(row.lastSyncDateTime),
  lastManualSyncAt: new Date(row.lastManualSyncTriggerDateTime),
};

test('the settings are read as a live tenant has answered them', async () => {
  expect(await read(recorded('200-autopilot-settings').body)).toEqual({
    status: 'completed',
    lastSyncAt: new Date('2026-07-23T11:23:15.076Z'),
    lastManualSyncAt: new Date('2026-07-23T11:23:14.575Z'),
  });
});

test.each<[string, unknown, object]>([
  ['bare', row, understood],
  ['wrapped, as the documentation shows it', { value: row }, understood],
  [
    'with sentinels for never',
    { ...row, lastManualSyncTriggerDateTime: '0001-01-01T00:00:00Z' },
    { ...understood, lastManualSyncAt: null },
  ],
  ['without the times', { syncStatus: 'completed' }, { status: 'completed', lastSyncAt: null, lastManualSyncAt: null }],
  ['with a word of the future', { ...row, syncStatus: 'unknownFutureValue' }, { ...understood, status: 'unknown' }],
])('settings are understood %s', async (_, body, expected) => {
  expect(await read(body)).toEqual(expected);
});

test('settings without a status are not taken for an idle tenant', async () => {
  const error = await read({ id: 'x' }).catch((reason: unknown) => reason);
  expect(refusalIn(error)).toMatchObject({ kind: 'unexpected', how: 'unreadable' });
});

test('the sync is one POST without a body', async () => {
  service.will(answer(204));
  await startAutopilotSync(service.as(always('t')));
  expect(service.calls).toMatchObject([
    { method: 'POST', path: '/beta/deviceManagement/windowsAutopilotSettings/sync', body: '' },
  ]);
});
