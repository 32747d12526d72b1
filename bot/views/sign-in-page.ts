import type { Key, Words } from '../../cards/words/index.ts';
import { element, type Html, htmlPage } from '../pages/html.ts';
import {
  addressOf,
  heading,
  next,
  type PageAssets,
  paragraph,
  scripts,
  subtle,
  type Told,
  titleOf,
} from './page-parts.ts';
import { type PageRefusal, refusedPage } from './refused-page.ts';

/** What a browser is shown of signing in. */
export type SignInPage =
  /** `code` is worth nothing until Teams has passed it on. */
  | { kind: 'done'; code: string }
  /** An administrator allowed it for everybody. */
  | { kind: 'consented' }
  | { kind: 'refused'; refusal: PageRefusal };

export function signInPage(page: SignInPage, words: Words, assets: PageAssets): string {
  const { headline, head, main } = partsOf(page, words, assets);
  return htmlPage(words.language, titleOf(headline, words), {
    head: [
      element('link', { rel: 'icon', href: addressOf('icon.svg', assets) }),
      element('link', { rel: 'stylesheet', href: addressOf('page.css', assets) }),
      ...head,
    ],
    body: [element('main', {}, [element('p', { class: 'from' }, [words.say('page.from')]), ...main])],
  });
}

type Parts = { headline: Key; head: readonly Html[]; main: readonly Html[] };

function partsOf(page: SignInPage, words: Words, assets: PageAssets): Parts {
  switch (page.kind) {
    case 'done':
      return donePage(page.code, words, assets);
    case 'consented':
      return { headline: consented.title, head: [], main: told(consented, words) };
    case 'refused':
      return refusedPage(page.refusal, words, assets);
  }
}

const consented: Told = { title: 'page.consented.title', said: 'page.consented.said', next: 'page.consented.next' };

const handingOver: Told = { title: 'page.handing-over.title', said: 'page.handing-over.said', next: null };

/** The states that its script shows instead. */
const later = {
  'handed-over': { title: 'page.handed-over.title', said: 'page.handed-over.said', next: null },
  unconnected: { title: 'page.unconnected.title', said: 'page.unconnected.said', next: 'page.unconnected.next' },
} as const satisfies Record<string, Told>;

function donePage(code: string, words: Words, assets: PageAssets): Parts {
  const states = Object.entries(later).map(([id, state]) =>
    element('template', { id, 'data-title': titleOf(state.title, words) }, told(state, words)),
  );
  const stage = element('div', { id: 'stage', role: 'status' }, [
    heading(words.say(handingOver.title)),
    paragraph(words.say(handingOver.said)),
  ]);
  return {
    headline: handingOver.title,
    head: [element('meta', { name: 'sign-in-code', content: code }), ...scripts(['teams-js.js', 'done.js'], assets)],
    main: [stage, element('noscript', {}, told(later.unconnected, words)), ...states],
  };
}

const told = (what: Told, words: Words): Html[] => [
  heading(words.say(what.title)),
  paragraph(words.say(what.said)),
  ...(what.next ? [next(words.say(what.next))] : []),
  subtle(words.say('page.close')),
];
