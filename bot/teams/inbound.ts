import type { Log } from '../ports.ts';
import type { Rejection } from './access.ts';
import { activitySchema, type TeamsActivity } from './activity.ts';

/** One request of the channel; the body is parsed. */
export type ChannelRequest = { headers: Record<string, string | string[] | undefined>; body: Record<string, unknown> };
export type ChannelAnswer = { status: number; body?: unknown; headers?: Readonly<Record<string, string>> };

export type InboundParts = {
  /** Null for an activity that cannot be read: then it is only told whether the channel sent it. */
  rejectionOf(authorization: string | undefined, activity: TeamsActivity | null): Promise<Rejection | null>;
  /** The turn; its result is the answer to an invoke. */
  turn(body: Record<string, unknown>, activity: TeamsActivity): Promise<ChannelAnswer | null>;
  log: Log;
};

/** What the channel is answered. Details go to the log; a stranger learns nothing from the answer. */
export async function answerTo({ headers, body }: ChannelRequest, parts: InboundParts): Promise<ChannelAnswer> {
  try {
    const parsed = activitySchema.safeParse(body);
    const rejection = await parts.rejectionOf(firstOf(headers['authorization']), parsed.data ?? null);
    if (rejection) {
      parts.log.warn(rejection, 'activity refused');
      return refused(rejection.status);
    }
    if (!parsed.success) {
      parts.log.warn({ issues: parsed.error.issues }, 'not an activity that Teams sends');
      return refused(400);
    }
    return (await parts.turn(body, parsed.data)) ?? { status: 200 };
  } catch (error) {
    parts.log.error({ err: error }, 'an activity failed outside its turn');
    return refused(500);
  }
}

const firstOf = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);

const words = {
  400: 'not an activity',
  401: 'unauthorized',
  403: 'forbidden',
  500: 'internal error',
  503: 'unavailable',
} as const;

const refused = (status: keyof typeof words): ChannelAnswer => ({ status, body: { error: words[status] } });
