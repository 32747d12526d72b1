import type { ChoiceSetInput } from 'adaptivecards';
import { AdaptiveCards } from './adaptive-cards.ts';
import { el, inBackground } from './dom.ts';
import { fill, type Words } from './words.ts';

export interface Found {
  readonly title: string;
  readonly value: string;
}

export interface TypeaheadOptions {
  readonly search: (queryText: string) => Promise<readonly Found[]>;
  /** All there is, where it is known without asking. */
  readonly own?: readonly Found[];
  /** Where any number may be chosen: takes one more. Else the box shows the one. */
  readonly take?: (found: Found) => void;
  readonly words: Words;
}

const pauseMs = 250;

/**
 * Search as you type, as a combo box of ARIA's pattern. The renderer has lists of its own, but they show the value of what is
 * chosen, hide answers which do not contain the typed text and send titles instead of values; Teams does none of it.
 */
export class Typeahead {
  readonly #input: ChoiceSetInput;
  readonly #options: TypeaheadOptions;
  readonly #words: Words;
  readonly #box: HTMLInputElement;
  readonly #list = el('div', { class: 'typeahead-list', role: 'listbox', hidden: true });
  readonly #status = el('div', { class: 'visually-hidden', role: 'status' });
  #timer: ReturnType<typeof setTimeout> | undefined;
  #marked = -1;

  constructor(input: ChoiceSetInput, box: HTMLInputElement, options: TypeaheadOptions) {
    this.#input = input;
    this.#box = box;
    this.#options = options;
    this.#words = options.words;
    this.#takeOver();
  }

  #takeOver(): void {
    const preset = this.#input.choices.find(({ value }) => value === this.#box.value)?.title;
    if (preset) this.#box.value = preset;
    this.#list.id = crypto.randomUUID();
    this.#describe();
    this.#box.list?.remove();
    this.#box.removeAttribute('list');
    this.#box.onclick = () => this.#openOwn();
    this.#box.onfocus = () => this.#box.select();
    this.#box.oninput = () => this.#typed();
    this.#box.onkeydown = (event) => this.#key(event);
    this.#box.onblur = () => this.#close();
    this.#box.after(this.#list, this.#status);
  }

  #describe(): void {
    const label = this.#box.parentElement?.getAttribute('aria-labelledby');
    const roles = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': this.#list.id,
    };
    for (const [name, value] of Object.entries(roles)) this.#box.setAttribute(name, value);
    if (label) this.#box.setAttribute('aria-labelledby', label);
    if (this.#input.isRequired) this.#box.setAttribute('aria-required', 'true');
    this.#box.autocomplete = 'off';
  }

  #typed(): void {
    clearTimeout(this.#timer);
    const text = this.#box.value.trim();
    if (text === '') this.#openOwn();
    else this.#timer = setTimeout(() => inBackground(this.#look(text)), pauseMs);
  }

  #openOwn(): void {
    const { own } = this.#options;
    this.#close();
    if (!own) return;
    this.#show(own.map((one) => this.#option(one)));
    const chosen = own.findIndex(({ title }) => title === this.#box.value);
    if (chosen >= 0) this.#mark(this.#list.querySelectorAll<HTMLElement>('[role=option]'), chosen);
  }

  async #look(text: string): Promise<void> {
    this.#show([el('div', { class: 'typeahead-note' }, this.#words.searching)]);
    const found = await this.#options.search(text).catch(() => undefined);
    if (this.#box.value.trim() !== text || document.activeElement !== this.#box) return;
    if (!found) return this.#say(this.#words.failed);
    if (found.length === 0) return this.#say(this.#words.nothingFound);
    this.#show(found.map((one) => this.#option(one)));
    this.#status.textContent = fill(this.#words.choices, { count: String(found.length) });
  }

  #option(found: Found): HTMLElement {
    const option = el('div', { class: 'typeahead-option', role: 'option', id: crypto.randomUUID() }, found.title);
    // Pressing must not take the focus away from the box, or the list would close first.
    option.addEventListener('mousedown', (event) => event.preventDefault());
    option.addEventListener('click', () => this.#choose(found));
    return option;
  }

  #choose(found: Found): void {
    const { take } = this.#options;
    if (take) take(found);
    else this.#keep(found);
    this.#box.value = take ? '' : found.title;
    this.#close();
  }

  /** The renderer turns a title back into its value if it knows the choice. */
  #keep(found: Found): void {
    const choice = new AdaptiveCards.Choice(found.title, found.value);
    this.#input.choices = [choice, ...this.#input.choices.filter(({ title }) => title !== found.title)];
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' && this.#list.hidden) this.#openOwn();
    const options = this.#list.querySelectorAll<HTMLElement>('[role=option]');
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && options.length > 0)
      this.#mark(options, (this.#marked + step + options.length) % options.length);
    else if (event.key === 'Enter' && !this.#list.hidden) options[Math.max(this.#marked, 0)]?.click();
    else if (event.key === 'Escape') this.#close();
    else return;
    event.preventDefault();
  }

  #mark(options: NodeListOf<HTMLElement>, index: number): void {
    this.#marked = index;
    for (const [at, option] of options.entries()) option.setAttribute('aria-selected', String(at === index));
    this.#box.setAttribute('aria-activedescendant', options[index]?.id ?? '');
    options[index]?.scrollIntoView({ block: 'nearest' });
  }

  #say(note: string): void {
    this.#show([el('div', { class: 'typeahead-note' }, note)]);
    this.#status.textContent = note;
  }

  #show(children: readonly HTMLElement[]): void {
    this.#marked = -1;
    this.#list.replaceChildren(...children);
    this.#list.hidden = false;
    this.#box.setAttribute('aria-expanded', 'true');
    this.#list.scrollIntoView({ block: 'nearest' });
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#list.hidden = true;
    this.#box.setAttribute('aria-expanded', 'false');
    this.#box.removeAttribute('aria-activedescendant');
  }
}
