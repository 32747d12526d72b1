import {
  mostSerials,
  type SerialRead,
  type SerialStanding,
  serialStandings,
} from '../../../bot/actions/serial-standing.ts';
import { type SerialsSeen, serialsViewFor } from '../../../bot/views/serials.ts';
import { serialsNoteViewFor } from '../../../bot/views/serials-note.ts';
import { serials } from '../../serials.ts';
import { serialsNote } from '../../serials-note.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { ana, hostileNames, inMinutes, longName, now, once } from './invented.ts';

const id = '1f6d2c1e-5a50-4c4e-9d0f-1b1f6f0f7a11';

/** So many of each, named in turn. */
function read(counts: Partial<Record<SerialStanding, number>>): SerialRead[] {
  const standings = serialStandings.toReversed().flatMap((one) => Array.from({ length: counts[one] ?? 0 }, () => one));
  return standings.map((standing, index) => ({
    ...{ standing, serial: `5CG4200R${String(index + 1).padStart(2, '0')}` },
    enrollment: index < 2 && standing === 'ready' ? 'enrolled' : 'notContacted',
  }));
}

const ofEach = (count: number) => read(Object.fromEntries(serialStandings.map((standing) => [standing, count])));
const before = read({ unregistered: 3, pending: 5, ready: 52 });
const called = (names: readonly string[]): SerialRead[] =>
  names.map((serial) => ({ serial, standing: 'unregistered', enrollment: 'unknown' }));
const whole = { serials: [], repeated: 0, nonsense: [], skipped: 0 };
const closed = { kind: 'closed', opensAt: inMinutes(4), basis: 'service' } as const;

/** As the bot draws them. */
const seen =
  (how: Partial<SerialsSeen> & Pick<SerialsSeen, 'read'>, practice = true) =>
  (words: Words) =>
    serialsViewFor(
      { id, list: whole, reader: ana, opening: { kind: 'free' }, underWay: false, once, ...how },
      { words, now, practice },
    );

export const serialsSamples = shown({
  name: 'serials',
  about: 'How the serials of a list stand with Windows Autopilot, and what would help.',
  card: serials,
  states: {
    'some not registered': seen({ read: before }),
    'some not registered, the window closed': seen({ read: before, opening: closed }),
    'some not registered, a sync on its way': seen({ read: before, opening: closed, underWay: true }),
    'all registered, some waiting': seen({ read: read({ pending: 8, ready: 52 }) }),
    'all registered, some waiting, the window closed': seen({ read: read({ pending: 8, ready: 52 }), opening: closed }),
    'all ready': seen({ read: read({ ready: 60 }) }),
    'one, ready': seen({ read: read({ ready: 1 }) }),
    'one, waiting': seen({ read: read({ pending: 1 }) }),
    'every way to stand, one each': seen({ read: ofEach(1) }),
    'every way to stand, five each': seen({ read: ofEach(5) }),
    'none registered': seen({ read: read({ unregistered: 60 }) }),
    'outside practice, with what was left out': seen(
      { read: before, list: { serials: [], repeated: 2, nonsense: ['see below', 'LT'], skipped: 60 } },
      false,
    ),
    'outside practice, with one left out': seen(
      { read: before, list: { serials: [], repeated: 1, nonsense: ['see below'], skipped: 1 } },
      false,
    ),
    'hostile names': seen({ read: called([...Object.values(hostileNames).slice(0, 6), longName]) }),
  },
});

/** As many as are read at once, and as long as one may be. */
const longest = Array.from({ length: mostSerials }, (_, index): SerialRead => {
  const standing = serialStandings[index % serialStandings.length] ?? 'ready';
  return { standing, serial: `VMware-${'56 '.repeat(17)}${String(index).padStart(6, '0')}`, enrollment: 'unknown' };
});

const noted =
  (read: readonly SerialRead[], { practice = true, reader = ana } = {}) =>
  (words: Words) =>
    serialsNoteViewFor({ read, reader, id }, { words, now, practice });

export const serialsNoteSamples = shown({
  name: 'serials-note',
  about: 'A paragraph about a list of serials, for a change record.',
  card: serialsNote,
  states: {
    'all ready': noted(read({ ready: 60 })),
    'some not': noted(before),
    'one, outside practice': noted(read({ ready: 1 }), { practice: false }),
    'hostile names': noted(called(Object.values(hostileNames)), { reader: longName }),
    'two hundred, as long as can be': noted(longest, { reader: longName }),
  },
});
