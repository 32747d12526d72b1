import type { ChatMessage, OfferedFile } from '../connector-types.ts';
import { api } from './api.ts';
import { note } from './card-host.ts';
import type { Desk } from './desk.ts';
import { button, el, inBackground } from './dom.ts';

/** The files of a message, and the one that Teams asks about. */
export function drawFiles(message: ChatMessage, desk: Desk, notes: HTMLElement): HTMLElement[] {
  const files = message.files.map(({ name, url }) =>
    el('p', { class: 'file' }, el('a', { href: safe(url), download: name, 'data-testid': 'file' }, name)),
  );
  return message.offer ? [...files, offerOf(message, message.offer, { desk, notes })] : files;
}

/** Where a bot says that a file is, may be anything. */
const safe = (url: string): string => (/^https?:\/\//i.test(url) ? url : '#');

type Around = { desk: Desk; notes: HTMLElement };

function offerOf(message: ChatMessage, { name, about, bytes }: OfferedFile, { desk, notes }: Around): HTMLElement {
  const { words, here, settings } = desk;
  const answer = async (wanted: boolean) => {
    const answered = await api.consent(here, message.id, wanted).catch(() => null);
    if (answered?.kind !== 'answered' || answered.status >= 400) notes.replaceChildren(note(words.failed, true));
  };
  const kilobytes = new Intl.NumberFormat(settings.language, { style: 'unit', unit: 'kilobyte' });
  const size = kilobytes.format(Math.max(1, Math.round(bytes / 1024)));
  return el(
    'div',
    { class: 'offer', 'data-testid': 'offer' },
    el('p', {}, words.offered),
    el('p', {}, el('strong', {}, name), ` · ${size}`),
    el('p', {}, about),
    el(
      'div',
      { class: 'row' },
      button(words.allow, { class: 'primary' }, () => inBackground(answer(true))),
      button(words.decline, {}, () => inBackground(answer(false))),
    ),
  );
}
