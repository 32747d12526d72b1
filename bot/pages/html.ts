/** A piece of a page. Everything else among an element's children is text, and is escaped whatever it looks like. */
export type Html = { readonly html: string };

export type Attributes = Readonly<Record<string, string | boolean>>;

/** `true` writes the bare name, `false` leaves the attribute out. */
export function element(name: string, attributes: Attributes, children: readonly (Html | string)[] = []): Html {
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : child.html)).join('');
  const open = `<${[name, ...Object.entries(attributes).flatMap(attribute)].join(' ')}>`;
  return { html: endless.has(name) ? open : `${open}${inner}</${name}>` };
}

/** A whole page: what every page has in common, then the parts of this one. */
export function htmlPage(language: string, title: string, parts: { head: readonly Html[]; body: readonly Html[] }) {
  const head = element('head', {}, [
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'robots', content: 'noindex' }),
    element('title', {}, [title]),
    ...parts.head,
  ]);
  const page = element('html', { lang: language }, [head, element('body', {}, parts.body)]);
  return `<!doctype html>\n${page.html}\n`;
}

/** Elements without an end tag (HTML, 13.1.2), as far as we use them. */
const endless = new Set(['meta', 'link']);

function attribute([name, value]: [string, string | boolean]): string[] {
  if (typeof value === 'boolean') return value ? [name] : [];
  return [`${name}="${escaped(value)}"`];
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
