import { syncPayloads } from '../../../bot/actions/sync-payloads.ts';
import { examplesOf, toldOf } from '../../../bot/commands/help.ts';
import { topics } from '../../../bot/commands/index.ts';
import { settings } from '../../../bot/commands/settings.ts';
import { helpButtons } from '../../../bot/views/answers.ts';
import { type HelpView, help } from '../../help.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { ana, hostileNames } from './invented.ts';

const forPayloads = [...syncPayloads.scopes.write, ...(syncPayloads.scopes.also ?? [])];

export const helpSamples = shown({
  name: 'help',
  about: 'What the bot can do for this person here; with a welcome, its first words in a conversation.',
  card: help,
  states: {
    help: told({ practice: false }),
    'help, in practice': told({ practice: true }),
    'help, before the first sign-in': told({ practice: false, granted: null }),
    'help, by somebody who was granted payload sync only': told({ practice: false, granted: forPayloads }),
    'help, about what is no command': (words) => ({
      ...told({ practice: false })(words),
      unknown: { text: 'setings', near: [shownIn(words)] },
    }),
    'help, about hostile text': (words) => ({
      ...told({ practice: false })(words),
      unknown: { text: hostileNames['a link'], near: [] },
    }),
    welcome: told({ practice: false, welcome: { addedBy: null } }),
    'welcome, in practice, added by somebody': told({ practice: true, welcome: { addedBy: ana } }),
    'welcome, by somebody who was granted payload sync only': told({
      ...{ practice: false, welcome: { addedBy: null }, granted: forPayloads },
    }),
    'welcome, added by a hostile name': told({ practice: false, welcome: { addedBy: hostileNames['a link'] } }),
  },
});

const shownIn = ({ language }: Words) => settings.phrases[language][0];

/** The commands are the real ones. */
function told({ practice, welcome = null, granted }: Shown) {
  return (words: Words): HelpView => {
    const all = toldOf(topics, { practising: practice, granted: granted ?? null, words });
    return {
      practice,
      welcome,
      topics: welcome ? examplesOf(all) : all,
      signedOut: granted === null,
      buttons: helpButtons({ practice, welcome: welcome !== null }, words),
    };
  };
}

/** `granted`: what a person has been granted so far; null where nobody is signed in; left out where all is allowed. */
type Shown = Pick<HelpView, 'practice'> & Partial<Pick<HelpView, 'welcome'>> & { granted?: readonly string[] | null };
