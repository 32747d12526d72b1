import { button, el, icon, icons } from './dom.ts';
import { fill, type Words } from './words.ts';

/** The file that goes with the next message: chosen with a button, or dropped on the box. One at a time. */
export class ChosenFile {
  readonly #words: Words;
  readonly #shown = el('p', { class: 'chosen-file', hidden: true, 'data-testid': 'chosen-file' });
  #file: File | null = null;

  constructor(form: HTMLFormElement, row: HTMLElement, words: Words) {
    this.#words = words;
    const input = el('input', { type: 'file', hidden: true, tabindex: '-1', 'data-testid': 'file-input' });
    const attach = button('', { class: 'attach', 'aria-label': words.attach, title: words.attach }, () =>
      input.click(),
    );
    attach.append(icon(icons.attach));
    row.prepend(attach);
    form.insertBefore(this.#shown, row);
    form.append(input);
    input.addEventListener('change', () => {
      this.choose(input.files?.[0] ?? null);
      input.value = '';
    });
    takeDropped(form, (file) => this.choose(file));
  }

  choose(file: File | null): void {
    this.#file = file;
    this.#shown.hidden = file === null;
    this.#shown.replaceChildren(...(file ? this.#named(file) : []));
  }

  #named({ name }: File): (string | HTMLElement)[] {
    const label = fill(this.#words.leaveOut, { name });
    return [name, button('×', { 'aria-label': label }, () => this.choose(null))];
  }

  take(): File | null {
    const file = this.#file;
    this.choose(null);
    return file;
  }
}

function takeDropped(form: HTMLFormElement, take: (file: File) => void): void {
  form.addEventListener('dragover', (event) => event.preventDefault());
  form.addEventListener('drop', (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    event.preventDefault();
    if (file) take(file);
  });
}
