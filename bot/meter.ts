import type { ActionName } from './actions/define.ts';
import type { Family } from './graph/limits.ts';
import type { Refusal } from './graph/refusal.ts';
import type { SignInFailure } from './ports.ts';
import type { Lane } from './runs/queue.ts';
import type { Verdict } from './runs/run.ts';

/**
 * How the folders let themselves be watched, as types only: none of them knows what is counted with. Every label is one of a closed
 * list, so no name of a person, tenant or device can become one.
 */
export type Meter = {
  count<N extends keyof Counted>(name: N, labels: Counted[N]): void;
  observe<N extends keyof Timed>(name: N, seconds: number, labels: Timed[N]): void;
};

export type Counted = {
  runs: { action: ActionName; verdict: RunVerdict };
  refusals: { kind: Refusal['kind'] };
  'sign-ins': { ended: 'signed-in' | SignInFailure };
};

export type Timed = {
  turn: { kind: TurnKind; ended: TurnEnd | 'failed' };
  step: { lane: Lane; ended: 'done' | 'failed' };
  request: { service: Service; outcome: RequestOutcome };
  'throttle-wait': { family: Family; kind: 'read' | 'write' };
  'outbox-lag': Record<never, never>;
};

/** `partly`: some of its targets are done and some are not. */
export type RunVerdict = Verdict | 'partly';

/** What somebody did, as the activity tells before it is read. */
export type TurnKind =
  | 'said'
  | 'pressed'
  | 'searched'
  | 'answered-offer'
  | 'edited'
  | 'arrived'
  | 'signing-in'
  | 'other';

/** `repeated`: delivered again, and answered as before. `busy`: too many asked at once, and it was not worked on. */
export type TurnEnd = 'answered' | 'repeated' | 'stranger' | 'left-alone' | 'busy';

/** Whom the bot asks over HTTP. */
export type Service = 'graph' | 'entra' | 'connector' | 'channel-keys' | 'files';

/** Of a request: an answer by its class, or how none came. */
export type RequestOutcome = 'ok' | 'refused' | 'throttled' | 'server' | 'timeout' | 'connection' | 'unreadable';

/** The id that every line of the log carries while something goes on, from a turn to the last step of the run it asked for. */
export type Tracing = {
  current(): string | null;
  /** `null`: without one, whatever went on before. */
  traced<T>(id: string | null, work: () => T): T;
};
