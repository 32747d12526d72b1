import { type DeviceChoiceView, deviceChoice } from '../../device-choice.ts';
import { shown, variants } from '../sample.ts';
import { now } from './invented.ts';
import { draft, hostileDevices, ipad, laptop, longDevice, longest, many, silentIpad } from './invented-devices.ts';

const shortOne = (number: number) => ({ ...ipad, id: String(number), name: `IPAD-${number}` });

const choice = variants<DeviceChoiceView>({
  practice: true,
  now,
  draft,
  said: 'ipad of maria.keller',
  match: 'exact',
  devices: [ipad, silentIpad],
  more: 0,
  isCut: false,
  several: false,
  ticked: [],
  complaint: false,
});

export const deviceChoiceSamples = shown({
  name: 'device-choice',
  about: 'What was asked for fits several devices, nearly fits some, or fits none.',
  card: deviceChoice,
  states: {
    'two, one of them probably off': choice({}),
    'any number of them, nothing chosen before': choice({ several: true, complaint: true }),
    'one was chosen before': choice({ ticked: [ipad.id] }),
    'more than are shown': choice({ devices: many(15, shortOne), more: 22, several: true, ticked: ['3', '4'] }),
    'more than were read': choice({ devices: many(15, shortOne), more: 1_985, isCut: true, several: true }),
    'one more than is shown': choice({ devices: many(15, shortOne), more: 1 }),
    'one is called nearly so': choice({ said: 'IPD-07', match: 'near', devices: [ipad] }),
    'several are called nearly so': choice({ said: 'IPD', match: 'near', devices: [ipad, silentIpad, laptop] }),
    'nothing found': choice({ said: '[x](https://evil.example)', devices: [] }),
    'names that would like to be more': choice({ devices: hostileDevices }),
    'the longest, outside practice': choice({
      practice: false,
      said: longest(1),
      devices: many(15, longDevice),
      more: 1_985,
      several: true,
    }),
  },
});
