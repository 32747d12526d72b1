import { card } from './kit/card.ts';
import { choice, subtle, text } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card } from './kit/types.ts';
import { asTeams, noQuiet } from './press.ts';
import { type TenantRulesView, tenantRuleLines } from './tenant-rules.ts';
import { type Words, type WordsLanguage, wordsLanguages } from './words/index.ts';

export type SettingsView = {
  practice: boolean;
  now: Date;
  /** Null where Teams decides. */
  language: WordsLanguage | null;
  zone: string | null;
  /** What Teams says. */
  heardZone: string;
  zones: readonly string[];
  /** As `22:00-07:00`; null: none. */
  quiet: string | null;
  quietChoices: readonly string[];
  saved: boolean;
  /** What holds for everybody in the tenant. */
  rules: TenantRulesView;
  buttons: readonly PressButton[];
};

export function settings(view: SettingsView, words: Words): Card {
  return card(words, {
    title: words.say('settings.title'),
    practice: view.practice,
    body: [
      ...(view.saved ? [text(words.say('settings.saved'), { weight: 'Bolder' })] : []),
      choice({
        id: 'language',
        label: words.say('settings.language'),
        style: 'expanded',
        value: view.language ?? asTeams,
        choices: [
          { title: words.say('settings.language.teams'), value: asTeams },
          ...wordsLanguages.map((language) => ({ title: words.languageName(language), value: language })),
        ],
      }),
      choice({
        id: 'zone',
        label: words.say('settings.zone'),
        style: 'compact',
        value: view.zone ?? asTeams,
        choices: [
          { title: words.say('settings.zone.teams', { zone: view.heardZone }), value: asTeams },
          ...view.zones.map((zone) => ({ title: zone, value: zone })),
        ],
      }),
      choice({
        id: 'quiet',
        label: words.say('settings.quiet'),
        style: 'compact',
        value: view.quiet ?? noQuiet,
        choices: [
          { title: words.say('settings.quiet.off'), value: noQuiet },
          ...view.quietChoices.map((hours) => ({ title: hours.replace('-', '–'), value: hours })),
        ],
      }),
      subtle(words.say('settings.quiet.more')),
      subtle(words.say('settings.now', { time: words.when(view.now, view.now) })),
      ...tenantRuleLines(view.rules, words),
    ],
    actions: view.buttons.map(pressButton),
  });
}
