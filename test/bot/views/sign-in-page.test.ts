import fc from 'fast-check';
import { commands } from '../../../bot/commands/index.ts';
import { understand, vocabularyOf } from '../../../bot/commands/understand.ts';
import { openPageAssets, type PageAsset } from '../../../bot/pages/index.ts';
import { channels } from '../../../bot/teams/clouds.ts';
import { type SignInPage, signInPage } from '../../../bot/views/sign-in-page.ts';
import { openLexicon, type WordsLanguage, wordsLanguages } from '../../../cards/words/index.ts';

const lexicon = openLexicon();
const english = lexicon('en', 'UTC');

let assets: ReadonlyMap<string, PageAsset>;
beforeAll(async () => {
  assets = await openPageAssets();
});

const draw = (page: SignInPage, language: WordsLanguage = 'en') => signInPage(page, lexicon(language, 'UTC'), assets);

const plain = ['expired', 'used', 'denied', 'wrong-account', 'unavailable', 'settings'] as const;

/** Every page, with one text from outside wherever there is one. */
const pagesWith = (text: string): SignInPage[] => [
  { kind: 'done', code: text },
  { kind: 'consented' },
  ...plain.map((why) => ({ kind: 'refused', refusal: { why } }) as const),
  { kind: 'refused', refusal: { why: 'other', reference: text } },
  { kind: 'refused', refusal: { why: 'personal-chat', appId: text, client: 'https://teams.microsoft.com' } },
  {
    kind: 'refused',
    refusal: {
      why: 'ask-administrator',
      scopes: [text, 'DeviceManagementServiceConfig.Read.All'],
      link: linkWith(text),
    },
  },
];
const linkWith = (text: string) => `https://login.microsoftonline.com/contoso/v2.0/adminconsent?client_id=${text}`;

const nameOf = (page: SignInPage) => (page.kind === 'refused' ? page.refusal.why : page.kind);
const everyPage = wordsLanguages.flatMap((language) =>
  pagesWith('1f2e3d4c').map((page) => ({ name: nameOf(page), language, page })),
);

/** What a browser draws before any script has run. */
const drawnAtFirst = (html: string) => html.replaceAll(/<(template|noscript)[\s\S]*?<\/\1>/g, '');

describe.each(everyPage)('the page “$name” ($language)', ({ page, language }) => {
  let html: string;
  beforeAll(() => {
    html = draw(page, language);
  });

  test('has a language, a title, a width for phones and one heading', () => {
    expect(html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}">`));
    expect(html).toMatch(/<title>[^<]+ · Sync Desk<\/title>/);
    expect(html).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
    expect(drawnAtFirst(html).match(/<h1>/g)).toHaveLength(1);
  });

  test('runs and wears nothing of its own, and loads only what there is', () => {
    expect(html).not.toMatch(/<style|<script(?![^>]* src=)|\s(style|on\w+)=/);
    const loaded = [...html.matchAll(/(?:src|href)="([\w.-]+)\?v=(\w+)"/g)].map(([, name, version]) => ({
      name,
      version,
    }));
    expect(loaded.length).toBeGreaterThan(1);
    for (const { name, version } of loaded) expect(assets.get(`/sign-in/${name}`)?.version).toBe(version);
  });
});

test('whatever comes from outside is text: it adds no tag and no attribute', () => {
  const marks = (html: string) => html.replaceAll(/[^<>"']/g, '');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const page of [...pagesWith(text), ...pagesWith(`"><script>${text}</script><p '`)]) {
        const tame = pagesWith('x').find((one) => nameOf(one) === nameOf(page)) as SignInPage;
        expect(marks(draw(page))).toBe(marks(draw(tame)));
      }
    }),
    { numRuns: 50 },
  );
});

test('the code is in one place only, where its script takes it away', () => {
  const html = draw({ kind: 'done', code: 'c0de-of-a-sign-in' });
  expect(html.split('c0de-of-a-sign-in')).toHaveLength(2);
  expect(html).toContain('<meta name="sign-in-code" content="c0de-of-a-sign-in">');
});

test('a refusal says what happened, that nothing was changed, what to do, and that the window may be closed', () => {
  const refused = everyPage.filter(({ page, language }) => page.kind === 'refused' && language === 'en');
  const unlike = refused.map(({ page }) => /<h1>[\s\S]*?class="next">/.exec(draw(page))?.[0]);
  expect(new Set(unlike).size).toBe(9);
  for (const { page } of refused) {
    const html = draw(page);
    expect(html).toContain(`<p>${english.say('page.nothing')}</p><p class="next">`);
    expect(html).toContain(english.say('page.close'));
    expect(html.match(/class="main"/g)).toHaveLength(1);
  }
});

test('the administrator is sent the permissions by name, and the page where to allow them', () => {
  const scopes = ['DeviceManagementServiceConfig.Read.All', 'DeviceManagementServiceConfig.ReadWrite.All'];
  const link = linkWith('1f2e3d4c');
  const html = draw({ kind: 'refused', refusal: { why: 'ask-administrator', scopes, link } });
  const letter = /<p class="letter" id="letter">([\s\S]*?)<\/p>/.exec(html)?.[1] ?? '';
  for (const part of [...scopes, link]) expect(letter).toContain(part);
  expect(html).toContain(`<a href="${link}"`);
  expect(html).toContain(english.say('page.leads-to', { host: 'login.microsoftonline.com' }));
});

test.each([
  ['global', 'teams.microsoft.com'],
  ['usgov', 'gov.teams.microsoft.us'],
  ['dod', 'dod.teams.microsoft.us'],
  ['china', 'teams.microsoftonline.cn'],
] as const)(
  'out of a group chat a link leads to the chat with the bot, and says where it leads (%s)',
  (cloud, host) => {
    const { client } = channels[cloud];
    const html = draw({ kind: 'refused', refusal: { why: 'personal-chat', appId: '1f2e3d4c', client } });
    expect(html).toContain(`href="https://${host}/l/chat/0/0?users=28:1f2e3d4c"`);
    expect(html).toContain(english.say('page.leads-to', { host }));
  },
);

test.each(wordsLanguages)('what it tells people to say there is understood (%s)', (language) => {
  const sentence = lexicon(language, 'UTC').say('page.personal-chat.next');
  const [, said = ''] = /[“«„](.+?)[”»“]/.exec(sentence) ?? [];
  expect(understand(said, vocabularyOf(commands), language)).toMatchObject({
    kind: 'command',
    command: { name: 'sign-in' },
  });
});

test('a page never asks for something that is not served', () => {
  expect(() => signInPage({ kind: 'consented' }, english, new Map())).toThrow('bot/pages/index.ts');
});
