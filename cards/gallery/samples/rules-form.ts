import { sayButton } from '../../../bot/views/buttons.ts';
import { type RulesFormView, rulesForm } from '../../rules-form.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { lax, strict } from './settings.ts';

export const rulesFormSamples = shown({
  name: 'rules-form',
  about: 'What holds for everybody in a tenant, for its administrators.',
  card: rulesForm,
  states: {
    'nothing settled yet': form({}),
    'in a shared conversation': form({ shared: true, rules: { ...lax, devices: 1 } }),
    'saved, with a conversation elsewhere': form({ rules: strict, saved: true }),
    'outside practice, with notices here': form({
      ...{ practice: false, shared: true },
      rules: { ...strict, notices: 'here', historyDays: 1 },
      days: [1, 30, 365],
    }),
  },
});

function form(change: Partial<RulesFormView>) {
  return (words: Words): RulesFormView => ({
    ...{ practice: true, rules: lax, limits: [1, 5, 25, 100], days: [30, 90, 365], shared: false, saved: false },
    buttons: [
      { title: words.say('button.save'), press: { press: 'save-rules' }, main: true },
      sayButton('settings', words),
    ],
    ...change,
  });
}
