import { autopilotOpeningFor, autopilotSightingFor } from '../../../bot/actions/autopilot-clock.ts';
import type { Opening, Sighting } from '../../../bot/actions/define.ts';
import type { AutopilotSettings } from '../../../bot/graph/windows-autopilot-settings.ts';

const at = (time: string) => new Date(`2026-03-02T${time}Z`);
const now = at('12:00:00');

type Row = [status: AutopilotSettings['status'], lastSync: string | null, lastManual: string | null];
const settings = ([status, lastSync, lastManual]: Row): AutopilotSettings => ({
  status,
  lastSyncAt: lastSync === null ? null : at(lastSync),
  lastManualSyncAt: lastManual === null ? null : at(lastManual),
});

describe('the Autopilot clock', () => {
  const closed = (time: string, basis: 'last-manual' | 'last-sync'): Opening => ({
    kind: 'closed',
    opensAt: at(time),
    basis,
  });
  const free: Opening = { kind: 'free' };

  test.each<[string, Row, Opening]>([
    ['is free where nothing was ever synced', ['unknown', null, null], free],
    ['is free ten minutes after a sync by hand, to the second', ['completed', '11:40:00', '11:50:00'], free],
    ['is closed a second before', ['completed', '11:40:00', '11:50:01'], closed('12:00:01', 'last-manual')],
    ['counts from the sync by hand, not from the end of it', ['completed', '11:59:00', '11:45:00'], free],
    [
      'counts from the last sync where none was by hand',
      ['completed', '11:55:00', null],
      closed('12:05:00', 'last-sync'),
    ],
    ['is closed after a failed sync too', ['failed', '09:00:00', '11:58:00'], closed('12:08:00', 'last-manual')],
    [
      'tells by the times where the status is a word nobody knows',
      ['unknown', null, '11:58:00'],
      closed('12:08:00', 'last-manual'),
    ],
    [
      'is closed for as long as a clock ahead of ours says',
      ['completed', null, '12:03:00'],
      closed('12:13:00', 'last-manual'),
    ],
    [
      'is running, since the sync by hand',
      ['inProgress', '09:00:00', '11:59:30'],
      { kind: 'running', since: at('11:59:30'), mark: 'inProgress' },
    ],
    [
      'is running, since nobody knows when',
      ['inProgress', null, null],
      { kind: 'running', since: null, mark: 'inProgress' },
    ],
  ])('%s', (_, row, expected) => {
    expect(autopilotOpeningFor(settings(row), now)).toEqual(expected);
  });

  test('a sync that Intune began by itself is not said to run since a sync by hand hours ago', () => {
    const opening = autopilotOpeningFor(settings(['inProgress', '09:00:00', '08:00:00']), now);
    expect(opening).toEqual({ kind: 'running', since: null, mark: 'inProgress' });
  });
});

describe('what the settings tell of a sync', () => {
  const before = { lastSyncAt: at('09:00:00'), lastManualSyncAt: at('08:00:00') };
  const running: Sighting = { state: 'working', at: at('11:59:00'), mark: 'inProgress', moved: null };

  test.each<[string, Row, Sighting | null, Sighting['state']]>([
    ['nothing moved: no sign yet', ['completed', '09:00:00', '08:00:00'], null, 'waiting'],
    ['an unknown status and nothing moved: no sign yet', ['unknown', '09:00:00', '08:00:00'], null, 'waiting'],
    ['an old failure is not ours', ['failed', '09:00:00', '08:00:00'], null, 'waiting'],
    ['a status in progress is a sign', ['inProgress', '09:00:00', '08:00:00'], null, 'working'],
    ['the time by hand moved: it began', ['completed', '09:00:00', '11:59:58'], null, 'working'],
    ['both times moved while in progress: not the end', ['inProgress', '11:59:59', '11:59:58'], null, 'working'],
    ['both times moved and completed: the end', ['completed', '11:59:59', '11:59:58'], null, 'done'],
    ['the last sync moved, by whomever: the end', ['completed', '11:59:59', '08:00:00'], null, 'done'],
    [
      'seen in progress, then completed without a moved time: the end',
      ['completed', '09:00:00', '08:00:00'],
      running,
      'done',
    ],
    [
      'seen in progress, then a word nobody knows: still under way',
      ['unknown', '09:00:00', '08:00:00'],
      running,
      'working',
    ],
    ['seen in progress, then failed', ['failed', '09:00:00', '08:00:00'], running, 'failed'],
    ['the time by hand moved and failed', ['failed', '09:00:00', '11:59:58'], null, 'failed'],
    ['a time that moved backwards is no sign', ['completed', '08:00:00', '07:00:00'], null, 'waiting'],
    ['times that are gone are no sign', ['completed', null, null], null, 'waiting'],
  ])('%s', (_, row, last, expected) => {
    const sighting = autopilotSightingFor(settings(row), { baseline: before, last }, now);
    expect(sighting).toMatchObject({ state: expected, mark: row[0], at: now });
  });

  test('a first sync ever is seen to end', () => {
    const never = { lastSyncAt: null, lastManualSyncAt: null };
    const seen = autopilotSightingFor(settings(['completed', '11:59:00', null]), { baseline: never, last: null }, now);
    expect(seen).toMatchObject({ state: 'done', moved: { from: null, to: at('11:59:00') } });
  });

  test('the evidence is the last sync that moved, with where it moved from', () => {
    const seen = autopilotSightingFor(settings(['completed', '11:59:00', null]), { baseline: before, last: null }, now);
    expect(seen.moved).toEqual({ from: at('09:00:00'), to: at('11:59:00') });
  });

  test('times half a second apart, as Intune has answered, are told apart', () => {
    // A live answer of 23 July 2026, recorded in rknightion/graph2otel.
    const live = {
      lastSyncAt: new Date('2026-07-23T11:23:15.0768271Z'),
      lastManualSyncAt: new Date('2026-07-23T11:23:14.5754524Z'),
    };
    const baseline = { ...live, lastSyncAt: live.lastManualSyncAt };
    const seen = autopilotSightingFor({ status: 'completed', ...live }, { baseline, last: null }, now);
    expect(seen.state).toBe('done');
  });
});
