import { nameOf, namesOf as namesIn } from '../../cards/device-label.ts';
import { firstFew } from '../../cards/first-few.ts';
import type { PressButton } from '../../cards/kit/press-button.ts';
import type { MessageView } from '../../cards/message.ts';
import type { FoundDevice } from '../finding/devices.ts';
import type { Offered } from '../finding/payloads.ts';
import type { CardJson } from '../ports.ts';
import { messageCard } from './answers.ts';
import { sayButton, showButton } from './buttons.ts';
import { namesOf } from './payload-forms.ts';
import type { Screen } from './screen.ts';

type Busy = {
  draft: string;
  /** By the run that is just changing them. */
  devices: ReadonlyMap<number, readonly FoundDevice[]>;
  chosen: readonly Offered[] | 'all';
};

/** As many as fit beside the one to look again and the one for help. */
const mostButtons = 4;
const mostRuns = 10;
const mostNames = 3;

/** Every device is busy with something else than what was asked for. */
export function busyDevicesCard({ draft, devices, chosen }: Busy, screen: Screen): CardJson {
  const { words } = screen;
  const runs = [...devices].map(([run, some]) => ({ run, devices: namesOf(some) }));
  const sentences: MessageView['sentences'][number][] = runs.slice(0, mostRuns).map(({ run, devices: busy }) => ({
    key: 'plan.busy',
    values: { run, names: namesIn(busy, words, mostNames) },
  }));
  const count = runs.slice(mostRuns).reduce((sum, one) => sum + one.devices.count, 0);
  if (count > 0) sentences.push({ key: 'plan.busy.more', values: { count } });
  const items = chosen === 'all' ? '' : firstFew({ names: chosen.map(({ name }) => nameOf(name)) }, mostNames, words);
  sentences.push({ key: chosen === 'all' ? 'plan.busy.all-unsent' : 'plan.busy.unsent', values: { items } });
  const again: PressButton = {
    title: words.say('button.look-again'),
    press: { press: 'plan-again', draft },
    main: true,
  };
  const shown = runs.slice(0, mostButtons).map(({ run }) => showButton(run, words));
  return messageCard({ title: 'plan.title', sentences, buttons: [again, ...shown, sayButton('help', words)] }, screen);
}
