/**
 * Who may show a page of ours inside theirs. Commercial and GCC: Microsoft's "Tab requirements"
 * (learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements). GCC High and DoD: the origins that
 * @microsoft/teams-js 2.58.0 accepts as Teams.
 */
const teamsHosts = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://teams.microsoft.us',
  'https://*.teams.microsoft.us',
];

/** Only our own scripts and styles, none inside the page, and not a single request to anybody else. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${teamsHosts.join(' ')}`,
].join('; ');

const always = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' } as const;

/** For every page: its address and its text may hold what opens a sign-in, so nobody keeps it or passes it on. */
export const pageHeaders: Readonly<Record<string, string>> = {
  ...always,
  'content-type': 'text/html; charset=utf-8',
  // Means nothing over http, where a proxy does without it.
  'strict-transport-security': 'max-age=31536000',
  'content-security-policy': policy,
  'cache-control': 'no-store',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), clipboard-read=(), clipboard-write=(self)',
  // Any other value cuts the window off from Teams, which opened it and waits for its word (HTML, 7.1.3).
  'cross-origin-opener-policy': 'unsafe-none',
};

/** For what pages load: the address changes with the content, so a copy is good for ever. */
export const assetHeaders: Readonly<Record<string, string>> = {
  ...always,
  'cache-control': 'public, max-age=31536000, immutable',
  'cross-origin-resource-policy': 'same-origin',
};
