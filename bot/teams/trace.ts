import { hash } from 'node:crypto';
import type { TeamsActivity } from './activity.ts';

/** Short enough to be read out on the telephone: it is what people see when something broke. */
const length = 8;

/** The same for every delivery of one activity, and when it is done again after signing in; one without an id is its own. */
export function traceOf({ id, conversation }: Pick<TeamsActivity, 'id' | 'conversation'>, newId: () => string): string {
  return hash('sha256', `${conversation.id}/${id ?? newId()}`).slice(0, length);
}
