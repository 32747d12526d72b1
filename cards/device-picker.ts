import { type DeviceLabel, deviceChoices } from './device-label.ts';
import { continueButton, dropButton } from './form-buttons.ts';
import { card } from './kit/card.ts';
import { checklist, search, subtle, text, typed } from './kit/elements.ts';
import type { Card, Element } from './kit/types.ts';
import type { Words } from './words/index.ts';

/** Which devices? Nothing typed stays in Teams, so whatever was sent comes back in the view. */
export type DevicePickerView = {
  practice: boolean;
  now: Date;
  draft: string;
  /** What the devices are chosen for. */
  purpose: 'payloads' | 'device';
  /** The person's own, recently used ones, and what an earlier search found. */
  devices: readonly DeviceLabel[];
  ticked: readonly string[];
  typed: string;
  complaint: { kind: 'nothing' } | { kind: 'too-many'; most: number } | null;
};

export function devicePicker(view: DevicePickerView, words: Words): Card {
  const { draft, complaint } = view;
  return card(words, {
    title: words.say(view.purpose === 'device' ? 'choice.title.device' : 'pick.title'),
    practice: view.practice,
    body: [
      ...(complaint ? [text(complaintSentence(complaint, words), { weight: 'Bolder' })] : []),
      text(words.say('pick.how')),
      ...ownDevices(view, words),
      search({
        id: 'found',
        label: words.say('pick.search'),
        placeholder: words.say('pick.search.example'),
        dataset: 'devices',
      }),
      typed({
        id: 'typed',
        label: words.say('pick.typed'),
        placeholder: words.say('pick.typed.example'),
        value: view.typed,
        isMultiline: true,
        maxLength: mostTyped,
      }),
      subtle(words.say('pick.next')),
    ],
    actions: [continueButton({ press: 'pick-devices', draft }, words), dropButton(draft, words)],
  });
}

/** A few hundred names with their users. */
const mostTyped = 20_000;

const complaintSentence = (complaint: NonNullable<DevicePickerView['complaint']>, words: Words) =>
  complaint.kind === 'nothing' ? words.say('pick.nothing') : words.say('pick.too-many', { count: complaint.most });

const ownDevices = ({ devices, ticked, now }: DevicePickerView, words: Words): Element[] =>
  devices.length === 0
    ? []
    : [checklist({ id: 'own', label: words.say('pick.own'), choices: deviceChoices(devices, now, words), ticked })];
