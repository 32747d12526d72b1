import { z } from 'zod';
import { moment } from './moments.ts';
import { type Vocabulary, vocabularies, vocabularyNames } from './payload-vocabulary.ts';
import { id, text } from './texts.ts';

export type SeenItem = {
  id: string;
  kind: string;
  name: string | null;
  /** `remove`, `restore`, or a later word. `removed` ends a removal, `succeeded` a restoration. */
  intent: string;
  status: string;
  detail: string | null;
  /** Exact and decimal; null where nothing has failed. */
  errorCode: string | null;
  changedAt: Date | null;
};

export type PayloadResult = {
  vocabulary: Vocabulary;
  startedAt: Date | null;
  updatedAt: Date | null;
  /** The service's word, such as `pending`. */
  state: string;
  items: SeenItem[];
};

/** The same object under our names. */
const renamed = (names: Readonly<Record<string, string>>) =>
  z
    .record(z.string(), z.unknown())
    .transform((row) => Object.fromEntries(Object.entries(names).map(([ours, graphs]) => [ours, row[graphs]])));

/** An Int64, which `jsonOf` hands over as text where a number could not hold it. */
const errorCode = z
  .union([z.int(), z.string().regex(/^-?\d+$/)])
  .nullish()
  .catch(null)
  .transform((code) => BigInt(code ?? 0))
  .transform((code) => (code === 0n ? null : code.toString()));

const textOr = (usual: string) => text.transform((value) => value ?? usual);

const itemOf = (vocabulary: Vocabulary) =>
  renamed(vocabularies[vocabulary].item).pipe(
    z.object({
      id,
      kind: textOr('unknown'),
      name: text,
      // What Graph means where it says nothing (graph-contract 1.3).
      intent: textOr('remove'),
      status: textOr('unknown'),
      detail: text,
      errorCode,
      changedAt: moment,
    }),
  );

function resultOf(vocabulary: Vocabulary) {
  const { items } = vocabularies[vocabulary];
  return renamed({ startedAt: 'startDateTime', updatedAt: 'lastUpdatedDateTime', state: 'actionState', items })
    .pipe(
      z.object({
        startedAt: moment,
        updatedAt: moment,
        state: textOr('unknown'),
        items: z.array(itemOf(vocabulary)).nullish(),
      }),
    )
    .transform((result): PayloadResult => ({ ...result, vocabulary, items: result.items ?? [] }));
}

const named = z.object({ '@odata.type': text.catch(null), actionName: text.catch(null) });

/** Of which contract a result is; null where it is some other action's, or one of the future. */
function vocabularyOf(result: unknown): Vocabulary | null {
  const read = named.safeParse(result);
  if (!read.success) return null;
  const { '@odata.type': type, actionName } = read.data;
  const byType = vocabularyNames.find((name) => vocabularies[name].resultType === type);
  return byType ?? vocabularyNames.find((name) => name === actionName) ?? null;
}

const one = z
  .unknown()
  .transform((result) => [vocabularyOf(result), result])
  .pipe(
    z.union([
      z.tuple([z.literal('syncPayloads'), resultOf('syncPayloads')]),
      z.tuple([z.literal('changeAssignments'), resultOf('changeAssignments')]),
      z.tuple([z.null(), z.unknown().transform(() => null)]),
    ]),
  )
  .transform(([, result]) => result);

/** `deviceActionResults`: the newest of both contracts' results; null where a device has none. */
export const newestPayloadResult = z
  .array(one)
  .nullish()
  .transform((results) => (results ?? []).reduce<PayloadResult | null>(newer, null));

function newer(best: PayloadResult | null, other: PayloadResult | null): PayloadResult | null {
  if (!best || !other) return best ?? other;
  const ahead = timeOf(other.startedAt) - timeOf(best.startedAt) || timeOf(other.updatedAt) - timeOf(best.updatedAt);
  return ahead < 0 ? best : other;
}

const timeOf = (at: Date | null) => at?.getTime() ?? 0;
