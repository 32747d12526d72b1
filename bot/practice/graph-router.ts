import type { PracticeAnswer } from '../ports.ts';
import { type Asked, fine, isFine, refused, type Told } from './graph-asked.ts';

/** A request that found its route: the keys of the path, decoded, and the answer that was rehearsed for a write. */
export type Routed = Asked & { keys: readonly string[]; forced: PracticeAnswer | null };

/** `{}` in a template is one key. */
export type Route = { method: 'GET' | 'POST'; template: string; answer: (routed: Routed) => Told };

export type Router = (asked: Asked, forced: PracticeAnswer | null) => Told;

export function openRouter(routes: readonly Route[]): Router {
  const compiled = routes.map((route) => ({ ...route, pattern: patternOf(route.template) }));
  return (asked, forced) => {
    if (forced && asked.method === 'GET' && !isFine(forced)) return forced;
    for (const { method, pattern, answer } of compiled) {
      const found = method === asked.method ? pattern.exec(asked.path) : null;
      const keys = found && decoded(found.slice(1));
      if (keys) return answer({ ...asked, keys, forced });
    }
    // Graph says 400, not 404, where it does not know a segment (graph-contract 6.3).
    return forced ?? refused(400, 'action');
  };
}

const patternOf = (template: string) => new RegExp(`^${template.replaceAll('$', '\\$').replaceAll('{}', '([^/]+)')}$`);

function decoded(keys: readonly string[]): string[] | null {
  try {
    return keys.map(decodeURIComponent);
  } catch {
    return null;
  }
}

/** A route that answers with one object, or 404 where there is none. */
export const getOne = (template: string, find: (routed: Routed) => object | null): Route => ({
  method: 'GET',
  template,
  answer(routed) {
    const found = find(routed);
    return found ? fine(found) : refused(404);
  },
});
