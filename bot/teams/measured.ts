import type { Meter, TurnEnd, TurnKind } from '../meter.ts';
import type { Log } from '../ports.ts';
import type { TeamsActivity } from './activity.ts';
import { fileConsent } from './incoming.ts';

export type Measuring = { meter: Meter; log: Log };

type Measured = Pick<TeamsActivity, 'type' | 'name' | 'value' | 'id'>;

/** A turn, with how long it took and how it ended; what it throws is thrown on. */
export async function measured(
  { meter, log }: Measuring,
  activity: Measured,
  turn: () => Promise<TurnEnd>,
): Promise<void> {
  const kind = turnKindOf(activity);
  const began = performance.now();
  let ended: TurnEnd | 'failed' = 'failed';
  try {
    ended = await turn();
  } finally {
    const ms = performance.now() - began;
    meter.observe('turn', ms / 1000, { kind, ended });
    log.info({ kind, ended, activity: activity.id, ms: Math.round(ms) }, 'turn ended');
  }
}

export function turnKindOf({ type, name = '', value }: Measured): TurnKind {
  switch (type) {
    case 'message':
      return value === undefined || value === null ? 'said' : 'pressed';
    case 'messageUpdate':
      return 'edited';
    case 'installationUpdate':
      return 'arrived';
    case 'invoke':
      return name.startsWith('signin/') ? 'signing-in' : (invokes.get(name) ?? 'other');
    default:
      return 'other';
  }
}

const invokes: ReadonlyMap<string, TurnKind> = new Map([
  ['adaptiveCard/action', 'pressed'],
  ['application/search', 'searched'],
  [fileConsent, 'answered-offer'],
]);
