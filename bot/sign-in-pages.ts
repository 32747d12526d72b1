import type { Lexicon } from '../cards/words/index.ts';
import type { PageOutcome, Pages } from './identity/pages.ts';
import { assetHeaders, pageHeaders } from './pages/headers.ts';
import type { PageAsset } from './pages/index.ts';
import { type Log, languageOf, type PageAnswer, type PageRequest, type Reader } from './ports.ts';
import { type SignInPage, signInPage } from './views/sign-in-page.ts';

type Parts = {
  pages: Pages;
  assets: ReadonlyMap<string, PageAsset>;
  lexicon: Lexicon;
  appId: string;
  client: string;
  log: Log;
};

/** Brings together what became of a sign-in and the page that says so. */
export function openSignInPages(parts: Parts): (request: PageRequest) => Promise<PageAnswer> {
  return async (request) => {
    const asset = parts.assets.get(request.path);
    if (asset) return { status: 200, headers: { ...assetHeaders, 'content-type': asset.type }, body: asset.body };
    const outcome = await outcomeOf(parts, request).catch((error) => broken(parts, error));
    if (outcome.kind === 'redirect') return redirectTo(outcome.url);
    const reader = outcome.reader ?? readerFrom(request);
    const answer = pageAnswer(parts, outcome, reader);
    return ours.includes(request.path) ? answer : { ...answer, status: 404 };
  };
}

/** Whatever breaks here, the person gets a page, with the headers of one. */
function broken({ log }: Parts, error: unknown): Shown {
  log.error({ err: error }, 'a sign-in page failed');
  return { kind: 'refused', refusal: { why: 'unavailable' }, reader: null };
}

type Shown = Exclude<PageOutcome, { kind: 'redirect' }> | (SignInPage & { reader: Reader | null });

async function outcomeOf({ pages, appId, client }: Parts, { path, query }: PageRequest): Promise<PageOutcome | Shown> {
  const one = (name: string) => query.get(name);
  const state = one('state') ?? '';
  switch (path) {
    case '/sign-in/start':
      return pages.start(state);
    case '/sign-in/done':
      return pages.done({
        state,
        code: one('code'),
        error: one('error'),
        description: one('error_description') ?? '',
        adminConsent: query.has('admin_consent'),
      });
    case '/sign-in/personal':
      return { kind: 'refused', refusal: { why: 'personal-chat', appId, client }, reader: null };
    default:
      return { kind: 'refused', refusal: { why: 'expired' }, reader: null };
  }
}

const ours = ['/sign-in/start', '/sign-in/done', '/sign-in/personal'];

function pageAnswer({ lexicon, assets }: Parts, shown: Shown, { language, zone }: Reader): PageAnswer {
  return { status: statusOf(shown), headers: pageHeaders, body: signInPage(shown, lexicon(language, zone), assets) };
}

/** For logs and proxies; people read the page. */
function statusOf(shown: Shown): number {
  if (shown.kind !== 'refused') return 200;
  const { why } = shown.refusal;
  if (why === 'unavailable' || why === 'settings') return 503;
  return why === 'personal-chat' ? 200 : 403;
}

const redirectTo = (location: string): PageAnswer => ({ status: 302, headers: { ...pageHeaders, location }, body: '' });

const readerFrom = ({ acceptLanguage }: PageRequest): Reader => ({
  language: languageOf(acceptLanguage),
  zone: 'UTC',
});
