import { createHash } from 'node:crypto';
import { assetHeaders, pageHeaders } from '../../../bot/pages/headers.ts';
import { openPageAssets, type PageAsset } from '../../../bot/pages/index.ts';

let assets: ReadonlyMap<string, PageAsset>;
beforeAll(async () => {
  assets = await openPageAssets();
});

const own = () => [...assets].filter(([path]) => path !== '/sign-in/teams-js.js');

describe('what pages load', () => {
  test('comes from below the sign-in pages, with the type that a browser wants to hear', () => {
    const types = Object.fromEntries([...assets].map(([path, { type }]) => [path, type]));
    expect(types).toEqual({
      '/sign-in/page.css': 'text/css; charset=utf-8',
      '/sign-in/icon.svg': 'image/svg+xml',
      '/sign-in/done.js': 'text/javascript; charset=utf-8',
      '/sign-in/back.js': 'text/javascript; charset=utf-8',
      '/sign-in/copy.js': 'text/javascript; charset=utf-8',
      '/sign-in/teams-js.js': 'text/javascript; charset=utf-8',
    });
  });

  test('has an address that changes with its content, so that a copy may be kept for ever', () => {
    for (const { body, version } of assets.values())
      expect(createHash('sha256').update(body).digest('hex').startsWith(version)).toBe(true);
    expect([...assets.values()].map(({ version }) => version.length)).toEqual([8, 8, 8, 8, 8, 8]);
    expect(assetHeaders['cache-control']).toContain('immutable');
  });

  test('is Teams’ own script, not a stub', () => {
    expect(assets.get('/sign-in/teams-js.js')?.body.toString()).toContain('authentication.authenticate.success');
  });

  test('asks nothing of any other host, where we wrote it', () => {
    const asking = own().filter(([, { body }]) =>
      /https?:\/\/(?!www\.w3\.org\/2000\/svg)|@import/.test(body.toString()),
    );
    expect(asking.map(([path]) => path)).toEqual([]);
  });
});

describe('a page', () => {
  const policy = new Map(
    (pageHeaders['content-security-policy'] ?? '').split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources] as const;
    }),
  );

  test('runs only our scripts, sends no form, and asks nobody', () => {
    const { 'frame-ancestors': _, ...rest } = Object.fromEntries(policy);
    expect(rest).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
    });
  });

  test('is shown inside Teams of every cloud of Microsoft’s, and inside nothing else', () => {
    const hosts = policy.get('frame-ancestors') ?? [];
    expect(hosts).toContain('https://teams.microsoft.com');
    const microsofts = /^https:\/\/(\*\.)?(teams\.microsoft\.(com|us)|cloud\.microsoft)$/;
    expect(hosts.filter((host) => !microsofts.test(host))).toEqual([]);
  });

  test('is kept by nobody and told to nobody', () => {
    expect(pageHeaders).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });

  test('stays in touch with the window that opened it: Teams', () => {
    expect(pageHeaders['cross-origin-opener-policy']).toBe('unsafe-none');
  });
});
