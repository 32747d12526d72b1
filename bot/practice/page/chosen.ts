import type { ChoiceSetInput } from 'adaptivecards';
import { button, el } from './dom.ts';
import type { Found } from './typeahead.ts';
import { fill, type Words } from './words.ts';

/**
 * What was chosen in a search for any number, listed above its box. The renderer knows such a search for one only, so the value it
 * sends is taken from here: ids with commas between them, as Teams sends them.
 */
export class Chosen {
  readonly #list = el('ul', { class: 'chosen', hidden: true });
  readonly #found = new Map<string, Found>();
  readonly #words: Words;
  readonly #box: HTMLInputElement;

  constructor(input: ChoiceSetInput, box: HTMLInputElement, words: Words) {
    this.#words = words;
    this.#box = box;
    this.#list.setAttribute('aria-label', input.label ?? '');
    box.before(this.#list);
    Object.defineProperty(input, 'value', { get: () => [...this.#found.keys()].join(',') || undefined });
    // Half a name in the box is no choice, and no mistake either.
    input.isValid = () => true;
  }

  readonly take = (found: Found): void => {
    this.#found.set(found.value, found);
    this.#draw();
  };

  #leave(value: string): void {
    this.#found.delete(value);
    this.#draw();
    this.#box.focus();
  }

  #draw(): void {
    this.#list.hidden = this.#found.size === 0;
    this.#list.replaceChildren(...[...this.#found.values()].map((one) => this.#line(one)));
  }

  #line({ title, value }: Found): HTMLElement {
    const label = fill(this.#words.leaveOut, { name: title });
    return el(
      'li',
      {},
      el('span', {}, title),
      button('×', { 'aria-label': label, title: label }, () => this.#leave(value)),
    );
  }
}
