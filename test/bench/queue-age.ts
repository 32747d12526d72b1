/** How long jobs wait in the bot's queue, as its own numbers tell. */
import { setTimeout as wait } from 'node:timers/promises';

/** The greatest age, asked once a second as whoever watches the bot would. */
export function watchQueue(url: string): () => Promise<number> {
  const ages: number[] = [];
  const stop = new AbortController();
  const watching = (async () => {
    while (!stop.signal.aborted) {
      ages.push(await queueAge(url));
      await wait(1_000, undefined, { signal: stop.signal }).catch(() => {});
    }
  })();
  return async () => {
    stop.abort();
    await watching;
    return Math.max(0, ...ages);
  };
}

async function queueAge(url: string): Promise<number> {
  const text = await fetch(`${url}/metrics`).then(
    (answer) => answer.text(),
    () => '',
  );
  const ages = [...text.matchAll(/^sync_desk_queue_oldest_due_seconds\{[^}]*\} (\S+)$/gm)];
  return Math.max(0, ...ages.map(([, age]) => Number(age)));
}
