import { bookButton, sayButton, startButton } from '../../../bot/views/buttons.ts';
import { type AutopilotClockView, autopilotClock } from '../../autopilot-clock.ts';
import type { Words } from '../../words/index.ts';
import { forEach, shown } from '../sample.ts';
import { ago, ana, inMinutes, longName, now, once, showRunButton } from './invented.ts';

type Clock = AutopilotClockView['clock'];
type Basis = Extract<Clock, { kind: 'closed' }>['basis'];

const bases: readonly Basis[] = ['service', 'last-manual', 'last-sync', 'guess'];

const seen = { lastSyncAt: ago(26), lastManualSyncAt: ago(27), lastStatus: 'completed' } as const;
const closed = (basis: Basis, minutes = 4): Clock => ({ kind: 'closed', opensAt: inMinutes(minutes), basis });

export const autopilotClockSamples = shown({
  name: 'autopilot-clock',
  about: 'Whether an Autopilot sync would be taken now, and what is known of the last one.',
  card: autopilotClock,
  states: {
    free: clock({ clock: { kind: 'free' } }),
    'free, never synced': clock({
      clock: { kind: 'free' },
      lastSyncAt: null,
      lastManualSyncAt: null,
      lastStatus: 'unknown',
    }),
    'free after a failure, outside practice': clock({ clock: { kind: 'free' }, lastStatus: 'failed', practice: false }),
    running: clock({ clock: { kind: 'running', since: ago(2) }, lastManualSyncAt: ago(2), lastStatus: 'inProgress' }),
    'running, nobody knows since when': clock({
      clock: { kind: 'running', since: null },
      lastManualSyncAt: null,
      lastStatus: 'inProgress',
    }),
    ...forEach(bases, (basis) => [
      `closed, ${basis}`,
      clock({ clock: closed(basis), lastSyncAt: ago(5), lastManualSyncAt: basis === 'last-sync' ? null : ago(6) }),
    ]),
    'closed until tomorrow': clock({ clock: closed('service', 13 * 60) }),
    'closed, although somebody wished to sync': clock({
      clock: closed('last-manual', 1),
      lastManualSyncAt: ago(9),
      lastSyncAt: ago(8),
      wished: true,
    }),
    'closed, with a run on its way': clock({
      clock: closed('last-manual'),
      lastManualSyncAt: ago(6),
      lastSyncAt: ago(5),
      run: { number: 17, asker: ana },
    }),
    'running for somebody with a long name': clock({
      clock: { kind: 'running', since: ago(2) },
      lastStatus: 'inProgress',
      run: { number: 1234, asker: longName },
    }),
  },
});

function clock(change: Partial<AutopilotClockView> & Pick<AutopilotClockView, 'clock'>) {
  return (words: Words): AutopilotClockView => {
    const view = { practice: true, now, run: null, wished: false, ...seen, ...change };
    return { ...view, buttons: buttonsFor(view, words) };
  };
}

function buttonsFor({ clock: { kind, ...rest }, run }: Omit<AutopilotClockView, 'buttons'>, words: Words) {
  const onward = [sayButton('runs', words), sayButton('help', words)];
  if (run) return [showRunButton(run.number, words), ...onward];
  if (kind !== 'closed') {
    const title = kind === 'running' ? 'button.follow' : 'button.sync-autopilot';
    return [startButton({ title, action: 'autopilot-sync', main: true }, once, words), ...onward];
  }
  const opensAt = 'opensAt' in rest ? rest.opensAt : now;
  return [bookButton({ action: 'autopilot-sync', opensAt, run: null }, once, words), ...onward];
}
