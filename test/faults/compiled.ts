import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Processes begin so often that compiling would be most of what they do. */
export const compiledOnce = { NODE_COMPILE_CACHE: join(tmpdir(), 'sync-desk-compiled') };
