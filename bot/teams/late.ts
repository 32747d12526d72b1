import type { Log } from '../ports.ts';
import { type LateAnswers, orAnew } from '../ports-writing.ts';
import type { TeamsOutbox } from './outbox.ts';

/** A step is kept from others no longer; then it is done again. */
const withinMs = 60_000;

type Parts = { outbox: TeamsOutbox; late: LateAnswers; log: Log };

/** Sends an answer that found no room in its turn, unless something newer has taken its place meanwhile. */
export async function sendLate({ outbox, late, log }: Parts, id: string): Promise<void> {
  const kept = await late.find(id);
  if (!kept) return;
  await outbox.inTime(kept.where, { rank: 'answer', withinMs }, async (chat) => {
    const answer = await late.find(id);
    if (!answer) return;
    const { replaces, message } = answer;
    const changed = replaces ? await chat.change(replaces, message) : null;
    const delivery = await orAnew(changed, () => chat.send(message));
    if (delivery.kind !== 'shown') log.warn({ why: delivery.kind }, 'a late answer can no longer be shown there');
    await late.drop(id);
  });
}
