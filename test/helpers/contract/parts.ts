import type { Description } from './description.ts';
import { type FindOperation, openOperations } from './operations.ts';
import { type LookAtProperties, openProperties } from './properties.ts';
import { type CheckValue, openSchemas } from './schemas.ts';

/** What reading a description of Graph takes. */
export type Parts = { description: Description; find: FindOperation; check: CheckValue; look: LookAtProperties };

export function openParts(description: Description): Parts {
  const check = openSchemas(description);
  return { description, check, find: openOperations(description), look: openProperties(description, check) };
}
