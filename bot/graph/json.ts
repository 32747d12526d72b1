/** A body as JSON; undefined where it is none. */
export function jsonOf(text: string): unknown {
  // What most writes answer; an error with its stack costs more than all the rest of an answer.
  if (text === '') return undefined;
  try {
    return mayHoldLong.test(text) ? parseWithSource(text, exact) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Shorter numbers are exact. Most answers have no longer ones, and are spared the slower way. */
const mayHoldLong = /\d{16}/;

type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown;
/** TypeScript does not know the third argument yet. */
const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => unknown;

/** An Int64 beyond what a number can hold becomes text, as OData itself writes it for clients that ask for `IEEE754Compatible`. */
function exact(_key: string, value: unknown, { source = '' }: { source?: string }): unknown {
  const isInexact = typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(source);
  return isInexact ? source : value;
}
