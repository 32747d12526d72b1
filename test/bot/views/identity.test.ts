import { permissionUses } from '../../../bot/knowledge/permissions.ts';
import type { CardJson } from '../../../bot/ports.ts';
import {
  accountCard,
  forgetCard,
  forgottenCard,
  signedInCard,
  signedOutCard,
  signInFailedCard,
} from '../../../bot/views/identity.ts';
import type { Screen } from '../../../bot/views/screen.ts';
import { shownFailures } from '../../../bot/views/sign-in-views.ts';
import { parsePress } from '../../../cards/press.ts';
import { de } from '../../../cards/words/de.ts';
import { en } from '../../../cards/words/en.ts';
import { type Key, openLexicon, wordsLanguages } from '../../../cards/words/index.ts';
import { ru } from '../../../cards/words/ru.ts';

const now = new Date('2026-02-17T11:43:20Z');
const lexicon = openLexicon();
const words = lexicon('en', 'UTC');
const real: Screen = { words, now, practice: false };
const practice: Screen = { words, now, practice: true };

const [read, write] = ['DeviceManagementServiceConfig.Read.All', 'DeviceManagementServiceConfig.ReadWrite.All'];
const permissions = permissionUses(
  [
    { phrases: { en: ['autopilot'], ru: ['автопилот'] }, scopes: [read] },
    { phrases: { en: ['sync autopilot'], ru: ['синхронизировать автопилот'] }, scopes: [write] },
    { phrases: { en: ['help'], ru: ['помощь'] } },
  ],
  'en',
);
const account = { username: 'ana@contoso.com', scopes: [read, 'openid', 'Mail.Read'], since: now };

const linesOf = (card: CardJson) => card.fallbackText.split('\n');
const pressesOf = (card: CardJson) =>
  (card['actions'] as { data: unknown }[]).map(({ data }) => {
    const parsed = parsePress(JSON.parse(JSON.stringify(data)));
    if (parsed.kind !== 'press') throw new Error(`A button sends what nobody understands: ${JSON.stringify(data)}`);
    return parsed.press;
  });
const between = (lines: string[], from: Key, to: Key | null) =>
  lines.slice(lines.indexOf(words.say(from)) + 1, to ? lines.indexOf(words.say(to)) : undefined);

describe('who am I', () => {
  test('tells the account, the tenant, and permissions granted and still missing, with what needs them', () => {
    const lines = linesOf(accountCard({ account, tenantId: 'tenant-1', permissions }, real));
    expect(lines.join(' ')).toContain('ana@contoso.com');
    expect(lines.join(' ')).toContain('tenant-1');
    expect(between(lines, 'account.granted', 'account.missing')).toEqual([
      words.say('permission.service-config.read'),
      `${read} · for: autopilot`,
    ]);
    const missing = between(lines, 'account.missing', null);
    const at = missing.indexOf(words.say('permission.service-config.write'));
    expect(missing[at + 1]).toBe(`${write} · for: sync autopilot`);
    expect(missing).not.toContain(words.say('permission.service-config.read'));
  });

  test('what the organisation has granted beyond that is not the bot’s business', () => {
    const card = accountCard({ account, tenantId: 'tenant-1', permissions }, real);
    expect(card.fallbackText).not.toContain('Mail.Read');
  });

  test('signed in, the button signs out; signed out, it signs in', () => {
    const standing = { tenantId: 'tenant-1', permissions };
    expect(pressesOf(accountCard({ ...standing, account }, real))[0]).toEqual({ press: 'sign-out' });
    const out = accountCard({ ...standing, account: null }, real);
    expect(pressesOf(out)[0]).toEqual({ press: 'sign-in' });
    expect(linesOf(out)).not.toContain(words.say('account.granted'));
  });

  test('in practice nobody is asked to sign in or out', () => {
    const card = accountCard({ account: null, tenantId: 'tenant-1', permissions }, practice);
    expect(card.fallbackText).toContain(words.say('account.practice'));
    expect(linesOf(card)).not.toContain(words.say('account.missing'));
    const cards = [card, signedOutCard(null, practice), signedInCard({ username: 'x', pending: false }, practice)];
    for (const one of cards) expect(pressesOf(one).filter(({ press }) => press.startsWith('sign'))).toEqual([]);
  });
});

