import { dropButton } from './form-buttons.ts';
import { pressButton } from './kit/press-button.ts';
import type { Execute } from './kit/types.ts';
import { nothingThere, type PayloadFormView } from './payload-form-view.ts';
import type { Press } from './press.ts';
import type { Words } from './words/index.ts';

type Go = Extract<Press, { press: 'choose-payloads' }>['go'];

/** Every one of them sends what is ticked, so that no way off the page loses it. */
export function payloadFormButtons(view: PayloadFormView, words: Words): Execute[] {
  const { draft, page, pages, rows, elsewhere, other } = view;
  const to = (go: Go, main = false) =>
    pressButton({ title: titleOf(go, view, words), press: { press: 'choose-payloads', draft, page, go }, main });
  const canGoOn = rows.length > 0 || elsewhere.length > 0;
  return [
    ...(canGoOn ? [to('continue', true)] : []),
    ...(nothingThere(view) ? [] : [to('show')]),
    ...(page < pages ? [to('next')] : []),
    ...(page > 1 ? [to('previous')] : []),
    ...(other ? [to('other-intent', nothingThere(view))] : []),
    dropButton(draft, words),
  ];
}

function titleOf(go: Go, { intent }: PayloadFormView, words: Words): string {
  if (go === 'continue') return words.say('form.continue');
  return words.say(go === 'other-intent' ? `payloads.other.${intent}` : `payloads.${go}`);
}
