import type { Key, Words } from '../../cards/words/index.ts';
import { element, type Html } from '../pages/html.ts';

/** What our pages load, by path, and which version of it. */
export type PageAssets = ReadonlyMap<string, { version: string }>;

/** The words of a page: what happened, and what to do now. */
export type Told = { title: Key; said: Key; next: Key | null };

export const heading = (text: string): Html => element('h1', {}, [text]);
export const subheading = (text: string): Html => element('h2', {}, [text]);
export const paragraph = (text: string): Html => element('p', {}, [text]);
export const subtle = (text: string): Html => element('p', { class: 'subtle' }, [text]);
/** The one thing to do. */
export const next = (text: string): Html => element('p', { class: 'next' }, [text]);

/** Hidden until its script has found that it can do what it says. */
export const button = (text: string, attributes: { id: string; class: string } & Record<string, string>): Html =>
  element('button', { type: 'button', hidden: true, ...attributes }, [text]);

type Leaving = { text: string; address: string; main: boolean };

/** A link that leaves, and where it leads. */
export function leavingLink({ text, address, main }: Leaving, words: Words): Html[] {
  const away = { href: address, target: '_blank', rel: 'noopener' };
  const link = element('a', main ? { class: 'main', ...away } : away, [text]);
  const { host } = new URL(address);
  return [element('p', {}, [link]), subtle(words.say('page.leads-to', { host }))];
}

export const titleOf = (headline: Key, words: Words): string =>
  words.say('page.title', { headline: words.say(headline) });

export const scripts = (names: readonly string[], assets: PageAssets): Html[] =>
  names.map((name) => element('script', { type: 'module', src: addressOf(name, assets) }));

/** Relative, so that the pages also work below a path. */
export function addressOf(name: string, assets: PageAssets): string {
  const asset = assets.get(`/sign-in/${name}`);
  if (!asset) throw new Error(`No /sign-in/${name} in bot/pages/index.ts`);
  return `${name}?v=${asset.version}`;
}
