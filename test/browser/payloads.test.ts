/** Payload sync as a person does it on the practice page: the director's iPad, and a list pasted into a channel. */
import type { BrowserContextOptions, Locator } from 'playwright-core';
import type { StoryLanguage } from '../helpers/languages.ts';
import { hardToPress, hardToRead, nameless, sideways } from './looks.ts';
import { keepsPicture } from './pictures.ts';
import { press, reads, type Seat, sayIn, seen } from './practice.ts';
import { practiceForEach } from './practice-for-each.ts';

jest.setTimeout(180_000);

const practice = practiceForEach();

const say = sayIn('en');

const asks = {
  en: { ipads: 'sync ipad of maria.keller', clock: 'practice clock +1m' },
  ru: { ipads: 'синхронизируй ipad пользователя maria.keller', clock: 'тренировка часы +1m' },
};

type Look = { name: string; language: StoryLanguage; how: BrowserContextOptions };
const looks: Look[] = [
  { name: 'light desktop', language: 'en', how: {} },
  {
    name: 'dark 320 px',
    language: 'ru',
    // As long as the longest card, so that a picture shows all of it.
    how: { viewport: { width: 320, height: 1500 }, locale: 'ru-RU', colorScheme: 'dark', hasTouch: true },
  },
];

const checkbox = (card: Locator, name: string | RegExp) => card.getByRole('checkbox', { name });

/** All of a card, as long as it is. A card may be edited just then; its next self is as good. */
async function pictureOf(card: Locator, name: string): Promise<void> {
  const take = (path: string) => card.screenshot({ path });
  await keepsPicture(`payloads-${name}`, (path) => take(path).catch(() => take(path)));
}

describe.each(looks)('the mail profile on the director’s iPad: $name', ({ language, how }) => {
  const says = sayIn(language);

  /** Every card of the line is looked at before it is answered. */
  async function looksAt(ana: Seat, card: Locator, step: string): Promise<void> {
    await pictureOf(card, `d1-${language}-${step}`);
    expect([step, await hardToPress(card), await sideways(ana.page), await hardToRead(ana.page)]).toEqual([
      step,
      [],
      [],
      [],
    ]);
  }

  test('chosen, guarded, previewed, removed and restored', async () => {
    const ana = await practice.sits(how);
    const card = await ana.asks(asks[language].ipads);
    await looksAt(ana, card, '1-which');
    await checkbox(card, /IPAD-07/).check();
    await press(card, says('form.continue'));
    await reads(card, says('payloads.title.remove'));
    await looksAt(ana, card, '2-form');
    await checkbox(card, /Mail profile/).check();
    await card.getByLabel(says('payloads.search')).fill('vpn');
    await press(card, says('payloads.show'));
    await reads(card, says('payloads.elsewhere'));
    await looksAt(ana, card, '3-search');
    await checkbox(card, new RegExp(says('payload.kind.vpn'))).check();
    await press(card, says('form.continue'));
    await reads(card, says('guard.verdict'));
    await looksAt(ana, card, '4-guard');
    await press(card, says('guard.safe', { count: 1 }));
    await reads(card, says('plan.remove', { count: 1 }));
    await looksAt(ana, card, '5-preview');
    expect(practice.syncsAskedFor()).toEqual([]);
    await press(card, says('plan.run'));
    await reads(card, says('status.accepted'));
    await looksAt(ana, card, '6-accepted');
    await ana.says(asks[language].clock);
    await reads(card, says('status.done'));
    await looksAt(ana, card, '7-removed');
    await press(card, says('button.restore-now'));
    const again = await ana.card(says('plan.restore', { count: 1 }));
    await looksAt(ana, again, '8-restore');
    await press(again, says('plan.run'));
    await reads(again, says('status.accepted'));
    await ana.says(asks[language].clock);
    await reads(again, says('item.restore.done'));
    await looksAt(ana, again, '9-restored');
    expect(practice.syncsAskedFor()).toEqual(['Ana Ruiz', 'Ana Ruiz']);
  });

  test('a locked iPad and a missing right are told with the way out', async () => {
    const ana = await practice.sits(how);
    const plans = { en: 'sync payloads remove "Mail profile" on', ru: 'полезные данные удали «Mail profile» на' }[
      language
    ];
    const card = await ana.asks(`${plans} IPAD-0042`);
    await press(card, says('plan.run'));
    await reads(card, says('status.accepted'));
    await ana.says(asks[language].clock);
    await reads(card, '0x87D11388');
    await looksAt(ana, card, 'a-locked');
    await ana.asks('practice next 403 role');
    const other = await ana.asks(`${plans} IPAD-07`);
    await press(other, says('plan.run'));
    await reads(other, says('refusal.text-to-send'));
    await looksAt(ana, other, 'b-not-allowed');
    await looksAt(ana, await ana.asks(`${plans.replace('Mail profile', 'Office 365')} LT-0142`), 'c-windows');
  });
});

test('a device is searched in the picker as its name is typed, and what is found goes on', async () => {
  const ana = await practice.sits();
  const card = await ana.asks('sync payloads');
  await card.getByRole('combobox', { name: say('pick.search') }).fill('ipad-0');
  await card.getByRole('option', { name: /IPAD-07/ }).waitFor();
  await ana.picture('payloads-typeahead');
  await card.getByRole('option', { name: /IPAD-07/ }).click();
  await pictureOf(card, 'picked');
  await press(card, say('form.continue'));
  await reads(card, say('payloads.on', { names: 'IPAD-07' }));
});

