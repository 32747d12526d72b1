import { listedFor } from '../../../bot/commands/help.ts';
import { commands } from '../../../bot/commands/index.ts';
import { shown as phraseOf } from '../../../bot/commands/understand.ts';
import { helpButtons } from '../../../bot/views/answers.ts';
import { type HelpView, help } from '../../help.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { ana, hostileNames } from './invented.ts';

export const helpSamples = shown({
  name: 'help',
  about: 'What the bot can do for this person here; with a welcome, its first words in a conversation.',
  card: help,
  states: {
    help: told({ practice: false }),
    'help, in practice': told({ practice: true }),
    welcome: told({ practice: false, welcome: { addedBy: null } }),
    'welcome, in practice, added by somebody': told({ practice: true, welcome: { addedBy: ana } }),
    'welcome, added by a hostile name': told({ practice: false, welcome: { addedBy: hostileNames['a link'] } }),
  },
});

/** The commands are the real ones. */
function told({ practice, welcome = null }: Pick<HelpView, 'practice'> & Partial<HelpView>) {
  return (words: Words): HelpView => ({
    practice,
    welcome,
    commands: listedFor(commands, { practice, welcome: welcome !== null }).map((command) => ({
      phrase: `${phraseOf(command, words.language)}${command.takes === 'number' ? ' 17' : ''}`,
      about: command.about,
    })),
    buttons: helpButtons({ practice, welcome: welcome !== null }, words),
  });
}
