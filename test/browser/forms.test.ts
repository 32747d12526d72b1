/** The forms of payload sync as a person fills them in, on the practice page. */
import type { Browser, Locator } from 'playwright-core';
import { payloadForms } from '../../cards/gallery/index.ts';
import type { GalleryCard } from '../../cards/gallery/sample.ts';
import { deviceChoiceSamples } from '../../cards/gallery/samples/device-choice.ts';
import { devicePickerSamples } from '../../cards/gallery/samples/device-picker.ts';
import { deviceReadingSamples } from '../../cards/gallery/samples/device-reading.ts';
import { payloadFormSamples } from '../../cards/gallery/samples/payload-form.ts';
import type { Card } from '../../cards/kit/types.ts';
import { type Key, openLexicon, wordsLanguages } from '../../cards/words/index.ts';
import { openBrowser } from './chromium.ts';
import { type FormDesk, openFormDesk } from './form-desk.ts';
import { hardToPress, hardToRead, sideways } from './looks.ts';
import { keepsPicture } from './pictures.ts';

jest.setTimeout(120_000);

const found = [
  { title: 'LT-0388 · Surface Laptop 5', value: 'id-388' },
  { title: 'LT-0389 · Surface Laptop 5', value: 'id-389' },
];

let browser: Browser;
let desk: FormDesk;
// Chromium may have to be installed first.
beforeAll(async () => {
  browser = await openBrowser();
}, 600_000);
beforeEach(async () => {
  desk = await openFormDesk(browser, found);
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await desk.close();
});
afterAll(() => browser?.close());

const lexicon = openLexicon();
const words = lexicon('en', 'Europe/Berlin');

function sample({ name, samples }: GalleryCard, state: string): Card {
  const shown = samples.find((one) => one.state === state);
  if (!shown) throw new Error(`cards/gallery/samples/${name}.ts shows no "${state}"`);
  return shown.draw(words);
}

const press = (card: Locator, title: Key | RegExp) =>
  card
    .getByRole('button', typeof title === 'string' ? { name: words.say(title), exact: true } : { name: title })
    .click();

async function finds(card: Locator, text: string, wanted: string): Promise<void> {
  await card.getByRole('combobox', { name: words.say('pick.search') }).fill(text);
  await card.getByRole('option', { name: wanted }).click();
}

const ownDevices = sample(devicePickerSamples, 'one’s own devices');
const noDevices = sample(devicePickerSamples, 'somebody without devices');
const filledIn = sample(devicePickerSamples, 'what was found before, ticked');

test('devices are ticked, searched and pasted, and all of it is sent', async () => {
  const { page, card } = await desk.opens(ownDevices);
  await card.getByRole('checkbox', { name: /IPAD-07/ }).check();
  await card.getByRole('checkbox', { name: /TAB-22/ }).check();
  await finds(card, 'lt', 'LT-0388');
  await finds(card, 'lt', 'LT-0389');
  await card.getByLabel(words.say('pick.typed')).fill('IPAD-19\nmaria');
  await keepsPicture('form-devices', (path) => page.screenshot({ path }));
  await press(card, 'form.continue');
  expect(await desk.pressed()).toEqual({
    v: 1,
    press: 'pick-devices',
    draft: 'draft-7',
    own: '5f0c7ad1-0000-4000-8000-000000000007,never',
    found: 'id-388,id-389',
    typed: 'IPAD-19\nmaria',
  });
});

test('a search names its list, asks for fifteen, and takes nothing typed elsewhere along', async () => {
  const { card } = await desk.opens(filledIn);
  await finds(card, 'surface', 'LT-0388');
  expect(desk.searches).toEqual([
    { queryText: 'surface', dataset: 'devices', queryOptions: { skip: 0, top: 15 }, data: {} },
  ]);
});

test('what was found can be left out again', async () => {
  const { card } = await desk.opens(noDevices);
  await finds(card, 'lt', 'LT-0388');
  await finds(card, 'lt', 'LT-0389');
  await press(card, /LT-0388/);
  await press(card, 'form.continue');
  expect(await desk.pressed()).toMatchObject({ found: 'id-389' });
});

test('a form that comes back searches as the first one did', async () => {
  const { card } = await desk.opens(noDevices, sample(devicePickerSamples, 'nothing was chosen'));
  await press(card, 'form.continue');
  expect(await desk.pressed()).not.toHaveProperty('found');
  await card.getByText(words.say('pick.nothing')).waitFor();
  await finds(card, 'lt', 'LT-0389');
  await press(card, 'form.continue');
  expect(await desk.pressed()).toMatchObject({ found: 'id-389' });
});

test('cancelling sends nothing that was typed', async () => {
  const { card } = await desk.opens(filledIn);
  await press(card, 'form.cancel');
  expect(await desk.pressed()).toEqual({ v: 1, press: 'drop-draft', draft: 'draft-7' });
});

test('turning the page takes along what is ticked and what is searched for', async () => {
  const { card } = await desk.opens(sample(payloadFormSamples, 'second page, others chosen before'));
  await card.getByRole('checkbox', { name: /Root CA/ }).check();
  await card.getByLabel(words.say('payloads.search')).fill('mail');
  await press(card, 'payloads.next');
  const sent = await desk.pressed();
  expect(sent).toMatchObject({ press: 'choose-payloads', page: 2, go: 'next', search: 'mail' });
  expect(String(sent['items']).split(',')).toHaveLength(2);
});

test('one of several devices must be chosen before the form goes', async () => {
  const { card } = await desk.opens(sample(deviceChoiceSamples, 'two, one of them probably off'));
  await press(card, 'form.continue');
  await card.getByText(words.say('choice.nothing')).waitFor();
  await card.getByRole('radio', { name: /IPAD-08/ }).check();
  await press(card, 'form.continue');
  expect(await desk.pressed()).toMatchObject({ devices: '5f0c7ad1-0000-4000-8000-000000000008' });
});

test('a name that fits several devices is settled, and a doubtful device taken along', async () => {
  const { card } = await desk.opens(sample(deviceReadingSamples, 'something of everything'));
  await card.getByRole('combobox').selectOption({ index: 2 });
  await card.getByRole('checkbox', { name: /LT-0382/ }).check();
  await press(card, /37/);
  const sent = await desk.pressed();
  expect(sent).toMatchObject({ press: 'settle-list', choice_0: '5f0c7ad1-0000-4000-8000-000000000008' });
  expect(String(sent['ticked']).split(',')).toEqual(['w2', '5f0c7ad1-0000-4000-8000-000000000008']);
});

describe.each(wordsLanguages)('on the narrowest phone (%s)', (language) => {
  test.each(payloadForms)(
    'nothing of $name sticks out, every button can be pressed and every text read',
    async ({ samples }) => {
      const read = lexicon(language, 'Europe/Berlin');
      const narrow = { viewport: { width: 320, height: 900 } };
      const { page } = await desk.opens(noDevices, noDevices, narrow);
      for (const one of samples) {
        const card = await desk.gets(page, one.draw(read));
        expect([one.state, await hardToPress(card), await sideways(page)]).toEqual([one.state, [], []]);
      }
      expect(await hardToRead(page)).toEqual([]);
    },
  );
});
