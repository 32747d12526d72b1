import { findDevices } from '../graph/managed-devices.ts';
import { readPayloadResult, startPayloads } from '../graph/payload-results.ts';
import type { Action } from './define.ts';
import { baselineOf, isSameSet, payloadBaseline, payloadSighting, setChange } from './payload-set.ts';

const second = 1000;
const minute = 60 * second;

const payloadScopes = [
  'DeviceManagementManagedDevices.Read.All',
  'DeviceManagementConfiguration.Read.All',
  'DeviceManagementApps.Read.All',
];

/** Takes chosen apps and profiles off devices for a while, and puts them back. */
export const syncPayloads: Action = {
  name: 'sync-payloads',
  phrases: {
    en: ['sync payloads', 'payloads', 'payload sync', 'sync payload', 'sync device', 'sync'],
    ru: [
      'полезные данные',
      'синхронизировать полезные данные',
      'синхронизировать устройство',
      'синхронизируй',
      'синхронизировать',
    ],
    de: [
      'nutzlasten',
      'nutzlasten synchronisieren',
      'nutzlast-synchronisierung',
      'nutzlast synchronisieren',
      'nutzlast',
      'gerät synchronisieren',
      'geräte synchronisieren',
      'synchronisiere nutzlasten',
      'synchronisiere gerät',
      'synchronisieren',
      'synchronisiere',
    ],
  },
  scopes: {
    read: payloadScopes,
    // Documented are read permissions; where a tenant wants another one, its refusal names it (graph-contract 0.8).
    write: payloadScopes,
    // To find devices by what a script did on them.
    also: ['DeviceManagementScripts.Read.All'],
  },
  pace: {
    steps: [
      { untilMs: 30 * second, everyMs: 10 * second },
      { untilMs: 2 * minute, everyMs: 20 * second },
      { untilMs: 10 * minute, everyMs: minute },
      { untilMs: 30 * minute, everyMs: 3 * minute },
      { untilMs: Number.POSITIVE_INFINITY, everyMs: 5 * minute },
    ],
    signByMs: 10 * minute,
    endByMs: 45 * minute,
  },
  // What is posted replaces what is there, so it is always compared with what the person saw.
  planGoodForMs: 0,

  probe: (graph) => findDevices(graph, { by: 'name', value: 'sync-desk-probe', exact: true }, 1),

  async recheck(graph, target, now) {
    const { route } = setChange.parse(target.wish);
    const before = payloadBaseline.parse(target.baseline);
    const found = baselineOf(await readPayloadResult(graph, route, target.id), now);
    return isSameSet(found.removed, before.removed) ? { opening: { kind: 'free' }, baseline: found } : 'changed';
  },

  start(graph, target) {
    const { route, vocabulary, keep: items } = setChange.parse(target.wish);
    return startPayloads(graph, { vocabulary, route, deviceId: target.id, items });
  },

  async look(graph, { target, last }, now) {
    const wish = setChange.parse(target.wish);
    const baseline = payloadBaseline.parse(target.baseline);
    return payloadSighting(await readPayloadResult(graph, wish.route, target.id), { wish, baseline, last }, now);
  },
};