describe('signing out', () => {
  test('tells which runs are cancelled, which go on unseen and until when, and that Teams stays signed in', () => {
    const until = new Date('2026-02-17T12:13:00Z');
    const card = signedOutCard({ cancelled: [18, 21], parked: [{ number: 17, until }] }, real);
    expect(card.fallbackText).toContain('Runs 18 and 21');
    expect(card.fallbackText).toMatch(/Run 17 goes on in Intune.*12:13 UTC/);
    expect(card.fallbackText).toContain('You stay signed in to Teams itself.');
    expect(pressesOf(card)[0]).toEqual({ press: 'sign-in' });
  });

  test('one cancelled run is one run', () => {
    expect(signedOutCard({ cancelled: [18], parked: [] }, real).fallbackText).toContain('Run 18 was waiting');
  });

  test('nobody was signed in: nothing claims to have happened', () => {
    const { fallbackText } = signedOutCard(null, real);
    expect(fallbackText).toContain(words.say('account.signed-out'));
    expect(fallbackText).not.toContain(words.say('sign-out.done'));
  });
});

describe.each(shownFailures)('signing in that failed: %s', (why) => {
  test.each([null, 'sync autopilot'])('says what happened, that nothing was done, and what to press (%s)', (again) => {
    const card = signInFailedCard({ why, again }, real);
    const [, , what = '', changed, next = ''] = linesOf(card);
    expect(what.length).toBeGreaterThan(20);
    expect(changed).toBe(words.say('sign-in.nothing'));
    const [main, ...others] = pressesOf(card);
    const onward = again === null ? { press: 'sign-in' } : { press: 'say', text: again };
    expect(main).toEqual(why === 'settings' ? { press: 'say', text: 'help' } : onward);
    expect(others).toHaveLength(why === 'settings' ? 0 : 1);
    const title = words.say(again === null ? 'button.sign-in' : 'button.try-again');
    expect(next.includes(`“${title}”`)).toBe(why !== 'settings');
  });
});

test('no two failures read alike', () => {
  const said = shownFailures.map((why) => linesOf(signInFailedCard({ why, again: null }, real))[2]);
  expect(new Set(said).size).toBe(shownFailures.length);
});

test('missing consent comes with a text for the administrator that names the permissions', () => {
  const { fallbackText } = signInFailedCard({ why: 'consent', again: null, scopes: [read, write] }, real);
  expect(fallbackText).toContain(`permissions ${read} and ${write} to the app Sync Desk`);
});

test('the deletion of data is asked for first, says what stays, and can be declined', () => {
  const card = forgetCard({ nonce: 'n-1', issuedAt: now }, real);
  expect(card.fallbackText).toContain(words.say('forget.stays'));
  expect(card.fallbackText).toContain(words.say('forget.ask'));
  expect(pressesOf(card)).toEqual([
    { press: 'forget', nonce: 'n-1', issuedAt: now },
    { press: 'say', text: 'help' },
  ]);
});

test('whoever was forgotten is told which runs will not happen', () => {
  expect(forgottenCard({ cancelled: [18], parked: [] }, real).fallbackText).toContain('Run 18');
  expect(forgottenCard({ cancelled: [], parked: [] }, real).fallbackText).not.toContain('cancelled');
});

test.each(wordsLanguages)(
  'a sentence that tells to press “Sign in” calls the button as it is called (%s)',
  (language) => {
    const sentences = { en, ru, de }[language];
    expect(sentences['sign-in.card.button']).toBe(sentences['button.sign-in']);
    const about = Object.entries(sentences).filter(([, text]) =>
      /(press|click) “Sign|нажм\p{L}+( там)? «Вой|drück\p{L}+( Sie)?( dort| noch einmal)* „Anm|„Anmelden“ drück/iu.test(
        text,
      ),
    );
    expect(about.length).toBeGreaterThan(5);
    const wrong = about.filter(([, text]) => !/“Sign in”|«Войти»|„Anmelden“/.test(text));
    expect(wrong).toEqual([]);
  },
);
