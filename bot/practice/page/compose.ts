import { ChosenFile } from './chosen-file.ts';
import { el, icon, icons, inBackground } from './dom.ts';
import type { Words } from './words.ts';

export interface ComposeOptions {
  readonly words: Words;
  readonly label: string;
  readonly placeholder: string;
  readonly name: string;
  readonly draft: { read(): string; keep(text: string): unknown };
  /** Rejects when the text did not even reach the page's server. */
  readonly send: (text: string, file: File | null) => Promise<unknown>;
  readonly takesFile: boolean;
}

/** A box to write in. Enter sends, Shift+Enter breaks the line; text leaves the box only when it has been taken. */
export function composeBox(options: ComposeOptions): HTMLFormElement {
  const { words, label, placeholder, name, draft } = options;
  const box = el('textarea', { rows: '1', 'data-testid': name, 'aria-label': label, placeholder, spellcheck: 'true' });
  const send = el('button', { type: 'submit', class: 'send', 'data-testid': `${name}-send`, 'aria-label': words.send });
  const problem = el('p', { class: 'note failed', role: 'alert', hidden: true });
  send.append(icon(icons.send));
  box.value = draft.read();
  const grow = () => {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 160)}px`;
  };
  box.addEventListener('input', () => {
    draft.keep(box.value);
    grow();
  });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  const row = el('div', { class: 'compose-row' }, box, send);
  const form = el('form', { class: 'compose' }, problem, row);
  const chosen = options.takesFile ? new ChosenFile(form, row, words) : null;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    inBackground(sendText(box, { ...options, chosen, problem, grow }));
  });
  return form;
}

type Sending = ComposeOptions & { chosen: ChosenFile | null; problem: HTMLElement; grow: () => void };

async function sendText(
  box: HTMLTextAreaElement,
  { words, draft, send, chosen, problem, grow }: Sending,
): Promise<void> {
  const text = box.value.trim();
  const file = chosen?.take() ?? null;
  if (text === '' && !file) return;
  const put = (value: string) => {
    box.value = value;
    draft.keep(value);
    grow();
  };
  put('');
  problem.hidden = true;
  try {
    await send(text, file);
  } catch {
    if (file) chosen?.choose(file);
    // Something newer may have been typed meanwhile; the unsent text goes before it.
    put([text, box.value].filter((one) => one.trim() !== '').join('\n'));
    problem.textContent = words.notSent;
    problem.hidden = false;
  }
}
