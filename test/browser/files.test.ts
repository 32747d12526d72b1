/** Files on the practice page: one that is attached, and one that the bot offers. */
import { readFile } from 'node:fs/promises';
import type { Key, WordsLanguage } from '../../cards/words/index.ts';
import { sideways } from './looks.ts';
import { press, reads, type Seat, title, word, wordIn } from './practice.ts';
import { practiceForEach } from './practice-for-each.ts';

jest.setTimeout(120_000);

const practice = practiceForEach();

const devices = { name: 'devices.csv', mimeType: 'text/csv', buffer: Buffer.from('Device name\nIPAD-07\nIPAD-ANA\n') };
const attaches = (seat: Seat, file = devices) => seat.page.getByTestId('file-input').setInputFiles(file);
const sends = (seat: Seat) => seat.page.getByTestId('compose-send').click();

test('a file is chosen, thought better of, chosen again and sent without a word', async () => {
  const seat = await practice.sits();
  const chosen = seat.page.getByTestId('chosen-file');
  await attaches(seat);
  await reads(chosen, /devices\.csv/);
  await chosen.getByRole('button').click();
  await chosen.waitFor({ state: 'hidden' });
  await attaches(seat);
  await sends(seat);
  const card = await seat.card(word('reading.title'));
  await reads(card, /2 found/);
  await chosen.waitFor({ state: 'hidden' });
  await seat.page.getByTestId('file').filter({ hasText: 'devices.csv' }).waitFor();
  await seat.picture('file-attached');
});

test('a file that is dropped on the box goes with what was typed', async () => {
  const seat = await practice.sits();
  // As text: it runs in the browser, whose types are not those of these tests.
  const dropped = await seat.page.evaluateHandle(`(() => {
    const data = new DataTransfer();
    data.items.add(new File([${JSON.stringify(devices.buffer.toString())}], 'devices.csv', { type: 'text/csv' }));
    return data;
  })()`);
  await seat.page.getByTestId('compose').dispatchEvent('drop', { dataTransfer: dropped });
  await reads(seat.page.getByTestId('chosen-file'), /devices\.csv/);
  await seat.says('sync payloads remove "Mail profile" on');
  await reads(await seat.card(word('reading.title')), /2 found/);
});

test('a file that the bot cannot read is told; in a group there is none to attach', async () => {
  const seat = await practice.sits();
  await attaches(seat, { ...devices, name: 'devices.xlsx' });
  await sends(seat);
  await reads(await seat.card(word('file.title')), title('file.kind', { name: 'devices.xlsx' }));
  await attaches(seat, { ...devices, buffer: Buffer.alloc(1024 * 1024 + 1, 'x') });
  await sends(seat);
  await seat.card(title('file.too-large', { name: 'devices.csv' }));
  await seat.opens('groupChat');
  expect(await seat.page.getByTestId('file-input').count()).toBe(0);
});

/** Of a run that has ended, by the practice clock. */
async function offered(seat: Seat, language: WordsLanguage = 'en'): Promise<void> {
  const button = (...keys: Key[]) => wordIn(language, ...keys);
  await press(await seat.asks('sync payloads remove "Mail profile" on IPAD-0042, IPAD-ANA'), /^(Continue|Дальше)/);
  const board = await seat.card(button('plan.title'));
  await press(board, button('plan.run'));
  await reads(board, button('status.accepted', 'status.waiting', 'status.working'));
  await seat.says('practice clock +10m');
  await reads(board, button('status.partly'));
  await press(board, button('button.csv'));
  await seat.page.getByTestId('offer').getByRole('button').last().scrollIntoViewIfNeeded();
}

test('an offered file is allowed, and then is there to be opened', async () => {
  const seat = await practice.sits();
  await offered(seat);
  const offer = seat.page.getByTestId('offer');
  await reads(offer, /practice-sync-payloads-run-1\.csv/);
  await seat.picture('file-offered');
  await press(offer, 'Allow');
  await seat.card(word('details.file.sent'));
  await offer.waitFor({ state: 'detached' });
  const [download] = await Promise.all([
    seat.page.waitForEvent('download'),
    seat.page.getByTestId('file').filter({ hasText: 'practice-sync-payloads-run-1.csv' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('practice-sync-payloads-run-1.csv');
  expect(await readFile(await download.path(), 'utf8')).toMatch(/^\ufeffRun,Device,.+\r\n1,/);
  await seat.picture('file-sent');
});

test('an offered file is declined, in Russian and on a phone', async () => {
  const seat = await practice.sits({ locale: 'ru-RU', viewport: { width: 360, height: 740 } });
  await seat.page.getByTestId('language-switch').selectOption('ru-RU');
  await offered(seat, 'ru');
  await seat.picture('file-offered-narrow-ru');
  expect(await sideways(seat.page)).toEqual([]);
  await press(seat.page.getByTestId('offer'), 'Отклонить');
  await seat.card(wordIn('ru', 'details.file.declined'));
});
