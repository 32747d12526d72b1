import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

// Node has it, the types of Node do not.
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> };

/**
 * Machine code belongs to whoever compiled the same bytes, for as long as one of them is left: held once in a worker, PGlite is not
 * compiled anew in each test file's sandbox.
 */
export async function compilePglite(): Promise<object> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  return WebAssembly.compile(await readFile(join(dirname(entry), 'pglite.wasm')));
}
