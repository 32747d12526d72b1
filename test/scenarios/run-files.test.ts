import Papa from 'papaparse';
import { type Key, openLexicon } from '../../cards/words/index.ts';
import { type Answered, type Person, until } from '../helpers/chat.ts';
import type { Message } from '../helpers/connector.ts';
import { type Desk, openDesk } from '../helpers/desk.ts';
import { accepts, declines, offerTo } from '../helpers/file-offers.ts';
import type { Told } from '../helpers/loopback.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';

const second = 1_000;
const hour = 3_600 * second;
const lexicon = openLexicon();
const { say } = lexicon('en', 'Europe/Berlin');

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  desk.ana.speaks('en-US');
  await desk.startsOver();
});
besideAnotherTenant(() => [desk]);
afterAll(() => desk.close());

const file = 'practice-sync-payloads-run-1.csv';
const textOf = ({ card }: Message) => card.fallbackText;
const group = (person: Person) => desk.person(person.name, { conversationId: '19:group@thread.v2', kind: 'groupChat' });

/** Ana's run on two iPads, one of which fails, as far as it goes. */
async function runEnds(who: Person = desk.ana, item = 'Mail profile'): Promise<Message> {
  await who.says(`sync payloads remove "${item}" on IPAD-0042, IPAD-ANA`);
  await who.presses(/^(Continue|Дальше)/);
  const board = who.newest();
  await who.presses(word('plan.run'), { message: board });
  await isTaken(who, board);
  await goesOnUntil(board, word('status.partly', 'status.failed'));
  return board;
}

/** In either language. */
const word = (...keys: Key[]) => {
  const said = keys.flatMap((key) => [say(key), lexicon('ru', 'UTC').say(key)]);
  return new RegExp(`^(${said.join('|')})$`, 'm');
};

const isTaken = (who: Person, board: Message) =>
  who.seesOn(board, word('status.accepted', 'status.waiting', 'status.working'));

/** Looks are some seconds of the turned clock apart. */
async function goesOnUntil(board: Message, pattern: RegExp): Promise<void> {
  for (let looks = 0; looks < 20 && !pattern.test(textOf(board)); looks += 1) {
    const before = textOf(board);
    await desk.clock.goesOn(12 * second);
    await until(
      () => textOf(board) !== before,
      () => `the board stands still:\n${before}`,
    );
  }
  expect(textOf(board)).toMatch(pattern);
}

async function isOffered(who: Person = desk.ana): Promise<ReturnType<typeof offerTo>> {
  await runEnds(who);
  await who.presses('CSV');
  return offerTo(who);
}

/** What was put into somebody's OneDrive, cell by cell. */
function rowsPut(): Record<string, string>[] {
  const [put] = desk.connector.files.visits;
  return Papa.parse<Record<string, string>>(put?.body.replace('\ufeff', '') ?? '', {
    header: true,
    skipEmptyLines: true,
  }).data;
}

const uploads = () => desk.connector.files.visits.filter(({ method }) => method === 'PUT');

