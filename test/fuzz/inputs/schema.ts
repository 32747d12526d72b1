import fc from 'fast-check';
import type { z } from 'zod';
import { anyJson } from './json.ts';
import { nameText } from './text.ts';

/** What zod keeps of a schema; each kind has some of it. */
type Def = {
  type: string;
  values: readonly unknown[];
  entries: Readonly<Record<string, string>>;
  shape: Readonly<Record<string, z.ZodType>>;
  options: readonly z.ZodType[];
  items: readonly z.ZodType[];
  element: z.ZodType;
  innerType: z.ZodType;
  keyType: z.ZodType;
  valueType: z.ZodType;
  in: z.ZodType;
  out: z.ZodType;
  checks?: readonly {
    _zod: { def: { check: string; minimum?: number; maximum?: number; value?: number; pattern?: RegExp } };
  }[];
  pattern?: RegExp;
};
type Bounds = { min?: number; max?: number };

const defOf = (schema: z.ZodType) => schema._zod.def as unknown as Def;

/** The lengths or numbers that its rules allow. */
function boundsOf({ checks = [] }: Def): Bounds {
  const all = checks.map(({ _zod: { def } }) => def);
  const of = (check: string) => all.find((def) => def.check === check);
  const [least, most] = [of('min_length')?.minimum ?? of('greater_than')?.value, of('max_length')?.maximum];
  const max = most ?? of('less_than')?.value;
  return { ...(least === undefined ? {} : { min: least }), ...(max === undefined ? {} : { max }) };
}

/** Plain JSON that a schema takes, with texts from outside wherever it takes any text. A rule of its own may still refuse some. */
export function takenBy(schema: z.ZodType): fc.Arbitrary<unknown> {
  const make = makers[defOf(schema).type];
  if (!make) throw new Error(`test/fuzz/inputs/schema.ts knows no "${defOf(schema).type}"`);
  return make(schema, defOf(schema));
}

const inner = (_: z.ZodType, { innerType }: Def) => takenBy(innerType);
const optional = (_: z.ZodType, { innerType }: Def) => fc.option(takenBy(innerType), { nil: undefined });

const makers: Readonly<Record<string, (schema: z.ZodType, def: Def) => fc.Arbitrary<unknown>>> = {
  string: (_, def) => formatted(def) ?? textOf(boundsOf(def)),
  number: (_, def) => numberOf(boundsOf(def)),
  boolean: () => fc.boolean(),
  date: () => fc.date({ noInvalidDate: true }).map((at) => at.toISOString()),
  null: () => fc.constant(null),
  unknown: () => anyJson,
  literal: (_, { values }) => fc.constantFrom(...values),
  enum: (_, { entries }) => fc.constantFrom(...Object.values(entries)),
  object: (_, { shape }) => objectOf(shape),
  array: (_, { element }) => fc.array(takenBy(element), { minLength: 1, maxLength: 4 }),
  tuple: (_, { items }) => fc.tuple(...items.map(takenBy)),
  record: (_, { keyType, valueType }) =>
    fc.dictionary(takenBy(keyType) as fc.Arbitrary<string>, takenBy(valueType), { maxKeys: 4 }),
  union: (_, { options }) => fc.oneof(...options.map(takenBy)),
  // What is prepared first is taken as what comes of it.
  pipe: (_, def) => takenBy(defOf(def.in).type === 'transform' ? def.out : def.in),
  optional,
  default: optional,
  nullable: (_, { innerType }) => fc.option(takenBy(innerType)),
  readonly: inner,
  catch: inner,
};

function objectOf(shape: Def['shape']): fc.Arbitrary<unknown> {
  const parts = Object.fromEntries(Object.entries(shape).map(([name, part]) => [name, takenBy(part)]));
  // What is left out of JSON is not there at all.
  return fc.record(parts).map((whole) => JSON.parse(JSON.stringify(whole)) as unknown);
}

/** A text of a form of its own. */
function formatted({ pattern, checks = [] }: Def): fc.Arbitrary<string> | null {
  const form = pattern ?? checks.map(({ _zod: { def } }) => def.pattern).find((one) => one !== undefined);
  return form ? fc.stringMatching(form) : null;
}

const textOf = ({ min = 0, max = 10_000 }: Bounds) => nameText.map((text) => text.padEnd(min, 'x').slice(0, max));

/** Small ones mean something here, large ones are what a database cannot hold. */
function numberOf({ min = 0, max = Number.MAX_SAFE_INTEGER }: Bounds): fc.Arbitrary<number> {
  const least = Math.max(1, Math.ceil(min));
  return fc.oneof(
    fc.integer({ min: least, max: Math.min(max, 40) }),
    fc.maxSafeNat().map((n) => least + (n % (max - least + 1))),
  );
}
