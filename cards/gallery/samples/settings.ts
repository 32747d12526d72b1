import { commonZones } from '../../../bot/knowledge/zones.ts';
import { sayButton } from '../../../bot/views/buttons.ts';
import { type SettingsView, settings } from '../../settings.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { now } from './invented.ts';

export const settingsSamples = shown({
  name: 'settings',
  about: 'The language and time zone a person reads in.',
  card: settings,
  states: {
    'as in Teams': chosen({}),
    'chosen and saved': chosen({ language: 'ru', zone: 'Asia/Yekaterinburg', saved: true }),
    'outside practice': chosen({ practice: false, heardZone: 'America/Argentina/ComodRivadavia' }),
  },
});

function chosen(change: Partial<SettingsView>) {
  return (words: Words): SettingsView => ({
    practice: true,
    now,
    language: null,
    zone: null,
    heardZone: 'Europe/Berlin',
    zones: commonZones,
    saved: false,
    buttons: [
      { title: words.say('button.save'), press: { press: 'save-settings', owner: 'p' }, main: true },
      sayButton('help', words),
    ],
    ...change,
  });
}
