import { type Press, pressData } from '../press.ts';
import { button } from './elements.ts';
import type { Execute } from './types.ts';

/** A button and what it asks for. */
export type PressButton = { title: string; press: Press; main?: boolean };

/** Presses carry their own data; only forms send inputs with them. */
const forms: ReadonlySet<Press['press']> = new Set([
  'save-settings',
  'save-rules',
  'decline',
  'pick-devices',
  'choose-devices',
  'settle-list',
  'choose-payloads',
  'exchange-pick',
  'schedule-times',
]);

export function pressButton({ title, press, main }: PressButton): Execute {
  const associatedInputs = forms.has(press.press) ? 'auto' : 'none';
  const style = main ? { style: 'positive' as const } : {};
  return button(title, { verb: press.press, data: pressData(press), associatedInputs, ...style });
}
