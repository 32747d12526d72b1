import { z } from 'zod';
import {
  type ExchangeConnector,
  listConnectors,
  nameOf,
  readConnector,
  startConnectorSync,
} from '../graph/exchange-connectors.ts';
import type { Action, Sighting, Target } from './define.ts';
import { movedBetween } from './moved.ts';

/** Every device in Exchange, or those that have changed since the last sync. */
export const exchangeSyncs = ['full', 'quick'] as const;
export type ExchangeSync = (typeof exchangeSyncs)[number];

const syncTypes = { full: 'fullSync', quick: 'deltaSync' } as const;

export const exchangeWish = z.object({ sync: z.enum(exchangeSyncs) });
export type ExchangeWish = z.infer<typeof exchangeWish>;

const baseline = z.object({ lastSyncAt: z.coerce.date().nullable(), status: z.string() });
export type ExchangeBaseline = z.infer<typeof baseline>;

const second = 1000;
const minute = 60 * second;

const baselineOf = ({ lastSyncAt, status }: ExchangeConnector): ExchangeBaseline => ({ lastSyncAt, status });

/** A connector as it is now, and what is to be done with it. */
export const connectorTarget = (connector: ExchangeConnector, sync: ExchangeSync): Target => ({
  kind: 'connector',
  id: connector.id,
  label: nameOf(connector),
  wish: { sync } satisfies ExchangeWish,
  baseline: baselineOf(connector),
});

/**
 * A connector says nothing of a sync but the time of its last success and its status. A sync is accepted although support and sync
 * have ended (graph-contract 3), so only these two tell what became of it.
 */
export function connectorSightingFor(connector: ExchangeConnector, before: ExchangeBaseline, now: Date): Sighting {
  const { lastSyncAt, status } = connector;
  const moved = movedBetween(before.lastSyncAt, lastSyncAt);
  return { state: moved ? 'done' : stateFor(status, before.status), at: now, mark: status, moved };
}

/**
 * What the status alone tells. One that is pending is on its way. One that is connected again may sync now, which only its time
 * shows, and one that nobody knows says nothing.
 */
function stateFor(status: ExchangeConnector['status'], before: string): Sighting['state'] {
  if (status === before) return 'waiting';
  switch (status) {
    case 'connectionPending':
      return 'working';
    case 'disconnected':
      return 'failed';
    case 'connected':
    case 'none':
    case 'unknown':
      return 'waiting';
  }
}

/** Tells an Exchange connector to fetch the devices that Exchange knows. */
export const exchangeSync: Action = {
  name: 'exchange-sync',
  phrases: {
    en: [
      'sync exchange',
      'exchange sync',
      'sync exchange connector',
      'sync exchange connectors',
      'start exchange sync',
      'run exchange sync',
      'sync connector',
      'sync connectors',
    ],
    ru: [
      'синхронизировать exchange',
      'синхронизируй exchange',
      'синхронизация exchange',
      'синхронизировать соединитель',
      'синхронизировать соединители',
      'синхронизация соединителя',
      'синхронизация соединителей',
      'запустить синхронизацию exchange',
    ],
    de: [
      'exchange synchronisieren',
      'synchronisiere exchange',
      'exchange-synchronisierung',
      'exchange-connector synchronisieren',
      'exchange-connectors synchronisieren',
      'connector synchronisieren',
      'connectors synchronisieren',
      'synchronisiere connector',
      'synchronisiere connectors',
    ],
  },
  scopes: {
    read: ['DeviceManagementServiceConfig.Read.All'],
    write: ['DeviceManagementServiceConfig.ReadWrite.All'],
  },
  pace: {
    steps: [
      { untilMs: minute, everyMs: 10 * second },
      { untilMs: 10 * minute, everyMs: minute },
      { untilMs: Number.POSITIVE_INFINITY, everyMs: 2 * minute },
    ],
    signByMs: 30 * minute,
    endByMs: 30 * minute,
    // A quarter of an hour may pass before the time moves, so two minutes without a sign prove nothing.
    unsureByMs: 30 * minute,
  },
  planGoodForMs: 15 * second,

  probe: listConnectors,

  recheck: async (graph, target) => ({
    opening: { kind: 'free' },
    baseline: baselineOf(await readConnector(graph, target.id)),
  }),

  start: (graph, target) => startConnectorSync(graph, target.id, syncTypes[exchangeWish.parse(target.wish).sync]),

  async look(graph, { target }, now) {
    return connectorSightingFor(await readConnector(graph, target.id), baseline.parse(target.baseline), now);
  },
};
