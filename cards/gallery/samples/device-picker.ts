import { type DevicePickerView, devicePicker } from '../../device-picker.ts';
import { shown, variants } from '../sample.ts';
import { now } from './invented.ts';
import { draft, hostileDevices, ipad, laptop, longDevice, many, neverSeen, silentIpad } from './invented-devices.ts';

const picker = variants<DevicePickerView>({
  practice: true,
  now,
  draft,
  purpose: 'payloads',
  devices: [ipad, silentIpad, laptop, neverSeen],
  ticked: [],
  typed: '',
  complaint: null,
});

export const devicePickerSamples = shown({
  name: 'device-picker',
  about: 'Which devices? Ticked, searched or pasted.',
  card: devicePicker,
  states: {
    'one’s own devices': picker({}),
    'somebody without devices': picker({ devices: [] }),
    'nothing was chosen': picker({ complaint: { kind: 'nothing' } }),
    'too many were pasted': picker({
      ticked: [ipad.id],
      typed: 'LT-0388\nLT-0389',
      complaint: { kind: 'too-many', most: 2_000 },
    }),
    'to look at one': picker({ purpose: 'device', complaint: { kind: 'nothing' } }),
    'what was found before, ticked': picker({ devices: [ipad, laptop], ticked: [laptop.id], typed: 'TAB-22; 0F00 X1' }),
    'names that would like to be more': picker({ devices: hostileDevices, typed: hostileDevices[0]?.name ?? '' }),
    'the longest, outside practice': picker({
      practice: false,
      devices: many(10, longDevice),
      ticked: many(10, longDevice).map(({ id }) => id),
      typed: many(60, (number) => `LT-${number}`).join('\n'),
    }),
  },
});
