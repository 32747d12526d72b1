import type { Answer, Incoming } from '../commands/define.ts';
import type { Tracing } from '../meter.ts';
import { activitySchema, type TeamsActivity } from './activity.ts';
import { type FileParts, withFile } from './files.ts';
import { type Door, incomingFrom } from './incoming.ts';
import { type PlacingParts, placed } from './placing.ts';
import { traceOf } from './trace.ts';

type Parts = PlacingParts & {
  door: Door;
  files: FileParts;
  tracing: Tracing;
  newId(): string;
  answer(incoming: Incoming): Promise<Answer | null>;
};

/** Does again what a person had asked for before they signed in; it was stored, so it is read like anything from outside. */
export async function resume(parts: Parts, pending: object): Promise<void> {
  const parsed = activitySchema.safeParse(pending);
  if (parsed.success) return parts.tracing.traced(traceOf(parsed.data, parts.newId), () => again(parts, parsed.data));
  lost(parts, undefined);
}

/** Whoever has just signed in waits for it, and so does the next one. */
const withinMs = 10_000;

async function again(parts: Parts, activity: TeamsActivity): Promise<void> {
  const read = incomingFrom(activity, parts.door);
  if (read.kind !== 'incoming') return lost(parts, read.kind);
  const incoming = await withFile(parts.files, read.incoming, activity);
  const answer = await parts.answer({ ...incoming, signedIn: true });
  if (!answer) return;
  const { where, from: person } = read.incoming;
  const replaces = (answer.place === 'here' && activity.replyToId) || null;
  const isThere = replaces && answer.kept;
  if (isThere) await answer.posted?.(replaces);
  else await placed(parts, { person, where, answer, replaces, withinMs });
}

const lost = ({ log }: Parts, kind: string | undefined) =>
  log.error({ kind }, 'what was asked for before signing in can no longer be read');
