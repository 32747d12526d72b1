import { z } from 'zod';
import type { HttpAnswer } from '../ports.ts';
import { jsonIn } from './get.ts';

const configuration = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Null where something else was answered. */
export function openIdConfigurationIn({ status, body }: HttpAnswer): z.infer<typeof configuration> | null {
  return status === 200 ? (configuration.safeParse(jsonIn(body)).data ?? null) : null;
}
