/** Payload sync as a person does it on the practice page: the director's iPad, and a list pasted into a channel. */
import { join } from 'node:path';
import type { BrowserContextOptions, Locator } from 'playwright-core';
import type { WordsLanguage } from '../../cards/words/index.ts';
import { hardToPress, hardToRead, sideways } from './looks.ts';
import { press, reads, type Seat, sayIn, seen } from './practice.ts';
import { practiceForEach } from './practice-for-each.ts';

jest.setTimeout(180_000);

const practice = practiceForEach();

const say = sayIn('en');

const asks = {
  en: { ipads: 'sync ipad of maria.keller', clock: 'practice clock +1m' },
  ru: { ipads: 'синхронизируй ipad пользователя maria.keller', clock: 'тренировка часы +1m' },
};

type Look = { name: string; language: WordsLanguage; how: BrowserContextOptions };
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
  const path = join(__dirname, 'pictures', `payloads-${name}.png`);
  const taken = await card.screenshot({ path }).catch(() => null);
  if (!taken) await card.screenshot({ path });
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

test('a keyboard is enough, from the question to Run', async () => {
  const ana = await practice.sits();
  const { page } = ana;
  const card = await ana.asks(asks.en.ipads);
  const isHere = (one: Locator) => one.evaluate((element) => element === element.ownerDocument.activeElement);
  async function goesTo(one: Locator): Promise<void> {
    await one.waitFor();
    for (let tabs = 0; !(await isHere(one)); tabs += 1) {
      if (tabs > 60) throw new Error(`Shift+Tab never came to ${one}`);
      await page.keyboard.press('Shift+Tab');
    }
  }
  async function presses(title: string): Promise<void> {
    await page.getByTestId('compose').focus();
    await goesTo(card.getByRole('button', { name: title, exact: true }));
    await page.keyboard.press('Enter');
  }
  async function ticks(name: RegExp): Promise<void> {
    await page.getByTestId('compose').focus();
    await goesTo(checkbox(card, name));
    await page.keyboard.press('Space');
  }
  await ticks(/IPAD-07/);
  await ana.picture('payloads-keyboard');
  await presses(say('form.continue'));
  await reads(card, say('payloads.title.remove'));
  await ticks(/Mail profile/);
  await presses(say('form.continue'));
  await reads(card, say('plan.remove', { count: 1 }));
  await presses(say('plan.run'));
  await reads(card, say('status.accepted'));
  expect(practice.syncsAskedFor()).toEqual(['Ana Ruiz']);
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
