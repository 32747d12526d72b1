import { type RawBuilder, sql } from 'kysely';
import { knownAction } from './known-action.ts';
import { noticeContent } from './notice-content.ts';
import { ruleSchema } from './schedule-rows.ts';
import { news, seen, what } from './watch-content.ts';

/**
 * While processes are exchanged one by one, a newer one may have written what this one does not know. Such rows are the newer one's
 * to read: here they are neither taken in hand nor counted as due, and stay as they are.
 */

type Union = { options: readonly { shape: { kind: { value: string } } }[] };

const kindsOf = ({ options }: Union) => sql.join(options.map(({ shape }) => sql.lit(shape.kind.value)));

/** Many tell of no action. */
const isOfKnownAction = (json: RawBuilder<unknown>) =>
  sql<boolean>`(${json} ->> 'action' is null or ${knownAction(sql`${json} ->> 'action'`)})`;

/** The watches whose subject this version knows. */
export const knownWhat = (column: RawBuilder<unknown>) =>
  sql<boolean>`(${column} ->> 'kind' in (${kindsOf(what)}) and ${isOfKnownAction(column)})`;

/** The watched things of which it knows how they look. */
export const knownSight = (column: RawBuilder<unknown>) => sql<boolean>`${column} ->> 'kind' in (${kindsOf(seen)})`;

/** The notices that it can tell, with all that is told in them. */
export const knownNotice = (content: RawBuilder<unknown>) => sql<boolean>`(
  ${content} ->> 'kind' in (${kindsOf(noticeContent)}) and ${isOfKnownAction(content)}
  and (${content} -> 'what' is null or ${knownWhat(sql`(${content} -> 'what')`)})
  and (${content} -> 'news' is null or ${content} -> 'news' ->> 'kind' in (${kindsOf(news)}))
  and not exists (select from jsonb_array_elements(${listIn(content, 'watches')}) as told
    where not ${knownWhat(sql`(told.value -> 'what')`)}))`;

/** Whatever else stands there by then is no list. */
const listIn = (content: RawBuilder<unknown>, name: string) =>
  sql`case jsonb_typeof(${content} -> ${sql.lit(name)}) when 'array' then ${content} -> ${sql.lit(name)} else '[]'::jsonb end`;

type ScheduleColumns = { action: RawBuilder<unknown>; rule: RawBuilder<unknown> };

/** The schedules of which it knows what is done when. */
export const knownSchedule = ({ action, rule }: ScheduleColumns) =>
  sql<boolean>`(${knownAction(action)} and ${rule} ->> 'kind' in (${kindsOf(ruleSchema)}))`;
