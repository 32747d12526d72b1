import type { Log } from '../ports.ts';
import { type KeptAnswer, type LateAnswers, orAnew } from '../ports-writing.ts';
import type { Chat, TeamsOutbox } from './outbox.ts';
import type { Reachability } from './reachability.ts';

/** A step is kept from others no longer; then it is done again. */
const withinMs = 60_000;

type Parts = { outbox: TeamsOutbox; late: LateAnswers; reachability: Pick<Reachability, 'unanswered'>; log: Log };

/** Sends an answer that found no room in its turn, unless something newer has taken its place meanwhile, and those that came after it. */
export async function sendLate(parts: Parts, id: string): Promise<void> {
  const { outbox, late } = parts;
  const kept = (await late.beside(id)).find((one) => one.id === id);
  if (!kept) return;
  await outbox.inTime(kept.where, { rank: 'answer', withinMs }, async (chat) => {
    const [first, ...others] = await late.beside(id);
    if (!first) return;
    // It has a step of its own, which goes on with this one.
    if (first.id !== id) throw new Error('an older answer is to be sent there first');
    for (const answer of [first, ...others]) await send(parts, chat, answer);
  });
}

async function send(
  { late, reachability, log }: Parts,
  chat: Chat,
  { id, replaces, message, ...asked }: KeptAnswer,
): Promise<void> {
  const changed = replaces ? await chat.change(replaces, message) : null;
  const delivery = await orAnew(changed, () => chat.send(message));
  if (delivery.kind !== 'shown') log.warn({ why: delivery.kind }, 'a late answer can no longer be shown there');
  if (delivery.kind === 'no-conversation')
    await reachability.unanswered({ tenantId: asked.where.tenantId, id: asked.personId }, asked.where);
  await late.drop(id);
}
