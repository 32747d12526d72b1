import type { GraphDoor } from '../graph/client.ts';
import { Refused } from '../graph/errors.ts';
import type { Pace } from '../graph/pace.ts';
import { breakOf } from '../graph/send.ts';
import type { Meter, RequestOutcome, Service } from '../meter.ts';
import type { Sender, SignIn, SignInAnswer } from '../ports.ts';
import type { Handed, Lane, Queue, Work } from '../runs/queue.ts';

/** The doors with a watch beside them: each is the door that came in, and what passes is counted and timed. */

/** One service's requests. */
export const meteredSender =
  (send: Sender, service: Service, meter: Meter): Sender =>
  async (ask) => {
    const seconds = sinceNow();
    const told = (outcome: RequestOutcome) => meter.observe('request', seconds(), { service, outcome });
    try {
      const answer = await send(ask);
      told(classOf(answer.status));
      return answer;
    } catch (error) {
      told(breakOf(error).how);
      throw error;
    }
  };

export function classOf(status: number): RequestOutcome {
  if (status === 429) return 'throttled';
  if (status >= 500) return 'server';
  return status >= 200 && status < 300 ? 'ok' : 'refused';
}

/** How long requests stand in line for room in the service's limits. */
export const meteredPace = (pace: Pace, meter: Meter): Pace => ({
  async places(wish) {
    const seconds = sinceNow();
    try {
      return await pace.places(wish);
    } finally {
      meter.observe('throttle-wait', seconds(), { family: wish.family, kind: wish.kind });
    }
  },
});

/** What Graph refused, each part of a batch for itself. */
export const meteredGraph =
  (door: GraphDoor, meter: Meter): GraphDoor =>
  (asker) => {
    const graph = door(asker);
    const count = (error: unknown) => {
      if (error instanceof Refused) meter.count('refusals', { kind: error.refusal.kind });
      return error;
    };
    const watched = <T>(asked: Promise<T>): Promise<T> =>
      asked.catch((error: unknown) => {
        throw count(error);
      });
    return {
      ...graph,
      get: (path, schema) => watched(graph.get(path, schema)),
      all: (path, schema, wish) => watched(graph.all(path, schema, wish)),
      post: (path, options) => watched(graph.post(path, options)),
      bulk: (asks, tell) =>
        graph.bulk(asks, {
          ...tell,
          answered(answer) {
            if (answer.kind === 'refused') meter.count('refusals', { kind: answer.refusal.kind });
            tell.answered(answer);
          },
        }),
      understood(answer, schema) {
        try {
          return graph.understood(answer, schema);
        } catch (error) {
          throw count(error);
        }
      },
    };
  };

/** Steps, by lane. */
export function meteredQueue(queue: Queue, meter: Meter): Queue {
  const timed =
    <L extends Lane>(lane: L, handle: (work: Work[L], handed: Handed) => Promise<void>): typeof handle =>
    async (work, handed) => {
      const seconds = sinceNow();
      let ended: 'done' | 'failed' = 'failed';
      try {
        await handle(work, handed);
        ended = 'done';
      } finally {
        meter.observe('step', seconds(), { lane, ended });
      }
    };
  return {
    ...queue,
    work: ({ start, look, tell, remind, notice, watch, resume, schedule, serials, answer }) =>
      queue.work({
        start: timed('start', start),
        look: timed('look', look),
        tell: timed('tell', tell),
        remind: timed('remind', remind),
        notice: timed('notice', notice),
        watch: timed('watch', watch),
        resume: timed('resume', resume),
        schedule: timed('schedule', schedule),
        serials: timed('serials', serials),
        answer: timed('answer', answer),
      }),
  };
}

/** Ways in through Teams that came to nothing; who was signed in is counted where it happens, once. */
export function meteredSignIn(signIn: SignIn, meter: Meter): SignIn {
  const counted = (answer: SignInAnswer): SignInAnswer => {
    if (answer.kind === 'refused' && !answer.again) meter.count('sign-ins', { ended: answer.why });
    return answer;
  };
  return {
    ...signIn,
    exchange: async (person, sent) => counted(await signIn.exchange(person, sent)),
    redeem: async (person, code) => counted(await signIn.redeem(person, code)),
  };
}

function sinceNow(): () => number {
  const began = performance.now();
  return () => (performance.now() - began) / 1000;
}
