/**
 * A list of serials in front of a rollout: how it is read, and what is said of it. Two people, and another tenant beside them; in the
 * other languages the story is told in autopilot-before-rollout.test.ts.
 */
import { rolloutSerials } from '../../bot/practice/graph-windows-autopilot-device-identities.ts';
import { type Key, openLexicon } from '../../cards/words/index.ts';
import { type Person, until } from '../helpers/chat.ts';
import { type Desk, openDesk } from '../helpers/desk.ts';
import { accepts, offerTo } from '../helpers/file-offers.ts';
import { escaped } from '../helpers/lines.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';
import { passes } from '../helpers/passes.ts';

const words = openLexicon()('en', 'Europe/Berlin');
const column = rolloutSerials.join('\n');

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
besideAnotherTenant(() => [desk]);
afterAll(() => desk.close());

describe('a list of serials', () => {
  let mia: Person;
  beforeEach(async () => {
    await desk.startsOver();
    mia = desk.person('Mia Chen');
  });
  const reads = (key: Key, values: Record<string, string | number> = {}) =>
    new RegExp(escaped(words.say(key, values)).replaceAll('~', '[^]+'));

  const begun = new RegExp((['accepted', 'working', 'done'] as const).map((is) => words.say(`status.${is}`)).join('|'));
  const noteIn = (person: Person) => JSON.stringify(person.newest().card);

  test('sixty, pasted as a column: who is missing is named, and who waits is not called ready', async () => {
    await mia.says(`autopilot\n${column}`);
    const { card } = await mia.sees(reads('serials.verdict.registered', { registered: 57, count: 60 }));
    const text = card.fallbackText;
    expect(text).toMatch(reads('serials.unregistered', { count: 3, names: words.list(rolloutSerials.slice(-3)) }));
    expect(text).toMatch(reads('serials.ready', { count: 52 }));
    expect(text).toMatch(reads('serials.pending', { count: 5, names: '~' }));
    expect(desk.posts().map(({ path }) => path)).toEqual([]);
    expect(desk.graph.batches().at(0)?.ids.length).toBeLessThanOrEqual(20);
  });

  test('each way to stand is told apart, and one that is a part of another is not taken for it', async () => {
    await mia.says(`autopilot 5CG4200R01, PF4FAIL1, PF4NONE1, PF4ODD01, PF4LATE1, PF4HERE1, 5CG4200R0, PF4 12AB 34CD`);
    const { card } = await mia.sees(reads('serials.verdict.registered', { registered: 6, count: 8 }));
    for (const [standing, name] of [
      ['unregistered', '5CG4200R0'],
      ['failed', 'PF4FAIL1'],
      ['not-assigned', 'PF4NONE1'],
      ['unknown', 'PF4ODD01'],
      ['out-of-sync', 'PF4LATE1'],
    ] as const)
      expect(card.fallbackText).toMatch(reads(`serials.${standing}`, { count: 1, names: name }));
    expect(card.fallbackText).toMatch(reads('serials.ready', { count: 3 }));
    expect(card.fallbackText).toMatch(reads('serials.enrolled', { count: 1 }));
  });

  test('a file goes with the word, and the column of serials is read, whatever stands beside it', async () => {
    const rows = 'Device name;Serial number\r\nLT-0402;5CG4200R01\r\nLT-0403;5CG4200R60\r\n';
    await mia.says('autopilot', { attachments: [desk.connector.files.attached('rollout.csv', rows)] });
    await mia.sees(reads('serials.verdict.registered', { registered: 1, count: 2 }));
  });

  test('of a long list the rest is in a file, read anew when it is wanted', async () => {
    await mia.says(`autopilot\n${column}`);
    await mia.sees(reads('serials.verdict.registered', { registered: 57, count: 60 }));
    await mia.presses(reads('button.csv'));
    const { message, offer } = offerTo(mia);
    const uploadInfo = desk.connector.files.placeFor(offer.name);
    await accepts(mia, { replyToId: message.id, context: offer.acceptContext, uploadInfo });
    await mia.seesOn(message, reads('details.file.sent'));
    const put = desk.connector.files.visits.findLast(({ method }) => method === 'PUT')?.body ?? '';
    expect(put.split('\r\n').filter((line) => line.startsWith('5CG4200R'))).toHaveLength(60);
    expect(put).toContain(`5CG4200R60,${words.say('serials.word.unregistered')},`);
  });

  test('what is no serial is named, and what is there twice is counted once', async () => {
    await mia.says(`autopilot 5CG4200R01, see below, 5cg4200r01`);
    const { card } = await mia.sees(reads('serials.verdict.ready', { count: 1 }));
    expect(card.fallbackText).toMatch(reads('serials.nonsense', { count: 1, names: 'see below' }));
    expect(card.fallbackText).toMatch(reads('serials.repeated', { count: 1 }));
  });

  test('without a serial, or with too many of them, nothing is read', async () => {
    await mia.says(`autopilot soon please`);
    await mia.sees(reads('serials.none', { phrase: '~' }));
    const many = Array.from({ length: 201 }, (_, index) => `5CG43${String(index).padStart(3, '0')}X`);
    await mia.says(`autopilot\n${many.join('\n')}`);
    await mia.sees(reads('serials.too-many', { most: 200 }));
    expect(desk.graph.visits()).toEqual([]);
  });

  test('what follows a wish to sync and is not understood starts nothing', async () => {
    await mia.says('sync autopilot before lunch');
    await mia.sees(reads('serials.none', { phrase: '~' }));
    await mia.says('sync autopilot in 10 minutes');
    await mia.sees(reads('schedule.form.nothing-yet'));
    await mia.says('sync autopilot 5CG4200R01 5CG4200R59 tomorrow');
    const { card } = await mia.sees(reads('serials.verdict.registered', { registered: 1, count: 2 }));
    expect(card.fallbackText).toMatch(reads('serials.nonsense', { count: 1, names: 'tomorrow' }));
    expect(desk.posts().map(({ path }) => path)).not.toContainEqual(expect.stringContaining('sync'));
    await mia.presses(reads('button.sync-autopilot'));
    await mia.sees(reads('run.title', { title: '~', number: '~' }));
  });

  test('whoever may not read them is told so, and reads the same list later by a button', async () => {
    await mia.says('practice next read 403 scope');
    await mia.says(`autopilot 5CG4200R01 5CG4200R59`);
    await mia.sees(/403/);
    await mia.presses(reads('button.try-again'));
    await mia.sees(reads('serials.verdict.registered', { registered: 1, count: 2 }));
  });

  test('a list is its writer’s, and its button is of no use to anybody else', async () => {
    await mia.says(`autopilot 5CG4200R01 5CG4200R59`);
    const card = await mia.sees(reads('serials.title'));
    const look = (card.card.actions ?? []).find(({ title }) => title === words.say('button.look-again'));
    await desk.jon.submits(look?.data);
    await desk.jon.sees(reads('serials.others', { phrase: 'autopilot' }));
    await desk.jon.submits({ ...look?.data, list: '00000000-0000-4000-8000-000000000000' });
    await desk.jon.sees(reads('serials.gone', { phrase: 'autopilot' }));
  });

  const minutes = (count: number) => count * 60_000;
  const seen = (pattern: RegExp) => mia.messages().filter(({ card }) => pattern.test(card.fallbackText));
  const isTold = (pattern: RegExp) =>
    until(
      () => seen(pattern).length > 0,
      () => `never told ${pattern}; the newest reads:\n${mia.newest().card.fallbackText}`,
    );
  const ready = (count: number, of = count) => reads('news.serials', { ready: count, count: of });
  const lastTold = reads('notice.watch.last', { number: 1 });

  /** Until all are ready. */
  const watches = async (serials: string) => {
    await mia.says(`autopilot ${serials}`);
    await mia.presses(reads('button.watch-serials', { count: serials.split(' ').length }));
    await mia.sees(reads('watch.will.serials'));
  };

  test('all ready is told once, with a note for the change record; the watch is listed until then', async () => {
    await watches('5CG4200R01 5CG4200R53');
    await mia.says('watches');
    await mia.sees(reads('watch.serials', { count: 2 }));
    await mia.says('sync autopilot');
    await mia.sees(begun);
    await passes(desk.clock, () => seen(ready(2)).length > 0);
    await isTold(ready(2));
    await mia.presses(reads('button.change-note'));
    await mia.sees(reads('serials.note.title'));
    expect(noteIn(mia)).toContain(words.say('serials.note.verdict.ready', { ready: 2, count: 2 }));
    expect(noteIn(mia)).toContain('5CG4200R01, 5CG4200R53');
    await desk.clock.goesOn(minutes(60));
    await mia.says('watches');
    await mia.sees(new RegExp(escaped(words.say('watches.none').split('.')[0] ?? '')));
    expect(seen(ready(2))).toHaveLength(1);
  });

  test('a watch that ends says what is still missing', async () => {
    await watches('5CG4200R01 5CG4200R60');
    await desk.clock.goesOn(minutes(7 * 24 * 60 + 1));
    await isTold(ready(1, 2));
    expect(seen(lastTold).at(-1)?.card.fallbackText).toMatch(
      reads('serials.unregistered', { count: 1, names: '5CG4200R60' }),
    );
  });

  test('a watch is stopped like any other, and what is ready already is not watched', async () => {
    await watches('5CG4200R01 5CG4200R60');
    await mia.presses(reads('button.unwatch'));
    await mia.sees(reads('unwatch.done', { what: '~' }));
    await mia.says(`autopilot 5CG4200R01`);
    const { card } = await mia.sees(reads('serials.verdict.ready', { count: 1 }));
    expect((card.actions ?? []).map(({ title }) => title)).not.toContain(
      words.say('button.watch-serials', { count: 1 }),
    );
  });

  test('what could not be read is tried again as it was asked for: a watch, and a note', async () => {
    await mia.says('autopilot 5CG4200R01 5CG4200R60');
    await mia.says('practice next read 403 scope');
    await mia.presses(reads('button.watch-serials', { count: 2 }));
    await mia.sees(/403/);
    await mia.presses(reads('button.try-again'));
    await mia.sees(reads('watch.will.serials'));
    await mia.says('autopilot 5CG4200R01');
    await mia.sees(reads('serials.verdict.ready', { count: 1 }));
    await mia.says('practice next read 403 scope');
    await mia.presses(reads('button.change-note'));
    await mia.sees(/403/);
    await mia.presses(reads('button.try-again'));
    await mia.sees(reads('serials.note.title'));
  });

  test('the button of a watch that was stopped does not say that it goes on', async () => {
    await watches('5CG4200R01 5CG4200R60');
    await mia.presses(reads('button.unwatch'));
    await mia.sees(reads('unwatch.done', { what: '~' }));
    await mia.presses(reads('button.watch-serials', { count: 2 }));
    await mia.sees(reads('unwatch.over', { number: 1, what: '~' }));
  });

  const afterRun = (run: number) => reads('notice.serials.why', { run, time: '~', name: 'Mia Chen' });

  test('a sync that was refused is tried again with its list; what is told then is of no use to a colleague', async () => {
    await mia.says('practice next 403 role');
    await mia.says('sync autopilot 5CG4200R01 5CG4200R60');
    await mia.sees(reads('status.refused'));
    await mia.presses(reads('button.try-again'));
    await mia.sees(begun);
    await passes(desk.clock, () => seen(afterRun(2)).length > 0);
    await isTold(afterRun(2));
    const [told] = seen(afterRun(2));
    const data = (title: string) => (told?.card.actions ?? []).find((one) => one.title === title)?.data;
    const look = data(words.say('button.look-again'));
    const others = reads('serials.others', { phrase: 'autopilot' });
    for (const button of [look, data(words.say('button.watch-serials', { count: 2 })), { ...look, owner: undefined }]) {
      await desk.jon.submits(button);
      await desk.jon.sees(others);
      await desk.jon.says('help');
      await desk.jon.sees(reads('help.title'));
    }
    await desk.jon.submits({ ...look, run: 99, owner: undefined });
    await desk.jon.sees(reads('serials.gone', { phrase: 'autopilot' }));
    await mia.submits({ ...look, owner: 'p' });
    await mia.sees(others);
    await mia.submits({ ...look, owner: undefined });
    await mia.sees(reads('serials.verdict.registered', { registered: 2, count: 2 }));
  });

  test('who may no longer look is told so once', async () => {
    await watches('5CG4200R01 5CG4200R60');
    await mia.says('practice next read 403 role');
    await desk.clock.goesOn(minutes(2));
    await isTold(reads('watch.blind'));
    await desk.clock.goesOn(minutes(120));
    expect(seen(reads('watch.blind'))).toHaveLength(1);
  });
});
