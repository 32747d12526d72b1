import { lockKeyFor } from '../../../bot/runs/lock.ts';
import type { RunTarget } from '../../../bot/runs/run.ts';
import { noon, signedOut, waiting } from './samples.ts';

const onDevice = (change: Partial<RunTarget>): RunTarget =>
  waiting({ target: { kind: 'device', id: 'd1', label: 'IPAD-07', wish: null, baseline: null }, ...change });
const sighting = (state: 'waiting' | 'working') => ({ state, at: noon, mark: null, moved: null });

describe('a device is held', () => {
  test.each<[string, Partial<RunTarget>]>([
    ['while it is being started', { state: 'starting' }],
    ['until the first look', { state: 'following' }],
    ['as long as looks do not see the start', { state: 'following', sighting: sighting('waiting') }],
  ])('%s', (_, change) => {
    expect(lockKeyFor(onDevice(change))).toBe('device:d1');
  });
});

describe('nobody is held up', () => {
  test.each<[string, Partial<RunTarget>]>([
    ['before the start', { state: 'waiting' }],
    ['once the start has been seen', { state: 'following', sighting: sighting('working') }],
    ['while whoever started it has to sign in before anybody can look', { state: 'following', blind: signedOut }],
    ['when it is over', { state: 'ended', verdict: 'silent' }],
  ])('%s', (_, change) => {
    expect(lockKeyFor(onDevice(change))).toBeNull();
  });

  test('on what is no device', () => {
    expect(lockKeyFor(waiting({ state: 'starting' }))).toBeNull();
  });
});
