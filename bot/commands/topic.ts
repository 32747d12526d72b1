import type { Key } from '../../cards/words/index.ts';
import type { Command } from './define.ts';

/** Commands that belong together, under the title that help gives them. */
export type Topic = { title: Key; commands: readonly Command[] };
