/**
 * `$filter` of managedDevices as Intune is known to honour it (graph-contract 4.1): a few fields with a few operators. Whatever
 * else it is asked, it answers with every device.
 */
export type FilterAnswer<T> = { things: readonly T[] } | 'bad';

/** What a filter can look at. */
export type Filterable = {
  deviceName: string;
  serialNumber: string;
  userPrincipalName: string;
  operatingSystem: string;
  lastSyncDateTime: string;
};

type Clause = { field: string; operator: string; value: string };

const honoured: Record<string, readonly string[]> = {
  deviceName: ['eq', 'contains', 'startswith'],
  serialNumber: ['eq', 'contains'],
  userPrincipalName: ['eq'],
  operatingSystem: ['eq', 'startswith'],
  lastSyncDateTime: ['lt', 'gt'],
};

export function filtered<T>(
  things: readonly T[],
  filter: string | null,
  lookAt: (thing: T) => Filterable,
): FilterAnswer<T> {
  if (filter === null) return { things };
  const clauses = clausesIn(filter);
  if (!clauses || clauses.some(({ field }) => field === 'roleScopeTagIds')) return 'bad';
  const kept = clauses.filter(isHonoured);
  return { things: things.filter((thing) => kept.every((clause) => holds(clause, lookAt(thing)))) };
}

/** `X eq ''` answers everything. */
const isHonoured = ({ field, operator, value }: Clause): boolean =>
  value !== '' && Object.hasOwn(honoured, field) && (honoured[field]?.includes(operator) ?? false);

function holds({ field, operator, value }: Clause, thing: Filterable): boolean {
  const its = thing[field as keyof Filterable];
  if (operator === 'lt') return Date.parse(its) < Date.parse(value);
  if (operator === 'gt') return Date.parse(its) > Date.parse(value);
  const [own, wanted] = [its.toLowerCase(), value.toLowerCase()];
  if (operator === 'eq') return own === wanted;
  if (operator === 'contains') return own.includes(wanted);
  return own.startsWith(wanted);
}

/** Of clauses joined with `or` only the first one is applied. Null where it is no filter at all. */
function clausesIn(filter: string): Clause[] | null {
  const [first = ''] = splitAt(filter, 'or');
  const clauses = splitAt(first, 'and').map(clauseIn);
  return clauses.every((clause) => clause !== null) ? clauses : null;
}

/** Not inside of a text. */
const splitAt = (text: string, word: string): string[] =>
  text.split(new RegExp(`\\s+${word}\\s+(?=(?:[^']*'[^']*')*[^']*$)`, 'i'));

function clauseIn(text: string): Clause | null {
  const literal = "('(?:[^']|'')*'|[^\\s']+)";
  const call = new RegExp(`^\\s*(\\w+)\\(\\s*(\\w+)\\s*,\\s*${literal}\\s*\\)\\s*$`).exec(text);
  if (call) return { operator: lower(call[1]), field: call[2] ?? '', value: literalValue(call[3]) };
  const comparison = new RegExp(`^\\s*([\\w/]+)\\s+(\\w+)\\s+${literal}\\s*$`).exec(text);
  if (comparison)
    return { field: comparison[1] ?? '', operator: lower(comparison[2]), value: literalValue(comparison[3]) };
  return null;
}

const lower = (word = '') => word.toLowerCase();

const literalValue = (literal = '') => (literal.startsWith("'") ? literal.slice(1, -1).replaceAll("''", "'") : literal);
