import { type BoardParts, type Following, readerOf } from './following.ts';
import type { RunId } from './ports.ts';
import type { Run } from './runs/run.ts';
import { reminderCard, runCard } from './views/run.ts';
import { fingerprintOf } from './views/screen.ts';

/** Tells somebody once that a run waits for them to sign in, in a new message: an edited card draws nobody's eye. */
export function openRemind(parts: BoardParts): (id: RunId) => Promise<void> {
  return async (id) => {
    const run = await parts.findRun(id);
    const askKey = run && reminderKeyFor(run);
    if (!run || !askKey || (await parts.wasAsked(run.tenantId, askKey))) return;
    await parts.tracing.traced(run.trace, () => remind(parts, run, askKey));
  };
}

/** The same as long as a run waits, however often the step is done; null where it does not wait. */
function reminderKeyFor({ id, targets }: Run): string | null {
  const parked = targets.find(({ blind, verdict }) => blind?.kind === 'signed-out' && verdict === null);
  return parked ? `remind:${id}:${parked.lookUntil?.toISOString() ?? ''}` : null;
}

/** Among the asker's own cards, a chat that nobody else reads comes first. */
async function remind(parts: BoardParts, run: Run, askKey: string): Promise<void> {
  const [followers, waiting] = await Promise.all([parts.followers(run.id), parts.waiting(run.id)]);
  const own = followers.filter((one) => one.personId === run.asker.id && one.shows === 'run');
  const isShared = ({ where }: Following) => Number(where.kind !== 'personal');
  for (const one of own.toSorted((a, b) => isShared(a) - isShared(b))) {
    const cardId = await postReminder(parts, run, one);
    if (!cardId) continue;
    // From now on it follows the run: as soon as there is more to tell, the board takes its place.
    const board = runCard(run, { id: readerOf(one), waiting }, parts.screen(one.reader));
    const { personId, where } = one;
    const fingerprint = fingerprintOf(board);
    return parts.addCard(run, { personId, conversationId: where.id, askKey, cardId, fingerprint });
  }
  parts.log.warn({ run: run.number }, 'nobody could be told that a run waits for a sign-in');
}

async function postReminder(parts: BoardParts, run: Run, one: Following): Promise<string | null> {
  const card = reminderCard(run, { id: readerOf(one) }, parts.screen(one.reader));
  const delivery = card && (await parts.inTurn(one.where, 'notice', (chat) => chat.post(card)));
  if (delivery?.kind === 'no-conversation') await parts.stop(run, one);
  return delivery?.kind === 'shown' ? delivery.cardId : null;
}
