import type { Answer, Incoming } from '../commands/define.ts';
import type { Tracing } from '../meter.ts';
import type { Conversation, Log, Outbox } from '../ports.ts';
import { activitySchema, type TeamsActivity } from './activity.ts';
import { type FileParts, withFile } from './files.ts';
import { type Door, incomingFrom } from './incoming.ts';
import { traceOf } from './trace.ts';

type Parts = {
  door: Door;
  log: Log;
  outbox: Outbox;
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

async function again(parts: Parts, activity: TeamsActivity): Promise<void> {
  const read = incomingFrom(activity, parts.door);
  if (read.kind !== 'incoming') return lost(parts, read.kind);
  const incoming = await withFile(parts.files, read.incoming, activity);
  const answer = await parts.answer({ ...incoming, signedIn: true });
  if (!answer) return;
  const cardId = await place(parts.outbox, read.incoming.where, { answer, activity });
  if (cardId) await answer.posted?.(cardId);
}

const lost = ({ log }: Parts, kind: string | undefined) =>
  log.error({ kind }, 'what was asked for before signing in can no longer be read');

type Placed = { answer: Answer; activity: TeamsActivity };

async function place(outbox: Outbox, where: Conversation, { answer, activity }: Placed): Promise<string | null> {
  const pressedId = answer.place === 'here' ? activity.replyToId : undefined;
  if (pressedId && answer.kept) return pressedId;
  const edited = pressedId ? await outbox.edit(where, pressedId, answer.card) : null;
  // Whatever was pressed may be gone by now; the answer still stands.
  const shown = edited?.kind === 'shown' ? edited : await outbox.post(where, answer.card);
  return shown.kind === 'shown' ? shown.cardId : null;
}
