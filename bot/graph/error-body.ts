import { z } from 'zod';
import { jsonOf } from './json.ts';

/** What can be learnt from an error body, whatever its nesting. No internal address is kept. */
export type ErrorFacts = {
  code: string | null;
  /** Every text of the body in one, for recognising, never for showing. */
  text: string;
  activityId: string | null;
  /** A part of a batch has it here only. */
  requestId: string | null;
  /** An inner code or text says that access was refused, although the status may be 401. */
  forbiddenInside: boolean;
  /** The message is Intune's own: whoever wrote it had accepted the token. */
  fromIntune: boolean;
};

const inner = z.object({ 'request-id': z.string() }).optional().catch(undefined);
const envelope = z.object({
  // Both spellings occur (graph-contract 6.1).
  error: z.object({
    code: z.string().catch(''),
    message: z.string().catch(''),
    innerError: inner,
    innererror: inner,
  }),
});
const nested = z.object({
  ErrorCode: z.string().optional().catch(undefined),
  Message: z.string().optional().catch(undefined),
  HttpHeaders: z.string().optional().catch(undefined),
});

const deepest = 4;

/** Decodes Graph's envelope and Intune's once and twice nested messages (graph-contract 6.1 and 6.2). */
export function errorFactsFrom(body: string): ErrorFacts {
  const outer = envelope.safeParse(jsonOf(body));
  const error = outer.success ? outer.data.error : null;
  const layers = layersOf(error?.message ?? '', deepest);
  const text = layers.map((layer) => layer.text).join('\n');
  return {
    code: /^\w{1,80}$/.exec(error?.code ?? '')?.[0] ?? null,
    text,
    activityId: /Activity ID:\s*([0-9a-f-]{36})/i.exec(text)?.[1] ?? null,
    requestId: /^[0-9a-f-]{36}$/i.exec((error?.innerError ?? error?.innererror)?.['request-id'] ?? '')?.[0] ?? null,
    forbiddenInside: layers.some((layer) => layer.code === 'Forbidden'),
    fromIntune: layers.length > 1,
  };
}

type Layer = { code: string | null; text: string };

function layersOf(message: string, depth: number): Layer[] {
  const read = nested.safeParse(jsonOf(message));
  if (!read.success || depth === 0) return [{ code: null, text: message }];
  const here = { code: read.data.ErrorCode ?? null, text: read.data.HttpHeaders ?? '' };
  return [here, ...layersOf(read.data.Message ?? '', depth - 1)];
}
