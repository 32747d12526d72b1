import type { Engine } from './open.ts';

/**
 * A PostgreSQL server looks after itself. The embedded one has nobody to do it: the room of what was deleted would never be used again, and
 * plans would be made for empty tables for ever. All else waits meanwhile, a third of a second.
 */
export async function vacuum(engine: Engine): Promise<void> {
  if (engine.kind === 'pglite') await engine.pglite.exec('vacuum analyze');
}
