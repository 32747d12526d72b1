import type { Command } from '../bot/commands/define.ts';
import { shown } from '../bot/commands/understand.ts';
import type { Words } from '../cards/words/index.ts';

type Scope = 'personal' | 'team' | 'groupChat';
type ListedCommand = { title: string; description: string };
export type CommandList = { scopes: readonly [Scope]; commands: readonly ListedCommand[] };

/** One list for each, as the schema says. */
export const scopes: readonly Scope[] = ['personal', 'team', 'groupChat'];

/** The commands that Teams offers beside the box one types in. */
export function commandLists(commands: readonly Command[], words: Words): CommandList[] {
  return scopes.map((scope) => ({
    scopes: [scope],
    commands: commands
      .filter(({ menu }) => menu === 'everywhere' || menu === scope)
      .map((command) => ({ title: shown(command, words.language), description: words.say(command.about) })),
  }));
}
