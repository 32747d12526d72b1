import type { Words } from '../../cards/words/index.ts';
import { element, type Html } from '../pages/html.ts';
import type { Scope } from '../ports.ts';
import {
  button,
  heading,
  leavingLink,
  next,
  type PageAssets,
  paragraph,
  scripts,
  subheading,
  subtle,
  type Told,
} from './page-parts.ts';

/** Why a sign-in page ends without a sign-in: a closed list, and each has its words. Nobody's account is ever named. */
export type PageRefusal =
  /** `denied`: cancelled at Microsoft. `expired`: unknown too. `settings`: Microsoft refuses this bot's own key. */
  | { why: 'expired' | 'used' | 'denied' | 'wrong-account' | 'unavailable' | 'settings' }
  /** `link` is where an administrator consents for everybody. */
  | { why: 'ask-administrator'; link: string; scopes: readonly Scope[] }
  | { why: 'other'; reference: string }
  /** Their link was shown where others see it. `client`: where Teams is opened. */
  | { why: 'personal-chat'; appId: string; client: string };

export function refusedPage(refusal: PageRefusal, words: Words, assets: PageAssets) {
  const { title, said, next: todo } = toldAbout[refusal.why];
  const { main: own, others } = ownParts(refusal, words);
  return {
    headline: title,
    head: scripts(['teams-js.js', 'back.js', ...(refusal.why === 'ask-administrator' ? ['copy.js'] : [])], assets),
    main: [
      heading(words.say(title)),
      paragraph(words.say(said, valuesFor(refusal, words))),
      paragraph(words.say('page.nothing')),
      next(words.say(todo)),
      ...own,
      ...others,
      backButton(own.length === 0, words),
      subtle(words.say('page.close')),
    ],
  };
}

const again = 'page.again.next';

const toldAbout: Record<PageRefusal['why'], Told & { next: NonNullable<Told['next']> }> = {
  expired: { title: 'page.expired.title', said: 'page.expired.said', next: again },
  used: { title: 'page.used.title', said: 'page.used.said', next: 'page.again-if.next' },
  denied: { title: 'page.denied.title', said: 'page.denied.said', next: 'page.denied.next' },
  'wrong-account': {
    title: 'page.wrong-account.title',
    said: 'page.wrong-account.said',
    next: 'page.wrong-account.next',
  },
  unavailable: { title: 'page.unavailable.title', said: 'page.unavailable.said', next: 'page.unavailable.next' },
  settings: { title: 'page.settings.title', said: 'page.settings.said', next: 'page.settings.next' },
  other: { title: 'page.other.title', said: 'page.other.said', next: 'page.other.next' },
  'ask-administrator': {
    title: 'page.administrator.title',
    said: 'page.administrator.said',
    next: 'page.administrator.next',
  },
  'personal-chat': {
    title: 'page.personal-chat.title',
    said: 'page.personal-chat.said',
    next: 'page.personal-chat.next',
  },
};

type OwnParts = {
  /** Something better to do than to go back. */
  main: readonly Html[];
  others: readonly Html[];
};

function ownParts(refusal: PageRefusal, words: Words): OwnParts {
  switch (refusal.why) {
    case 'ask-administrator':
      return { main: letter(refusal, words), others: administratorsLink(refusal.link, words) };
    case 'personal-chat':
      return { main: chatLink(refusal, words), others: [] };
    case 'other':
      return { main: [], others: [element('p', { class: 'letter' }, [refusal.reference])] };
    case 'expired':
    case 'used':
    case 'denied':
    case 'wrong-account':
    case 'unavailable':
    case 'settings':
      return { main: [], others: [] };
  }
}

type Asking = Extract<PageRefusal, { why: 'ask-administrator' }>;

function letter(asking: Asking, words: Words): Html[] {
  const { link } = asking;
  const text = [words.say('send.consent', valuesFor(asking, words)), words.say('page.administrator.here', { link })];
  const told = {
    'data-copied': words.say('page.administrator.copied'),
    'data-failed': words.say('page.administrator.failed'),
  };
  return [
    subheading(words.say('refusal.text-to-send')),
    element('p', { class: 'letter', id: 'letter' }, [text.join('\n')]),
    button(words.say('page.administrator.copy'), { id: 'copy', class: 'main', ...told }),
    element('p', { id: 'copied', role: 'status' }),
  ];
}

const administratorsLink = (link: string, words: Words): Html[] => [
  subheading(words.say('page.administrator.you')),
  ...leavingLink({ text: words.say('page.administrator.link'), address: link, main: false }, words),
];

/** msteams-docs, "Deep link to a chat": `28:` before the app id makes it the chat with the bot. */
function chatLink({ appId, client }: Extract<PageRefusal, { why: 'personal-chat' }>, words: Words): Html[] {
  const address = `${client}/l/chat/0/0?users=28:${encodeURIComponent(appId)}`;
  return leavingLink({ text: words.say('page.personal-chat.link'), address, main: true }, words);
}

const backButton = (main: boolean, words: Words): Html =>
  button(words.say('page.back'), { id: 'back', class: main ? 'main' : 'plain' });

const valuesFor = (refusal: PageRefusal, words: Words): Record<string, string | number> =>
  refusal.why === 'ask-administrator' ? { count: refusal.scopes.length, scopes: words.list(refusal.scopes) } : {};
