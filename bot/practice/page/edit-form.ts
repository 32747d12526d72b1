import type { ChatMessage } from '../connector-types.ts';
import { api } from './api.ts';
import { note } from './card-host.ts';
import type { Desk } from './desk.ts';
import { button, el } from './dom.ts';

/** A message being edited, in place. The edited message itself comes back through the stream. */
export function editForm(message: ChatMessage, { words, here }: Desk): HTMLFormElement {
  const box = el('textarea', { 'aria-label': words.edit, 'data-testid': 'edit-box', rows: '2' });
  box.value = message.text;
  const before = document.activeElement;
  const cancel = button(words.cancel, {}, () => {
    form.replaceWith(el('div', { class: 'bubble' }, el('div', { class: 'text' }, el('p', {}, message.text))));
    if (before instanceof HTMLElement) before.focus();
  });
  const save = el('button', { type: 'submit', class: 'primary', 'data-testid': 'edit-save' }, words.save);
  const form = el('form', { class: 'bubble editing' }, box, el('div', { class: 'row' }, save, cancel));
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') cancel.click();
    if (event.key !== 'Enter' || event.shiftKey || event.target !== box) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (text === '' || text === message.text) cancel.click();
    else api.edit(here, message.id, text).catch(() => form.append(note(words.notSent, true)));
  });
  queueMicrotask(() => box.focus());
  return form;
}
