import { type DeviceLabel, deviceChoices } from './device-label.ts';
import { continueButton, dropButton } from './form-buttons.ts';
import { card } from './kit/card.ts';
import { checklist, choice, subtle, text } from './kit/elements.ts';
import { pressButton } from './kit/press-button.ts';
import { shortened } from './kit/shorten.ts';
import type { Action, Card, Element } from './kit/types.ts';
import type { Words } from './words/index.ts';

/** What was asked for fits several devices, or only nearly fits any, or none. */
export type DeviceChoiceView = {
  practice: boolean;
  now: Date;
  draft: string;
  /** What was asked for, as it was said. */
  said: string;
  /** `near`: none is called so, these are called nearly so. */
  match: 'exact' | 'near';
  /** At most fifteen; none where nothing was found. */
  devices: readonly DeviceLabel[];
  /** How many more there are. */
  more: number;
  /** And still others fit, which nobody has read. */
  isCut: boolean;
  /** More than one may be chosen, to change what is on them; else one is looked at. */
  several: boolean;
  ticked: readonly string[];
  /** The last answer chose nothing. */
  complaint: boolean;
};

export function deviceChoice(view: DeviceChoiceView, words: Words): Card {
  return card(words, {
    title: words.say(view.several ? 'choice.title' : 'choice.title.device'),
    practice: view.practice,
    body: [
      text(foundSentence(view, words)),
      ...(view.complaint ? [text(words.say('choice.nothing'), { weight: 'Bolder' })] : []),
      ...(view.devices.length > 0 ? [choiceFor(view, words)] : [text(words.say('choice.how'))]),
      ...(view.more > 0 ? [subtle(words.say('choice.more', { count: view.more }))] : []),
      ...(view.isCut ? [subtle(words.say('choice.cut'))] : []),
    ],
    actions: actionsFor(view, words),
  });
}

function foundSentence({ match, devices, more, said }: DeviceChoiceView, words: Words): string {
  const count = devices.length + more;
  const kind = count === 0 ? 'none' : match;
  return words.say(`choice.found.${kind}`, { said: shortened(said, mostSaid), count });
}

const mostSaid = 100;

function choiceFor({ devices, several, ticked, now }: DeviceChoiceView, words: Words): Element {
  const input = { id: 'devices', label: words.say('choice.label'), choices: deviceChoices(devices, now, words) };
  if (several) return checklist({ ...input, ticked });
  const [value = ''] = ticked;
  return choice({
    ...input,
    style: 'expanded',
    value,
    isRequired: true,
    errorMessage: words.say('choice.nothing'),
  });
}

function actionsFor(view: DeviceChoiceView, words: Words): Action[] {
  const { draft, devices } = view;
  const found = devices.length > 0;
  const again = pressButton({ title: words.say('choice.again'), press: { press: 'pick-again', draft }, main: !found });
  const drop = dropButton(draft, words);
  if (!found) return [again, drop];
  return [continueButton({ press: 'choose-devices', draft }, words), ...allButton(view, words), again, drop];
}

/** Whoever means more than a card can list does not have to find them one by one. */
function allButton({ draft, devices, more, several }: DeviceChoiceView, words: Words): Action[] {
  if (!several || more === 0) return [];
  const title = words.say('choice.all', { count: devices.length + more });
  return [pressButton({ title, press: { press: 'choose-all', draft } })];
}
