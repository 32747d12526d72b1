import { sayButton } from '../../../bot/views/buttons.ts';
import { type DeviceCounts, deviceStandings } from '../../payload-counts.ts';
import { type TicketNoteView, ticketNote } from '../../ticket-note.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { ago, ana, hostileNames, jon, longName, now, showRunButton } from './invented.ts';

const counts = (some: Partial<DeviceCounts>): DeviceCounts => ({
  ...(Object.fromEntries(deviceStandings.map((one) => [one, 0])) as DeviceCounts),
  ...some,
});

const ids = (count: number) =>
  Array.from({ length: count }, (_, index) => `5f1c0e4a-0000-4000-8000-${String(index).padStart(12, '0')}`);

const devices = Array.from({ length: 38 }, (_, index) => `LT-${String(index + 380).padStart(4, '0')}`);

const onDevices: Partial<TicketNoteView> = {
  number: 31,
  on: { kind: 'devices', names: devices },
  removing: ['Wi-Fi Corp', 'Root CA'],
  accepted: { count: 38, total: 38, firstAt: ago(42) },
  status: { kind: 'partly' },
  counts: counts({ done: 32, failed: 3, silent: 3 }),
  requestIds: ids(38),
};

const onConnectors: Partial<TicketNoteView> = {
  number: 23,
  on: { kind: 'connectors', connectors: [{ name: 'EX01', sync: 'full' }] },
  status: { kind: 'silent', why: 'never-began' },
};

export const ticketNoteSamples = shown({
  name: 'ticket-note',
  about: 'A paragraph about a run for a ticket, to be copied.',
  card: ticketNote,
  states: {
    'one sync of the tenant': note({}),
    'many devices, some failed': note({ practice: false, ...onDevices }, 'action.sync-payloads'),
    'not over yet': note(
      { ...onDevices, endedAt: null, status: { kind: 'waiting', until: now } },
      'action.sync-payloads',
    ),
    'a connector in which nothing moved': note({ practice: false, ...onConnectors }, 'action.exchange-sync'),
    'taken back before it began': note({
      bookedFor: ago(5),
      accepted: null,
      requestIds: [],
      status: { kind: 'cancelled', by: jon },
    }),
    'approved by a second person': note({ decision: { kind: 'approved', by: jon, at: ago(43), reason: null } }),
    'declined by a second person': note({
      ...{ accepted: null, requestIds: [], status: { kind: 'declined', by: jon, reason: 'Not before the exam week.' } },
      decision: { kind: 'declined', by: jon, at: ago(5), reason: 'Not before the exam week.' },
    }),
    'followed, started elsewhere': note({ accepted: null, elsewhere: true, requestIds: [] }),
    'hostile and long names': note(
      {
        ...onDevices,
        asker: longName,
        on: { kind: 'devices', names: [...Object.values(hostileNames), longName.repeat(2)] },
        restoring: Object.values(hostileNames),
      },
      'action.sync-payloads',
    ),
  },
});

const failures = (words: Words): TicketNoteView['reasons'] => [
  { meaning: words.say('code.connection-timed-out'), count: 2 },
  { meaning: words.say('code.no-licence-left'), count: 1 },
];

function note(
  change: Partial<TicketNoteView>,
  title: 'action.autopilot-sync' | 'action.sync-payloads' | 'action.exchange-sync' = 'action.autopilot-sync',
) {
  return (words: Words): TicketNoteView => {
    const number = change.number ?? 17;
    return {
      practice: true,
      now,
      number,
      title: words.say(title),
      asker: ana,
      askedAt: ago(43),
      bookedFor: null,
      decision: null,
      on: { kind: 'tenant' },
      removing: [],
      restoring: [],
      elsewhere: false,
      accepted: { count: 1, total: 1, firstAt: ago(42) },
      status: { kind: 'done' },
      counts: null,
      endedAt: ago(38),
      reasons: change.counts ? failures(words) : [],
      requestIds: ids(1),
      buttons: [showRunButton(number, words), sayButton('runs', words), sayButton('help', words)],
      ...change,
    };
  };
}
