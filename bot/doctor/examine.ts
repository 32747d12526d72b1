import type { Sender } from '../ports.ts';
import { bad, type Check, type Finding, type Site } from './define.ts';

/** One check, with an end: whatever it waits for is broken off. */
export async function examine(check: Check, site: Site, withinMs: number): Promise<Finding> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), withinMs);
  try {
    return await Promise.race([check.run({ ...site, send: until(stop.signal, site.send) }), late(stop.signal)]);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    return bad(`This check broke (${name}).`, 'Please report it, with what you see here.');
  } finally {
    clearTimeout(timer);
  }
}

const until = (signal: AbortSignal, send: Sender): Sender => {
  return (ask) => send({ ...ask, signal });
};

const late = (signal: AbortSignal): Promise<Finding> =>
  new Promise((resolve) => {
    const finding = bad(
      'There was no answer in time.',
      'See whether this machine may reach what is asked, and try again.',
    );
    signal.addEventListener('abort', () => resolve(finding));
  });
