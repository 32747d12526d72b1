import { payloadForm } from '../../payload-form.ts';
import { type PayloadFormView, type PayloadRow, payloadStates } from '../../payload-form-view.ts';
import { payloadKinds, type Removal } from '../../payload-label.ts';
import { shown, variants } from '../sample.ts';
import { ago, now } from './invented.ts';
import {
  draft,
  hostilePayloads,
  longPayload,
  mail,
  many,
  onIpad,
  onLongest,
  onMany,
  outlook,
  rootCertificate,
  vpn,
  wifi,
} from './invented-devices.ts';

const since = ago(62);
const row = (label: PayloadRow | typeof mail, change: Partial<PayloadRow> = {}): PayloadRow => ({
  value: `id-${label.name.length}-${label.kind}`,
  state: 'applied',
  removal: null,
  on: null,
  ...label,
  ...change,
});
const removals: Removal['removal'][] = ['removed', 'removing', 'removed', 'failed'];
const removed = [wifi, vpn, rootCertificate, outlook].map((one, index) => ({
  ...one,
  removal: removals[index] ?? 'removed',
  since: index === 3 ? null : since,
}));

const longValue = (number: number) =>
  `deviceManagementConfigurationPolicy:5f0c7ad1-0000-4000-8000-${String(number).padStart(12, '0')}`;
const short = (number: number) => ({ ...outlook, name: `App ${number}` });
const removedOne = (number: number) => ({ ...short(number), removal: 'removed' as const, since });

const form = variants<PayloadFormView>({
  practice: true,
  now,
  draft,
  intent: 'remove',
  devices: onIpad,
  rows: [
    row(mail, { state: 'failed' }),
    row(outlook, { state: 'installed' }),
    row(rootCertificate),
    row(vpn),
    row(wifi),
  ],
  ticked: [],
  elsewhere: [],
  removed: [],
  search: '',
  page: 1,
  pages: 1,
  complaint: null,
  other: false,
});

export const payloadFormSamples = shown({
  name: 'payload-form',
  about: 'What shall be removed or restored? One page of it.',
  card: payloadForm,
  states: {
    'one device': form({}),
    'every kind and state': form({
      rows: [
        ...payloadStates.map((state) => row({ name: `In the state ${state}`, kind: 'profile' }, { state })),
        ...payloadKinds.map((kind) => row({ name: `Of the kind ${kind}`, kind })),
      ].slice(0, 17),
    }),
    'one name of two kinds, and two of one kind': form({
      rows: [
        row({ name: 'Corp', kind: 'wifi' }),
        row({ name: 'Corp', kind: 'vpn' }),
        row({ name: 'Base', kind: 'profile' }, { value: 'e1d2-a111' }),
        row({ name: 'Base', kind: 'profile' }, { value: 'e1d2-b222' }),
      ],
    }),
    'second page, others chosen before': form({
      page: 2,
      pages: 3,
      ticked: [row(mail).value],
      elsewhere: [vpn, wifi],
      removed,
      other: true,
    }),
    'nothing was chosen': form({ complaint: 'nothing' }),
    'too many were chosen': form({ complaint: 'too-many', removed, elsewhere: many(29, short) }),
    'none fits any more': form({ removed: many(30, removedOne), other: true }),
    'too many, and none fits any more': form({
      ...{ complaint: 'too-many', removed: many(30, removedOne), other: true },
      ticked: [row(mail).value],
    }),
    'none fits any more, but one that failed': form({
      removed: [...many(29, removedOne), { ...mail, removal: 'failed', since: null }],
      other: true,
    }),
    'too many, and one fits': form({
      complaint: 'too-many',
      removed: many(29, removedOne),
      elsewhere: many(2, short),
      other: true,
    }),
    'found by a search': form({ search: 'mail', rows: [row(mail)], elsewhere: [vpn] }),
    'nothing found': form({ search: '<at>mail</at>', rows: [] }),
    'nothing there': form({ rows: [] }),
    'one is removed already': form({ removed: removed.slice(0, 1), other: true }),
    'several devices': form({ devices: onMany, rows: [row(wifi, { on: 38 }), row(rootCertificate, { on: 35 })] }),
    'what to restore': form({
      intent: 'restore',
      rows: removed.map((one) => row(one, { removal: one })),
      removed,
      other: true,
    }),
    'nothing to restore': form({ intent: 'restore', rows: [], other: true }),
    'names that would like to be more': form({
      rows: hostilePayloads.map((one, index) => row(one, { value: `hostile-${index}` })),
      elsewhere: hostilePayloads,
    }),
    'the longest, outside practice': form({
      practice: false,
      devices: onLongest,
      rows: many(15, (number) => row(longPayload(number), { value: longValue(number), on: 1_999 })),
      ticked: many(15, longValue),
      elsewhere: many(14, longPayload),
      removed: many(30, (number) => ({ ...longPayload(number), removal: 'removed', since })),
      search: 'Standort Neubrandenburg, '.repeat(4),
      page: 11,
      pages: 134,
      complaint: 'too-many',
      other: true,
    }),
  },
});
