import { type ConnectivityGuardView, connectivityGuard, type Way } from '../../connectivity-guard.ts';
import type { PayloadLabel } from '../../payload-label.ts';
import { shown, variants } from '../sample.ts';
import {
  draft,
  hostilePayloads,
  longPayload,
  many,
  onIpad,
  onLongest,
  onMany,
  rootCertificate,
  vpn,
  wifi,
} from './invented-devices.ts';

const by = (way: Way) => (one: PayloadLabel) => ({ ...one, way });

const guard = variants<ConnectivityGuardView>({
  practice: true,
  draft,
  devices: onIpad,
  items: [by('vpn')(vpn)],
  others: 1,
});

export const connectivityGuardSamples = shown({
  name: 'connectivity-guard',
  about: 'Whether to take off what may be the way to Intune.',
  card: connectivityGuard,
  states: {
    'VPN, among others': guard({}),
    'nothing but Wi-Fi': guard({ items: [by('wifi')(wifi)], others: 0 }),
    'all three, on many devices': guard({
      devices: onMany,
      items: [by('wifi')(wifi), by('vpn')(vpn), by('certificate')(rootCertificate)],
      others: 4,
    }),
    'nothing but two certificates': guard({
      items: [rootCertificate, { ...rootCertificate, name: 'Issuing CA', id: 'issuing' }].map(by('certificate')),
      others: 0,
    }),
    'names that would like to be more': guard({ items: hostilePayloads.map(by('vpn')) }),
    'the longest, outside practice': guard({
      practice: false,
      devices: onLongest,
      items: many(31, longPayload).map(by('certificate')),
    }),
  },
});
