import { type PayloadPlanView, payloadPlan } from '../../payload-plan.ts';
import { leftOutReasons, type PlanCaution } from '../../plan-cautions.ts';
import { shown, variants } from '../sample.ts';
import { ago, ana, hostileNames, longName, now, once } from './invented.ts';
import {
  back,
  draft,
  hostilePayloads,
  laptop,
  longPayload,
  mail,
  many,
  onIpad,
  onLongest,
  onMany,
  outlook,
  rootCertificate,
  silentIpad,
  vpn,
  wifi,
} from './invented-devices.ts';

const group = { devices: onIpad, remove: [mail], stay: [], restore: [] };
const onLaptop = { names: [laptop.name], count: 1 };
const hostile = { names: Object.values(hostileNames), count: 10 };

const every = (devices: { names: readonly string[]; count: number }): PlanCaution[] => [
  { kind: 'undocumented', system: 'macOS', ...devices },
  { kind: 'silent', since: silentIpad.lastSyncAt, ...devices },
  { kind: 'silent', since: null, ...devices },
  { kind: 'under-way', run: 16, ...devices },
  { kind: 'changed', ...devices },
  { kind: 'connectivity', items: many(7, longPayload), ...devices },
];

const plan = variants<PayloadPlanView>({
  practice: true,
  now,
  draft,
  once,
  groups: [group],
  cautions: [],
  leftOut: [],
  back,
  asker: ana,
  readerIsAsker: true,
  approval: [],
});

export const payloadPlanSamples = shown({
  name: 'payload-plan',
  about: 'What would happen, before anything does.',
  card: payloadPlan,
  states: {
    'one thing on one device': plan({}),
    'more removed, some stays, some comes back': plan({
      groups: [{ ...group, remove: [mail, outlook], stay: [wifi], restore: [vpn] }],
    }),
    'everything comes back': plan({ groups: [{ ...group, remove: [], restore: [mail, vpn] }], back: null }),
    'with every caution': plan({
      groups: [{ ...group, devices: onMany }],
      cautions: every(onIpad),
    }),
    'a second person has to agree': plan({
      groups: [{ ...group, devices: onMany }],
      approval: [{ kind: 'devices', over: 25 }, { kind: 'removal' }],
    }),
    'silent for long, several': plan({
      groups: [{ ...group, devices: onMany }],
      cautions: [{ kind: 'silent', since: ago(60 * 24 * 9), names: ['LT-1', 'LT-2'], count: 2 }],
    }),
    'the way to Intune, chosen all the same': plan({
      groups: [{ ...group, remove: [vpn] }],
      cautions: [{ kind: 'connectivity', items: [vpn], ...onIpad }],
    }),
    'many devices in groups, some left out': plan({
      groups: [
        { devices: onMany, remove: [wifi, rootCertificate], stay: [], restore: [] },
        {
          devices: { names: ['IPAD-40', 'IPAD-41'], count: 2 },
          remove: [wifi, rootCertificate],
          stay: [mail],
          restore: [],
        },
      ],
      leftOut: leftOutReasons.map((why, index) => ({ why, names: [`LT-${index}`], count: index + 1 })),
      readerIsAsker: false,
    }),
    'nothing to do': plan({ groups: [], leftOut: [{ why: 'same-already', ...onIpad }], back: null }),
    'a Windows laptop': plan({
      groups: [{ ...group, devices: onLaptop }],
      cautions: [
        { kind: 'undocumented', system: 'Windows', ...onLaptop },
        { kind: 'silent', since: ago(60 * 24 * 20), ...onLaptop },
      ],
    }),
    'names that would like to be more': plan({
      groups: [{ devices: hostile, remove: hostilePayloads, stay: hostilePayloads, restore: hostilePayloads }],
      cautions: every(hostile),
      leftOut: [{ why: 'unknown', ...hostile }],
      asker: hostileNames['a link'],
      readerIsAsker: false,
    }),
    'all thirty places': plan({ groups: [{ ...group, remove: many(20, longPayload), stay: many(10, longPayload) }] }),
    'the longest, outside practice': plan({
      practice: false,
      groups: many(7, (number) => ({
        devices: onLongest,
        remove: many(30 - number, longPayload),
        stay: many(number, longPayload),
        restore: many(30, longPayload),
      })),
      cautions: every(onLongest),
      leftOut: leftOutReasons.map((why) => ({ why, ...onLongest })),
      asker: longName,
      readerIsAsker: false,
    }),
  },
});
