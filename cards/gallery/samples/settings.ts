import { commonZones } from '../../../bot/knowledge/zones.ts';
import { sayButton } from '../../../bot/views/buttons.ts';
import { type SettingsView, settings } from '../../settings.ts';
import type { TenantRulesView } from '../../tenant-rules.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { now } from './invented.ts';

export const lax: TenantRulesView = {
  ...{ devices: null, removals: false, fullSyncs: false },
  ...{ notices: 'nowhere', historyDays: 365 },
};
export const strict: TenantRulesView = {
  ...{ devices: 25, removals: true, fullSyncs: true },
  ...{ notices: 'elsewhere', historyDays: 90 },
};

export const settingsSamples = shown({
  name: 'settings',
  about: 'The language and time zone a person reads in, and when they want no messages.',
  card: settings,
  states: {
    'as in Teams': chosen({}),
    'chosen and saved': chosen({ language: 'ru', zone: 'Asia/Yekaterinburg', quiet: '22:00-07:00', saved: true }),
    'with rules, for an administrator': (words) => {
      const [save, ...others] = chosen({})(words).buttons;
      const rules = { title: words.say('button.rules'), press: { press: 'tenant-rules' } } as const;
      return chosen({ rules: strict, buttons: [...(save ? [save] : []), rules, ...others] })(words);
    },
    'outside practice': chosen({
      practice: false,
      rules: { ...strict, notices: 'here' },
      heardZone: 'America/Argentina/ComodRivadavia',
    }),
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
    quiet: null,
    quietChoices: ['20:00-07:00', '22:00-07:00'],
    saved: false,
    rules: lax,
    buttons: [
      { title: words.say('button.save'), press: { press: 'save-settings', owner: 'p' }, main: true },
      sayButton('help', words),
    ],
    ...change,
  });
}
