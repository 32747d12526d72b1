import { PostgresQueryCompiler } from 'kysely';

/** PostgreSQL refuses a NUL in any text, in a question too, and anybody may send one: it is replaced, as in what is stored as JSON. */
export class StorableCompiler extends PostgresQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    super.addParameter(withoutNul(parameter));
  }
}

function withoutNul(parameter: unknown): unknown {
  if (typeof parameter === 'string') return parameter.replaceAll('\0', '\ufffd');
  return Array.isArray(parameter) ? parameter.map(withoutNul) : parameter;
}
