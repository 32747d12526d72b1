import { transformSync } from '@swc/core';
import { hostConfigFor } from '../../bot/practice/page/host-config.ts';
import type { Card } from '../kit/types.ts';
import type { Words } from '../words/index.ts';
import type { GalleryCard, Sample } from './sample.ts';

const themes = ['light', 'dark'] as const;
/** As wide as Teams draws a card in a chat, and the narrowest phone. */
const widths = { wide: 460, narrow: 320 } as const;

const practicePage = '../../bot/practice/page';

type Parts = {
  gallery: readonly GalleryCard[];
  vocabularies: readonly Words[];
  /** A file's text, by its path from here. */
  text(path: string): string;
};

/** File name → text. The page opens from the disk and needs nothing but these and the renderer beside it. */
export function galleryFiles({ gallery, vocabularies, text }: Parts): Record<string, string> {
  const cards: Card[] = [];
  const keep = (card: Card) => cards.push(card) - 1;
  const sections = gallery.map((one) => section(one, vocabularies, keep)).join('\n');
  const index = gallery.map(entry).join('\n');
  const hostConfigs = Object.fromEntries(themes.map((theme) => [theme, hostConfigFor(theme)]));
  const styles = ['cards', 'card-inputs'].map((name) => text(`${practicePage}/${name}.css`));
  return {
    'index.html': text('page.html')
      .replace('<!--index-->', () => index)
      .replace('<!--sections-->', () => sections),
    'gallery.css': [colors(text), ...styles, text('page.css')].join('\n'),
    'gallery.js': [
      `const cards = ${JSON.stringify(cards)};`,
      `const hostConfigs = ${JSON.stringify(hostConfigs)};`,
      asScript(text(`${practicePage}/markdown.ts`)),
    ].join('\n'),
  };
}

/** The practice page has one theme at a time; here both are seen side by side. */
const colors = (text: Parts['text']) =>
  text(`${practicePage}/colors.css`).replace(':root[data-theme="dark"]', '.dark').replace(':root', '.light');

const entry = ({ name, about, samples }: GalleryCard) =>
  `<li><a href="#${name}">${name}</a> (${samples.length}) ${html(about)}<ul>${samples
    .map(({ state }) => `<li><a href="#${anchor(name, state)}">${html(state)}</a></li>`)
    .join('')}</ul></li>`;

type Keep = (card: Card) => number;

const section = ({ name, about, samples }: GalleryCard, vocabularies: readonly Words[], keep: Keep) =>
  `<section id="${name}"><h2>${name}</h2><p>${html(about)}</p>
${samples.map((sample) => article(anchor(name, sample.state), sample.state, drawn(sample, vocabularies, keep))).join('\n')}
</section>`;

const article = (id: string, state: string, content: string) =>
  `<article id="${id}"><h3>${html(state)}</h3>${content}</article>`;

function drawn(sample: Sample, vocabularies: readonly Words[], keep: Keep): string {
  const inLanguage = (words: Words) => {
    const card = sample.draw(words);
    const number = keep(card);
    const slots = Object.keys(widths).flatMap((width) => themes.map((theme) => slot(number, theme, width)));
    return `<div class="language ${words.language}" lang="${words.language}">
<pre>${html(card.fallbackText)}</pre><p class="size">${words.language} · ${Buffer.byteLength(JSON.stringify(card))} bytes</p>
<div class="slots">${slots.join('')}</div></div>`;
  };
  return vocabularies.map(inLanguage).join('\n');
}

const slot = (card: number, theme: string, width: string) =>
  `<div class="slot ${theme} ${width}"><form class="card" data-card="${card}" data-theme="${theme}"></form></div>`;

const anchor = (name: string, state: string) => `${name}-${state.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`;

/** A module as part of a plain script: pages opened from the disk may not import any. */
const asScript = (module: string) =>
  transformSync(module, { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' } }).code.replace(
    /\bexport (?=function|const)/g,
    '',
  );

const html = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
