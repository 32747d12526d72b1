import { answer, type Handler, type Service } from './service.ts';

/** A request as whoever wrote it meant it. */
export type Meant = { path: string; options: Record<string, string> };

/** What was asked for so far, without the version segment. */
export const meantAt = ({ calls }: Service): Meant[] => calls.map(({ path }) => meantBy(path));

export function meantBy(address: string): Meant {
  const [path = '', query = ''] = address.split('?');
  return { path: path.replace(/^\/beta/, ''), options: Object.fromEntries(new URLSearchParams(query)) };
}

/** Answers by path, as often as it is asked for: a list of rows, one object, or whatever a handler does. */
export function answersBy(service: Service, table: Readonly<Record<string, object | Handler>>): void {
  service.otherwise((response, call) => {
    const found = table[meantBy(call.path).path];
    const handler = typeof found === 'function' ? (found as Handler) : answerOf(found);
    handler(response, call);
  });
}

const answerOf = (found: object | undefined): Handler => {
  if (!found) return answer(404, { error: { code: 'ResourceNotFound', message: 'nothing is there' } });
  return answer(200, Array.isArray(found) ? { value: found } : found);
};