describe('the rows of a run as a file', () => {
  test('are offered, put where Teams says when they are wanted, and confirmed in place of the question', async () => {
    const { message, offer } = await isOffered();
    expect(offer).toMatchObject({ name: file, description: expect.stringContaining('Practice') as string });
    expect(offer.sizeInBytes).toBeGreaterThan(300);
    expect(uploads()).toEqual([]);

    const uploadInfo = desk.connector.files.placeFor(file);
    const answered = await accepts(desk.ana, { replyToId: message.id, context: offer.acceptContext, uploadInfo });
    expect(answered).toEqual({ status: 200, body: null });
    const [put] = uploads();
    const bytes = Buffer.byteLength(put?.body ?? '');
    expect(put?.headers).toMatchObject({
      'content-range': `bytes 0-${bytes - 1}/${bytes}`,
      'content-length': String(bytes),
    });
    expect(put?.headers.authorization).toBeUndefined();
    expect(textOf(message)).toContain(say('details.file.sent'));
    expect(message.offer).toBeUndefined();
    expect(desk.ana.newest().file).toEqual({ name: file, contentUrl: uploadInfo.contentUrl });
  });

  test('hold what a ticket needs: one row for each device and item, in words, codes and times', async () => {
    const { offer } = await isOffered();
    await accepts(desk.ana, { context: offer.acceptContext, uploadInfo: desk.connector.files.placeFor(file) });
    const rows = rowsPut();
    expect(rows.map((row) => [row['Run'], row['Device'], row['Item'], row['Intent'], row['Status in Intune']])).toEqual(
      [
        ['1', 'IPAD-0042', 'Mail profile', 'remove', 'error'],
        ['1', 'IPAD-ANA', 'Mail profile', 'remove', 'removed'],
      ],
    );
    const [failed, done] = rows;
    expect(failed).toMatchObject({
      Kind: 'email profile',
      'Error code': '0x87D11388 (-2016341112)',
      Result: say('status.failed'),
      User: 'adele.vance@contoso.example',
    });
    expect(failed?.['Meaning']).toMatch(/locked/);
    expect(done).toMatchObject({ 'Error code': '', Meaning: '', Result: say('status.done') });
    for (const row of rows) {
      expect(row['At (UTC)']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(row['Request ID']).toMatch(/^[\da-f-]{36}$/);
      expect(row['Serial number']).not.toBe('');
    }
  });

  test('keep a code exact that no spreadsheet could hold as a number', async () => {
    await runEnds(desk.ana, 'Expenses');
    await desk.ana.presses('CSV');
    const { offer } = offerTo(desk.ana);
    await accepts(desk.ana, { context: offer.acceptContext, uploadInfo: desk.connector.files.placeFor(file) });
    expect(rowsPut().map((row) => row['Error code'])).toContain('0x0020000000000001 (9007199254740993)');
  });

  test('speak the language of whoever wants them', async () => {
    desk.ana.speaks('ru-RU');
    const { offer } = await isOffered();
    await accepts(desk.ana, { context: offer.acceptContext, uploadInfo: desk.connector.files.placeFor(file) });
    expect(Object.keys(rowsPut()[0] ?? {})).toContain('Код ошибки');
    expect(desk.ana.newest().file?.name).toBe(file);
  });

  test('stay here when they are not wanted, and can be asked for again', async () => {
    const { message, offer } = await isOffered();
    await declines(desk.ana, { replyToId: message.id, context: offer.declineContext });
    expect(textOf(message)).toContain(say('details.file.declined'));
    expect(uploads()).toEqual([]);
    await desk.ana.presses(say('button.csv'), { message });
    expect(offerTo(desk.ana).offer.acceptContext).not.toEqual(offer.acceptContext);
  });

  test('are the run as it stands when they are wanted', async () => {
    await desk.ana.says('sync payloads remove "Mail profile" on IPAD-0042, IPAD-ANA');
    await desk.ana.presses(/^Continue/);
    const board = desk.ana.newest();
    await desk.ana.presses(/^Run$/);
    await isTaken(desk.ana, board);
    await desk.ana.submits({ v: 1, press: 'csv', run: 1 });
    const { offer } = offerTo(desk.ana);
    await goesOnUntil(board, word('status.partly'));
    await accepts(desk.ana, { context: offer.acceptContext, uploadInfo: desk.connector.files.placeFor(file) });
    expect(rowsPut()[1]).toMatchObject({ Result: say('status.done') });
  });

  test('of a run that is not one on devices are its targets', async () => {
    await desk.ana.says('sync autopilot');
    await desk.ana.submits({ v: 1, press: 'csv', run: 1 });
    const { offer } = offerTo(desk.ana);
    await accepts(desk.ana, { context: offer.acceptContext, uploadInfo: desk.connector.files.placeFor(offer.name) });
    expect(rowsPut()).toEqual([expect.objectContaining({ Run: '1', Item: '' })]);
  });
});

describe('in a group', () => {
  test('nobody’s chat gets a file; somebody who is only there is told where to go', async () => {
    await runEnds();
    const jon = group(desk.jon);
    await jon.submits({ v: 1, press: 'csv', run: 1 });
    expect(textOf(jon.newest())).toContain(say('details.file.only-personal'));
    expect([...jon.messages(), ...desk.jon.messages()].filter(({ offer }) => offer)).toEqual([]);
  });

  test('somebody who was seen alone with the bot is asked there', async () => {
    await runEnds();
    const ana = group(desk.ana);
    await ana.submits({ v: 1, press: 'csv', run: 1 });
    expect(textOf(ana.newest())).toContain(say('details.file.offered-elsewhere'));
    expect(ana.messages().filter(({ offer }) => offer)).toEqual([]);
    expect(offerTo(desk.ana).offer.name).toBe(file);
  });

  test('a personal chat that is gone is not said to have got anything', async () => {
    await runEnds();
    desk.connector.refuses(desk.ana.conversationId, { status: 403, code: 'ConversationBlockedByUser' });
    const ana = group(desk.ana);
    await ana.submits({ v: 1, press: 'csv', run: 1 });
    expect(textOf(ana.newest())).toContain(say('details.file.only-personal'));
  });
});

describe('an answer that is not what it should be puts nothing anywhere', () => {
  const closed = say('details.file.closed');
  const place = () => desk.connector.files.placeFor(file);

  test('of somebody else', async () => {
    const { message, offer } = await isOffered();
    await accepts(desk.jon, { replyToId: message.id, context: offer.acceptContext, uploadInfo: place() });
    expect(uploads()).toEqual([]);
    expect(textOf(desk.jon.newest())).toContain(closed);
    expect(message.offer).toBeDefined();
    await accepts(desk.ana, { replyToId: message.id, context: offer.acceptContext, uploadInfo: place() });
    expect(uploads()).toHaveLength(1);
  });

  test('said again, in whatever way', async () => {
    const { message, offer } = await isOffered();
    const again = (uploadInfo = place()) =>
      accepts(desk.ana, { replyToId: message.id, context: offer.acceptContext, uploadInfo });
    await again();
    await again();
    await declines(desk.ana, { replyToId: message.id, context: offer.declineContext });
    expect(uploads()).toHaveLength(1);
    expect(textOf(message)).toContain(say('details.file.sent'));
    expect(textOf(desk.ana.newest())).toContain(closed);
  });

  test('after a no', async () => {
    const { message, offer } = await isOffered();
    await declines(desk.ana, { replyToId: message.id, context: offer.declineContext });
    await accepts(desk.ana, { replyToId: message.id, context: offer.acceptContext, uploadInfo: place() });
    expect(uploads()).toEqual([]);
    expect(textOf(desk.ana.newest())).toContain(closed);
  });

  test('in a group', async () => {
    const { offer } = await isOffered();
    await accepts(group(desk.ana), { context: offer.acceptContext, uploadInfo: place() });
    expect(uploads()).toEqual([]);
  });

  test('a day later', async () => {
    const { message, offer } = await isOffered();
    await desk.clock.goesOn(25 * hour);
    await accepts(desk.ana, { replyToId: message.id, context: offer.acceptContext, uploadInfo: place() });
    expect(uploads()).toEqual([]);
    expect(textOf(desk.ana.newest())).toContain(closed);
  });

  test('to a form of payload sync, which is no offer of a file', async () => {
    await desk.ana.says('sync payloads remove "Mail profile" on IPAD-0042');
    const run = desk.ana.newest().card.actions?.find(({ title }) => title === say('plan.run'));
    expect(run?.data?.['draft']).toMatch(/^[\da-f-]{36}$/);
    await accepts(desk.ana, { context: { offer: run?.data?.['draft'] }, uploadInfo: place() });
    expect(uploads()).toEqual([]);
    await desk.ana.presses(/^Run$/, { message: desk.ana.messages()[0] as Message });
    await isTaken(desk.ana, desk.ana.messages()[0] as Message);
  });

  test.each([
    null,
    undefined,
    {},
    { offer: 17 },
    { offer: '' },
    { offer: 'x'.repeat(81) },
    { offer: '1; drop table draft' },
    { run: 1 },
    'offer',
    [],
  ])('with this instead of its own id: %j', async (context) => {
    const { message } = await isOffered();
    await accepts(desk.ana, { replyToId: message.id, context, uploadInfo: place() });
    expect(uploads()).toEqual([]);
    expect(textOf(desk.ana.newest())).toContain(closed);
  });

  test.each([
    'https://contoso-my.sharepoint.com.evil.example/put',
    'https://contoso-my.sharepoint.com/put',
    'http://192.0.2.1/put',
    'file:///tmp/put',
    'nonsense',
  ])('with another place than OneDrive’s: %s', async (uploadUrl) => {
    const { message, offer } = await isOffered();
    const uploadInfo = { ...place(), uploadUrl };
    await accepts(desk.ana, { replyToId: message.id, context: offer.acceptContext, uploadInfo });
    expect(uploads()).toEqual([]);
    expect(textOf(message)).toContain(say('details.file.not-taken'));
    expect(desk.ana.messages().filter((one) => one.file)).toEqual([]);
  });

  test.each([undefined, {}, { uploadUrl: 17 }])('without a place: %j', async (uploadInfo) => {
    const { message, offer } = await isOffered();
    await accepts(desk.ana, { replyToId: message.id, context: offer.acceptContext, uploadInfo: uploadInfo as object });
    expect(textOf(message)).toContain(say('details.file.not-taken'));
  });

  test.each<[string, Told]>([
    ['409', { status: 409 }],
    ['500', { status: 500 }],
    ['a redirect', { status: 302, headers: { location: '/files/f-0' } }],
    ['"there is more to come"', { status: 202 }],
    ['a broken connection', { trouble: 'broken' }],
  ])('with a place that answers %s', async (_, told) => {
    const { message, offer } = await isOffered();
    const uploadInfo = desk.connector.files.placeFor(file, told);
    await accepts(desk.ana, { replyToId: message.id, context: offer.acceptContext, uploadInfo });
    expect(textOf(message)).toContain(say('details.file.not-taken'));
    expect(uploads()).toHaveLength(1);
    await desk.ana.presses(say('button.csv'), { message });
    expect(offerTo(desk.ana).message.id).not.toBe(message.id);
  });

  test('for a run that is gone', async () => {
    const { message, offer } = await isOffered();
    const olga = desk.person('Olga');
    await olga.says('practice reset');
    await accepts(desk.ana, { replyToId: message.id, context: offer.acceptContext, uploadInfo: place() });
    expect(uploads()).toEqual([]);
  });

  test('with rubbish for an answer', async () => {
    await isOffered();
    const answers: Answered[] = [];
    for (const value of [null, 17, 'accept', {}, { action: 'perhaps' }, { action: ['accept'] }])
      answers.push(await desk.ana.sends({ type: 'invoke', name: 'fileConsent/invoke', value }));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([501]));
    expect(uploads()).toEqual([]);
  });

  test('nor does a press for a run that never was', async () => {
    await desk.ana.submits({ v: 1, press: 'csv', run: 4_711 });
    expect(textOf(desk.ana.newest())).toContain(say('run.not-found', { number: 4_711 }));
  });
});

test('an offer whose message can no longer be edited is still kept', async () => {
  const { message, offer } = await isOffered();
  desk.connector.deletes(message);
  const uploadInfo = desk.connector.files.placeFor(file);
  await accepts(desk.ana, { replyToId: message.id, context: offer.acceptContext, uploadInfo });
  expect(uploads()).toHaveLength(1);
  expect(desk.ana.messages().map(textOf).join('\n')).toContain(say('details.file.sent'));
});

test('the address of a file is in no log', async () => {
  const { message, offer } = await isOffered();
  const uploadInfo = desk.connector.files.placeFor(file, { trouble: 'broken' });
  await accepts(desk.ana, { replyToId: message.id, context: offer.acceptContext, uploadInfo });
  const logged = JSON.stringify(desk.logged, (_, value: unknown) =>
    value instanceof Error ? { ...value, message: value.message, stack: value.stack } : value,
  );
  expect(logged).toContain('a file was not handed over');
  expect(logged).not.toContain(uploadInfo.uploadUrl);
});