describe('with a keyboard only', () => {
  const isHere = (one: Locator) => one.evaluate((element) => element === element.ownerDocument.activeElement);

  /** From wherever the focus is; the page's last stop leads back to its first. */
  async function goesTo({ page }: Seat, one: Locator): Promise<void> {
    await one.waitFor();
    for (let tabs = 0; !(await isHere(one)); tabs += 1) {
      if (tabs > 150) throw new Error(`Tab never came to ${one}`);
      await page.keyboard.press('Tab');
    }
  }

  async function presses(ana: Seat, card: Locator, title: string): Promise<void> {
    await goesTo(ana, card.getByRole('button', { name: title, exact: true }));
    await ana.page.keyboard.press('Enter');
  }

  async function ticks(ana: Seat, card: Locator, name: RegExp): Promise<void> {
    await goesTo(ana, checkbox(card, name));
    await ana.page.keyboard.press('Space');
  }

  /** What a screen reader is told: every control by name, and where the reader stands after the card has changed. */
  async function isHeard(ana: Seat, card: Locator, pattern: string): Promise<void> {
    await reads(card, pattern);
    const stands = await card.evaluate((message) => message.contains(message.ownerDocument.activeElement));
    expect([pattern, stands, await nameless(ana.page)]).toEqual([pattern, true, []]);
  }

  test('the mail profile is chosen, guarded, previewed, removed and restored', async () => {
    const ana = await practice.sits();
    const { page } = ana;
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const card = await ana.asks(asks.en.ipads);
    await ticks(ana, card, /IPAD-07/);
    await ana.picture('payloads-keyboard');
    await presses(ana, card, say('form.continue'));
    await isHeard(ana, card, say('payloads.title.remove'));
    await ticks(ana, card, /Mail profile/);
    await goesTo(ana, card.getByLabel(say('payloads.search')));
    await page.keyboard.type('vpn');
    await presses(ana, card, say('payloads.show'));
    await isHeard(ana, card, say('payloads.elsewhere'));
    await ticks(ana, card, new RegExp(say('payload.kind.vpn')));
    await presses(ana, card, say('form.continue'));
    await isHeard(ana, card, say('guard.verdict'));
    await presses(ana, card, say('guard.safe', { count: 1 }));
    await isHeard(ana, card, say('plan.remove', { count: 1 }));
    await presses(ana, card, say('plan.run'));
    await isHeard(ana, card, say('status.accepted'));
    const jon = await practice.sits();
    await jon.becomes('Jon Vik');
    await jon.says(asks.en.clock);
    await isHeard(ana, card, say('status.done'));
    await presses(ana, card, say('button.restore-now'));
    const again = await ana.card(say('plan.restore', { count: 1 }));
    await presses(ana, again, say('plan.run'));
    await isHeard(ana, again, say('status.accepted'));
    expect(practice.syncsAskedFor()).toEqual(['Ana Ruiz', 'Ana Ruiz']);
  });

  test('a control without a name would be noticed', async () => {
    const ana = await practice.sits();
    await ana.getsCard({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Input.Text', id: 'nameless' }] });
    await ana.page.locator('.card input[type=text]').waitFor();
    expect(await nameless(ana.page)).toEqual([expect.stringContaining('textbox')]);
  });
});

test.each(looks)('a list pasted into a channel is read, settled and planned: $name', async ({ language, how }) => {
  const says = sayIn(language);
  const ana = await practice.sits(how);
  await ana.opens('channel');
  const asked = { en: 'sync payloads "Wi-Fi Corp", "Root CA" on', ru: 'полезные данные «Wi-Fi Corp», «Root CA» на' };
  const lines = ['IPAD-07', 'IPAD-19', 'IPAD-1001', 'LT-1010', 'FRONT-DESK', 'IPAD-0043', 'R58 M20 AB 31', 'IPAD-07'];
  const card = await ana.asks(`${asked[language]}\n${lines.join('\n')}`);
  await reads(card, says('reading.near', { said: 'IPAD-0043', near: 'IPAD-0042' }));
  await pictureOf(card, `d2-${language}-1-read`);
  await card.getByRole('combobox').selectOption({ index: 1 });
  await press(card, says('reading.continue', { count: 4 }));
  await reads(card, says('guard.verdict'));
  await press(card, says('guard.all', { count: 2 }));
  await reads(card, says('plan.ready', { count: 5 }));
  await pictureOf(card, `d2-${language}-2-preview`);
  await press(card, says('plan.run'));
  await reads(card, says('status.accepted'));
  await ana.says(asks[language].clock);
  await reads(card, says('board.count.done', { count: 4 }));
  await pictureOf(card, `d2-${language}-3-board`);
  await press(card, says('button.details'));
  const details = await ana.card(says('details.page', { page: 1, pages: 1, devices: 5 }));
  await pictureOf(details, `d2-${language}-4-details`);
  expect(await seen(details)).toContain('IPAD-19');
  expect([await hardToPress(card), await sideways(ana.page), await hardToRead(ana.page)]).toEqual([[], [], []]);
});
