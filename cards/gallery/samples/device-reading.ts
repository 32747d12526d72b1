import { type DeviceReadingView, deviceReading } from '../../device-reading.ts';
import { noneOfThese } from '../../press.ts';
import { shown, variants } from '../sample.ts';
import { hostileNames, now } from './invented.ts';
import { draft, hostileDevices, ipad, laptop, longDevice, longest, many, silentIpad } from './invented-devices.ts';

const windows = (number: number) => ({
  ...laptop,
  id: `w${number}`,
  name: `LT-038${number}`,
  why: 'undocumented' as const,
  ticked: false,
});
const silent = { ...silentIpad, why: 'silent' as const, ticked: true };
const twoOfOneName = { said: 'IPAD-07', devices: [ipad, silentIpad], chosen: null };

const reading = variants<DeviceReadingView>({
  practice: true,
  now,
  draft,
  lines: 0,
  found: 0,
  repeated: [],
  unknown: [],
  ambiguous: [],
  doubtful: [],
});

export const deviceReadingSamples = shown({
  name: 'device-reading',
  about: 'A pasted list as it was read, before anything is done with it.',
  card: deviceReading,
  states: {
    'all clear': reading({ lines: 12, found: 12 }),
    'one line': reading({ lines: 1, found: 1 }),
    'something of everything': reading({
      lines: 43,
      found: 36,
      repeated: ['LT-0101'],
      unknown: [{ said: 'IPD-19', near: 'IPAD-19' }],
      ambiguous: [twoOfOneName],
      doubtful: [windows(1), windows(2), windows(3), silent],
    }),
    'chosen before': reading({
      lines: 3,
      found: 1,
      ambiguous: [
        { ...twoOfOneName, chosen: ipad.id },
        { ...twoOfOneName, said: 'IPAD-08', chosen: noneOfThese },
      ],
    }),
    'nothing found': reading({
      lines: 2,
      unknown: [
        { said: 'xxx', near: null },
        { said: 'yyy', near: null },
      ],
    }),
    'everything open': reading({ lines: 2, ambiguous: [twoOfOneName, { ...twoOfOneName, said: 'iPad' }] }),
    'more than one card asks': reading({
      lines: 60,
      found: 20,
      unknown: many(14, (number) => ({ said: `IPD-${number}`, near: `IPAD-${number}` })),
      ambiguous: many(12, (number) => ({ ...twoOfOneName, said: `IPAD-${number}` })),
      doubtful: many(17, (number) => windows(number)),
    }),
    'more doubtful ones than are listed, all of which go along': reading({
      lines: 20,
      doubtful: many(20, (number) => ({ ...silent, id: `s${number}`, name: `IPAD-${number}` })),
    }),
    'more of one name than are shown': reading({
      lines: 1,
      ambiguous: [{ said: 'iPad', devices: many(20, (number) => ({ ...ipad, id: String(number) })), chosen: null }],
    }),
    'names that would like to be more': reading({
      lines: 30,
      repeated: Object.values(hostileNames),
      unknown: Object.values(hostileNames).map((said) => ({ said, near: said })),
      ambiguous: Object.values(hostileNames).map((said) => ({ said, devices: hostileDevices, chosen: null })),
      doubtful: hostileDevices.map((one) => ({ ...one, why: 'silent', ticked: true })),
    }),
    'the longest, outside practice': reading({
      practice: false,
      lines: 2_000,
      found: 1_900,
      repeated: many(20, longest),
      unknown: many(20, (number) => ({ said: longest(number), near: longest(number + 1) })),
      ambiguous: many(12, (number) => ({ said: longest(number), devices: many(15, longDevice), chosen: null })),
      doubtful: many(20, (number) => ({ ...longDevice(number), why: 'undocumented', ticked: false })),
    }),
  },
});
