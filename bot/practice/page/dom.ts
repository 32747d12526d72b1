type Child = Node | string | null;

/** An element with attributes and children. Text becomes text, never markup. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string | boolean> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

export function button(
  label: string,
  attributes: Record<string, string | boolean>,
  onPress: () => void,
): HTMLButtonElement {
  const element = el('button', { type: 'button', ...attributes }, label);
  element.addEventListener('click', onPress);
  return element;
}

/** For work nobody waits for, because its failure shows elsewhere: in the banner or below a message. */
export function inBackground(work: Promise<unknown>): void {
  work.catch(() => undefined);
}

/** A decoration nobody needs to hear about. */
export function icon(path: string): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(space, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

export const icons = {
  chat: 'M3 5.5A2.5 2.5 0 0 1 5.5 3h9A2.5 2.5 0 0 1 17 5.5v6a2.5 2.5 0 0 1-2.5 2.5H9l-4 3v-3.05A2.5 2.5 0 0 1 3 11.5z',
  group:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 16a5 5 0 0 1 10 0M13 9a2.5 2.5 0 1 0 0-5M14.5 11.5a4.5 4.5 0 0 1 3 4.5',
  channel: 'M3.5 4.5h13v9h-6l-3.5 3v-3h-3.5zM7 8h6M7 10.5h4',
  attach: 'M14.5 9.5l-5.3 5.3a3 3 0 0 1-4.3-4.3l6.4-6.4a2 2 0 0 1 2.9 2.9l-6.1 6a1 1 0 0 1-1.4-1.4l5-5',
  send: 'M3 17l14.5-7L3 3l2 7zM5 10h6',
} as const;
