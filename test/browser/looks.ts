import type { Locator, Page } from 'playwright-core';

/** Run inside the page, which knows a DOM and no TypeScript. */
const inPage = <Result>(page: Page, script: string): Promise<Result> => page.evaluate<Result>(`(() => {${script}})()`);

/** What sticks out to the side: nothing may on the narrowest phone. */
export const sideways = (page: Page): Promise<string[]> =>
  inPage(
    page,
    `const wide = [document.scrollingElement, ...document.querySelectorAll('.scroller, .card, .bubble')];
    return wide.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.className || 'the page')
      .concat(document.scrollingElement.scrollWidth > innerWidth ? ['the page'] : []);`,
  );

/** The smallest target somebody with unsteady hands can hit (WCAG 2.2, 2.5.8). */
const smallestTarget = 24;

const hardHere = new Function(
  'buttons',
  `return buttons.flatMap((button) => {
    button.scrollIntoViewIfNeeded();
    const { left, right, top, bottom, width, height } = button.getBoundingClientRect();
    const upmost = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const why = left < 0 || right > innerWidth ? 'sticks out'
      : Math.min(width, height) < ${smallestTarget} ? 'is too small'
      : button.scrollWidth > button.clientWidth + 1 ? 'is cut off'
      : !button.contains(upmost) ? 'is covered' : '';
    return why ? [button.textContent + ' ' + why] : [];
  });`,
) as () => string[];

/** Buttons that cannot be pressed or read where they are, each with the reason; all in one visit to the page. */
export const hardToPress = (card: Locator): Promise<string[]> => card.getByRole('button').evaluateAll(hardHere);

/** Text with less contrast to what is behind it than 4.5:1 (WCAG 2.2, 1.4.3), each with its ratio. */
export const hardToRead = (page: Page): Promise<string[]> =>
  inPage(
    page,
    `const rgba = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
    const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
      .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const behind = (element) => {
      for (let one = element; one; one = one.parentElement) {
        const colour = rgba(getComputedStyle(one).backgroundColor);
        if (colour.length === 3 || colour[3] === 1) return colour;
      }
      return [255, 255, 255];
    };
    const ratio = (element) => {
      const [a, b] = [rgba(getComputedStyle(element).color), behind(element)].map(light).sort((x, y) => y - x);
      return (a + 0.05) / (b + 0.05);
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set();
    while (texts.nextNode()) {
      const { parentElement, data } = texts.currentNode;
      if (data.trim() === '' || !parentElement.checkVisibility({ opacityProperty: true })) continue;
      if (ratio(parentElement) < 4.5) found.add(data.trim() + ' ' + ratio(parentElement).toFixed(2));
    }
    return [...found];`,
  );

/** Every line somebody reads or hears: text, labels, hints. */
export const linesOn = (page: Page): Promise<string[]> =>
  inPage(
    page,
    `const said = [...document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')].flatMap((one) =>
      ['aria-label', 'title', 'placeholder', 'alt'].map((name) => one.getAttribute(name)));
    return [document.title, ...document.body.innerText.split('\\n'), ...said].filter(Boolean);`,
  );

/** Where the ring around what has the focus is cut off; it stands 4 px out. */
export const cutRing = (page: Page): Promise<string[]> =>
  inPage(
    page,
    `const { left, right, top, bottom } = document.activeElement.getBoundingClientRect();
    const around = [];
    for (let one = document.activeElement.parentElement; one; one = one.parentElement) around.push(one);
    return around.filter((one) => {
      const box = one.getBoundingClientRect();
      const fits = box.left <= left - 4 && box.right >= right + 4 && box.top <= top - 4 && box.bottom >= bottom + 4;
      return getComputedStyle(one).overflow !== 'visible' && one.className !== 'scroller' && !fits;
    }).map((one) => document.activeElement.outerHTML.slice(0, 60) + ' in ' + one.className);`,
  );

/** What has the focus, as a person would name it. */
export const focused = (page: Page): Promise<string> =>
  inPage(
    page,
    `const one = document.activeElement;
    return one.dataset.testid || one.getAttribute('aria-label') || one.textContent.trim();`,
  );

const controls = new Set(['button', 'checkbox', 'combobox', 'link', 'listbox', 'option', 'radio', 'switch', 'textbox']);

type AccessibilityNode = { ignored: boolean; role?: { value: string }; name?: { value: string }; nodeId: string };

/** Controls that a screen reader has no name for, as the browser's own accessibility tree has them. */
export async function nameless(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = (await devtools.send('Accessibility.getFullAXTree')) as { nodes: AccessibilityNode[] };
  await devtools.detach();
  const isControl = ({ ignored, role }: AccessibilityNode) => !ignored && controls.has(role?.value ?? '');
  const found = nodes.filter((node) => isControl(node) && !node.name?.value.trim());
  return found.map(({ role, nodeId }) => `${role?.value} ${nodeId}`);
}
