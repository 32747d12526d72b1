import type { Clock } from '../ports.ts';
import { chatOfFollower } from '../store/followers.ts';
import type { Tx } from '../store/open.ts';
import { askNotice } from './ask-notice.ts';
import type { Queue } from './queue.ts';
import type { RunHead } from './run.ts';

type Parts = { queue: Queue; clock: Clock };

/** Whoever asked may have waited for hours, and an edited board draws nobody's eye: what came of it is a message. */
export async function tellDecision({ queue, clock }: Parts, tx: Tx, run: Omit<RunHead, 'resumedAt'>): Promise<void> {
  const { tenantId, id, asker, askedAt, number, action, approval } = run;
  const now = clock.now();
  const unheard = approval && now >= approval.until ? ('expired' as const) : null;
  const how = approval?.decision?.kind ?? unheard;
  const conversationId = approval && how && (await chatOfFollower(tx, id, asker.id));
  if (!conversationId) return;
  const { decision, until } = approval;
  const told = { by: decision?.by.name ?? null, reason: decision?.reason ?? null, until };
  const content = { kind: 'approval' as const, number, action, how, ...told };
  const to = { tenantId, personId: asker.id, conversationId };
  const key = `approval:${id}:${askedAt.toISOString()}`;
  await askNotice(tx, queue, { ...to, key, content, askedAt: now, dueAt: now });
}
