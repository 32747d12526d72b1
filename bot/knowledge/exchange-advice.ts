/** A full sync runs by itself once a day, quick ones several times (graph-contract 3): a success older than this missed one. */
const dayMs = 24 * 60 * 60_000;

/** What would help a connector most; `mend`: no sync before it is connected again. Null where its status tells nothing. */
export function exchangeAdviceFor(
  { status, lastSyncAt }: { status: string; lastSyncAt: Date | null },
  now: Date,
): 'quick' | 'full' | 'mend' | null {
  if (status === 'disconnected') return 'mend';
  if (status !== 'connected') return null;
  return lastSyncAt && now.getTime() - lastSyncAt.getTime() <= dayMs ? 'quick' : 'full';
}
