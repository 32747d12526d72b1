import { sessionCookie } from './entra-routes.ts';
import type { EntraPerson } from './entra-world.ts';

/** Where a browser ended up. */
export type Page = {
  url: string;
  status: number;
  headers: Headers;
  html: string;
  /** What the page hands to TeamsJS, and Teams to the bot as `signin/verifyState`. */
  code: string | null;
  /** Every address on the way, first to last. */
  visited: string[];
};

type Browser = {
  /** Follows redirects, and posts a form that posts itself. */
  opens(url: string): Promise<Page>;
};

type Going = { method: 'GET' | 'POST'; url: string; body?: string };

/** A person's browser: it keeps cookies by host, and is signed in at Entra as that person (`null`: as nobody). */
export function openBrowser(entraUrl: string, person: EntraPerson | null): Browser {
  const cookies = new Map<string, Map<string, string>>();
  if (person) keepCookie(cookies, new URL(entraUrl).host, sessionCookie(person));

  async function goes({ method, url, body }: Going, visited: string[]): Promise<Page> {
    if (visited.length > mostSteps) throw new Error(`The browser was sent around in circles: ${visited.join(' → ')}`);
    const answer = await fetch(url, { method, redirect: 'manual', headers: headersFor(url, body), body: body ?? null });
    for (const cookie of answer.headers.getSetCookie()) keepCookie(cookies, new URL(url).host, cookie);
    const html = await answer.text();
    const next = nextStep(answer, html, url);
    if (next) return goes(next, [...visited, next.url]);
    return { url, status: answer.status, headers: answer.headers, html, code: codeIn(html), visited };
  }

  function headersFor(url: string, body: string | undefined): Record<string, string> {
    const kept = [...(cookies.get(new URL(url).host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
    return {
      accept: 'text/html',
      ...(kept === '' ? {} : { cookie: kept }),
      ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    };
  }

  return { opens: (url) => goes({ method: 'GET', url }, [url]) };
}

/** A redirect, or a form that posts itself as soon as it is there. */
function nextStep(answer: Response, html: string, url: string): Going | null {
  const location = answer.headers.get('location');
  if (answer.status >= 300 && answer.status < 400 && location)
    return { method: 'GET', url: new URL(location, url).href };
  const action = /onload="document\.forms\[0\]\.submit\(\)".*?<form method="POST" action="([^"]*)"/s.exec(html)?.[1];
  return action === undefined ? null : { method: 'POST', url: plain(action), body: String(fieldsIn(html)) };
}

function fieldsIn(html: string): URLSearchParams {
  const fields = html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return new URLSearchParams([...fields].map(([, name = '', value = '']): [string, string] => [name, plain(value)]));
}

function codeIn(html: string): string | null {
  const code = /<meta name="sign-in-code" content="([^"]+)"/.exec(html)?.[1];
  return code === undefined ? null : plain(code);
}

const plain = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** An empty or outdated cookie is one that is taken back. */
function keepCookie(cookies: Map<string, Map<string, string>>, host: string, cookie: string): void {
  const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
  const [name = '', ...value] = pair.split('=');
  const kept = cookies.get(host) ?? new Map<string, string>();
  cookies.set(host, kept);
  if (attributes.some((one) => /^max-age=0$/i.test(one))) kept.delete(name);
  else kept.set(name, value.join('='));
}

const mostSteps = 10;
