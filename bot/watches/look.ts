import { type Sight, sightOf, sightScopes } from '../actions/sight.ts';
import { refusalIn } from '../graph/errors.ts';
import type { Refusal } from '../graph/refusal.ts';
import type { Person } from '../ports.ts';
import type { Watched } from '../store/watched.ts';
import { isSameSight } from './news.ts';
import { nextLookAt } from './next-look.ts';
import type { WatchParts } from './parts.ts';
import { targetOf } from './watch.ts';
import { whoLooks } from './who-looks.ts';

/** What came of one look. */
export type Looked = { watched: Watched; person: Person; answer: { sight: Sight } | { refusal: Refusal } };

/** `waking`: whether they can see it again is still to be found out. */
type Watcher = { key: string; person: Person; waking: boolean };

/** All of one person's at once, so that what is asked of Graph goes out together. */
export async function lookAll(
  { graphFor }: WatchParts,
  due: readonly Watched[],
  watchers: readonly Watcher[],
): Promise<Looked[]> {
  const people = new Map(watchers.map(({ person }) => [person.id, person]));
  const byKey = new Map(due.map((one) => [one.key, one]));
  const tried = new Set(watchers.flatMap(({ key, waking }) => (waking ? [key] : [])));
  const mayLook = watchers.filter(({ key, waking }) => waking || !tried.has(key));
  const looks = whoLooks(mayLook.map(({ key, person }) => ({ key, personId: person.id })));
  const asked = [...looks].flatMap(([personId, keys]) => {
    const person = people.get(personId);
    return person
      ? lookAs(
          graphFor,
          person,
          keys.flatMap((key) => byKey.get(key) ?? []),
        )
      : [];
  });
  return Promise.all(asked);
}

function lookAs(graphFor: WatchParts['graphFor'], person: Person, watched: readonly Watched[]): Promise<Looked>[] {
  const byKind = Map.groupBy(watched, ({ seen }) => seen.kind);
  return [...byKind].flatMap(([kind, ones]) => {
    const graph = graphFor(person, sightScopes[kind]);
    return ones.map(async (one) => ({ watched: one, person, answer: await answerTo(graph, one) }));
  });
}

async function answerTo(graph: ReturnType<WatchParts['graphFor']>, { key }: Watched): Promise<Looked['answer']> {
  const target = targetOf(key);
  if (!target) throw new Error(`${key} is not looked at`);
  try {
    return { sight: await sightOf(graph, target) };
  } catch (error) {
    return { refusal: refusalIn(error) };
  }
}

/**
 * What takes more than looking again: a change, the end of somebody's rights, or what is compared even if it has not changed: a time
 * may have come, or somebody may have missed a change while they could not look.
 */
export function isNews({ watched, answer }: Looked, compared: ReadonlySet<string>): boolean {
  if ('sight' in answer) return compared.has(watched.key) || !isSameSight(answer.sight, watched.seen);
  return ['signed-out', 'not-allowed', 'not-there'].includes(answer.refusal.kind);
}

export function againAt({ watched, answer }: Looked, now: Date): Date {
  const next = nextLookAt(watched.changedAt, now);
  const retryAt = 'refusal' in answer && answer.refusal.kind === 'throttled' ? answer.refusal.retryAt : null;
  return retryAt && retryAt > next ? retryAt : next;
}
