/** 43 pasted lines after a certificate change, in a channel: read, planned, throttled, cut off by a restart, told, repeated. */

import { rm } from 'node:fs/promises';
import type { Visit } from '../../bot/practice/graph.ts';
import { openLexicon, type Words } from '../../cards/words/index.ts';
import { choicesOn, type Person, ticks, until } from '../helpers/chat.ts';
import type { Message } from '../helpers/connector.ts';
import { type Desk, openDesk } from '../helpers/desk.ts';
import { localeOf, storyLanguages } from '../helpers/languages.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';
import { readyFolder } from '../helpers/ready.ts';

// Graph's waits are real time, as is the time a process has to stop.
jest.setTimeout(400_000);

const seconds = (count: number) => count * 1_000;
const minutes = (count: number) => count * 60_000;
const days = (count: number) => count * minutes(24 * 60);
const lexicon = openLexicon();
const channel = { conversationId: '19:rollout@thread.tacv2;messageid=1', kind: 'channel' } as const;

const asks = {
  en: 'sync payloads “Wi-Fi Corp”, “Root CA” on',
  ru: 'полезные данные «Wi-Fi Corp», «Root CA» на',
};

/** 40 that are found, three of them with Windows; one name of two devices, one of none, one twice, one serial with spaces. */
function pastedLines(desk: Desk): string[] {
  const names = desk.graph.devices().map(({ name }) => name);
  const numbered = names.filter((name) => /-1\d{3}$/.test(name));
  return [...numbered, 'DMPX K1AB 07', 'IPAD-19', 'IPAD-0042', 'FRONT-DESK', 'IPAD-0043', numbered[0] ?? ''];
}

type Story = { desk: Desk; words: Words; locale: string; ana: Person; jon: Person; pasted: string };

async function openStory(language: 'en' | 'ru', dataDir?: string): Promise<Story> {
  const desk = await openDesk(dataDir ? { dataDir } : {});
  const [ana, jon] = [desk.person('Ana Ruiz', channel), desk.person('Jon Vik', channel)];
  const locale = localeOf[language];
  for (const one of [ana, jon]) one.speaks(locale, 'Europe/Berlin');
  const pasted = `${asks[language]}\n${pastedLines(desk).join('\n')}`;
  return { desk, words: lexicon(language, 'Europe/Berlin'), locale, ana, jon, pasted };
}

const mention = { type: 'mention', text: '<at>Sync Desk</at>', mentioned: { id: '28:sync-desk', name: 'Sync Desk' } };

/** The card that becomes everything else. */
async function pastes(person: Person, pasted: string): Promise<Message> {
  await person.says(`<at>Sync Desk</at> ${pasted}`, { entities: [mention] });
  return person.newest();
}

const textOf = ({ card }: Message) => card.fallbackText;

/** Tom Becker's of the two at the front desk, and the silent ones, which are ticked already. */
const settledWith = (card: Message, { say }: Words) => ({
  choice_0: ticks(card, /tom\.becker/),
  ticked: ticks(card, new RegExp(say('device.silent'))),
});

async function plans({ ana, words: { say }, words, pasted }: Story): Promise<Message> {
  const card = await pastes(ana, pasted);
  await ana.presses(say('reading.continue', { count: 37 }), { message: card, inputs: settledWith(card, words) });
  await ana.presses(say('guard.all', { count: 2 }), { message: card });
  return card;
}

const isTaken = ({ method, status }: Visit) => method === 'POST' && status === 204;
/** So often the clock is turned, and so long is waited in all: starts that were cut off are looked for every half a minute. */
const pauseMs = 2_000;
const patienceMs = 150_000;

/** What Graph and the queue hold up waits in real time; what the devices do follows the clock. */
async function goesOnUntil(desk: Desk, card: Message, { reads, stepMs }: { reads: RegExp; stepMs: number }) {
  for (const deadline = Date.now() + patienceMs; !reads.test(textOf(card)); ) {
    if (Date.now() > deadline) throw new Error(`${reads} never came; the card reads:\n${textOf(card)}`);
    await desk.clock.goesOn(stepMs);
    await until(
      () => reads.test(textOf(card)),
      () => 'not yet',
      pauseMs,
    ).catch(() => {});
  }
}

const isStatus = ({ say }: Words, key: Parameters<Words['say']>[0]) => new RegExp(`^${say(key)}$`, 'm');

/** The plan is carried out from now on. */
async function runs(story: Story): Promise<Message> {
  const card = await plans(story);
  await story.ana.presses(story.words.say('plan.run'), { message: card });
  return card;
}

/** The board of a plan that was carried out, with what failed and who stayed silent. */
async function runsToItsEnd(story: Story): Promise<Message> {
  const { desk, ana, words } = story;
  const card = await runs(story);
  await ana.seesOn(card, isStatus(words, 'status.accepted'));
  await goesOnUntil(desk, card, { reads: isStatus(words, 'status.partly'), stepMs: minutes(10) });
  return card;
}

const idOf = (path: string) => /managedDevices\/([^/]+)\//.exec(path)?.[1] ?? path;

/** English and Russian side by side: what Graph makes them wait for, they wait for together. */
describe('a list of 43 lines', () => {
  let stories: Story[] = [];
  beforeAll(async () => {
    stories = await Promise.all(storyLanguages.map((language) => openStory(language)));
  });
  afterAll(() => Promise.all(stories.map(({ desk }) => desk.close())));
  beforeEach(() => Promise.all(stories.map(({ desk }) => desk.startsOver())));
  besideAnotherTenant(() => stories.map(({ desk }) => desk));
  const inBoth = (tell: (story: Story) => Promise<void>) => () => Promise.all(stories.map(tell));

  test(
    'is told as it was read: what repeats, what is not found, what fits twice, and Windows unticked with the reason',
    inBoth(async (story) => {
      const { ana, words, pasted } = story;
      const { say } = words;
      const card = await pastes(ana, pasted);
      const counts = [
        say('reading.lines', { count: 43 }),
        say('reading.found', { count: 40 }),
        say('reading.count.repeated', { count: 1 }),
        say('reading.count.unknown', { count: 1 }),
        say('reading.count.ambiguous', { count: 1 }),
      ];
      expect(textOf(card)).toContain(words.row(counts));
      expect(textOf(card)).toContain(say('reading.near', { said: 'IPAD-0043', near: 'IPAD-0042' }));
      expect(textOf(card)).toContain(say('reading.which', { said: 'FRONT-DESK', count: 2, shown: 2 }));
      const windows = textOf(card)
        .split('\n')
        .filter((line) => line.endsWith(say('reading.undocumented')));
      expect(windows.map((line) => /^☐ (\S+)/.exec(line)?.[1])).toEqual(['LT-1010', 'LT-1020', 'LT-1030']);
      expect(textOf(card)).toContain(`[${say('reading.continue', { count: 37 })}]`);
      expect(choicesOn(card, /FRONT-DESK|brandt|becker/)).toHaveLength(2);
    }),
  );

  test(
    'is planned for 38 devices and two payloads, and who was left out is named',
    inBoth(async (story) => {
      const { ana, words } = story;
      const { say } = words;
      const card = await plans(story);
      expect(textOf(card)).toContain(say('plan.ready', { count: 38 }));
      expect(
        textOf(card).match(new RegExp(say('plan.remove', { count: 2 }).replace(/[()]/g, '\\$&'), 'g')),
      ).toHaveLength(1);
      expect(textOf(card)).toContain(
        `Wi-Fi Corp · ${say('payload.kind.wifi')}\nRoot CA · ${say('payload.kind.certificate')}`,
      );
      expect(textOf(card)).toContain(say('plan.left-out', { count: 4 }));
      expect(textOf(card)).toContain(say('plan.left-out.unknown', { names: 'IPAD-0043', count: 1 }));
      expect(textOf(card)).toContain(say('run.as', { name: 'Ana Ruiz', phase: 'later' }));
      expect(ana.messages()).toHaveLength(1);
      expect(story.desk.posts()).toEqual([]);
    }),
  );

  test(
    'with the open question left open, the device of that name stays out',
    inBoth(async (story) => {
      const { ana, words } = story;
      const { say } = words;
      const card = await pastes(ana, story.pasted);
      const { ticked } = settledWith(card, words);
      await ana.presses(say('reading.continue', { count: 37 }), { message: card, inputs: { ticked } });
      await ana.presses(say('guard.all', { count: 2 }), { message: card });
      expect(textOf(card)).toContain(say('plan.ready', { count: 37 }));
      expect(textOf(card)).toContain(say('plan.left-out.not-chosen', { names: 'FRONT-DESK', count: 1 }));
    }),
  );

  test(
    'is fixed in the picker, which has what was pasted',
    inBoth(async (story) => {
      const { ana, words } = story;
      const { say } = words;
      const card = await pastes(ana, story.pasted);
      await ana.presses(say('reading.fix'), { message: card });
      expect(textOf(card)).toContain(say('pick.title'));
      expect(textOf(card)).toContain('IPAD-0043');
      await ana.presses(say('form.continue'), { message: card, inputs: { typed: 'IPAD-0042\nIPAD-07' } });
      expect(textOf(card)).toContain(say('reading.verdict', { count: 2 }));
    }),
  );

  test(
    'belongs to who pasted it: somebody else in the channel is told so, and the form stays as it is',
    inBoth(async (story) => {
      const { ana, jon, words, desk } = story;
      const { say } = words;
      const card = await pastes(ana, story.pasted);
      const before = textOf(card);
      await jon.presses(say('reading.continue', { count: 37 }), { message: card, inputs: settledWith(card, words) });
      expect(textOf(jon.newest())).toContain(say('form.others'));
      expect(textOf(jon.newest())).not.toContain(say('form.closed'));
      expect(textOf(card)).toBe(before);
      expect(desk.posts()).toEqual([]);
    }),
  );

  test(
    'pasted by Jon while Ana’s run is under way: he is shown hers, hears of its end, and no device is asked twice',
    inBoth(async (story) => {
      const { ana, words, desk } = story;
      const { say } = words;
      const card = await runs(story);
      // Until it is seen, nobody else may start there.
      await ana.seesOn(card, new RegExp(say('board.count.accepted', { count: 38 })));
      const jon = desk.person('Jon Vik');
      jon.speaks(story.locale, 'Europe/Berlin');
      const his = await pastes(jon, story.pasted);
      await jon.presses(say('reading.continue', { count: 37 }), { inputs: settledWith(his, words) });
      await jon.presses(say('guard.all', { count: 2 }));
      const board = jon.newest();
      expect(textOf(board)).toContain(say('run.as', { name: 'Ana Ruiz', phase: 'now' }));
      await ana.seesOn(card, /Jon Vik/);
      await goesOnUntil(desk, board, { reads: isStatus(words, 'status.partly'), stepMs: minutes(10) });
      expect(desk.posts()).toHaveLength(38);
      expect(new Set(desk.posts().map(({ person }) => person))).toEqual(new Set(['Ana Ruiz']));
    }),
  );

  test(
    'comes to an end: failed ones by code with meaning, silent ones, and a repeat for those that it may cure',
    inBoth(async (story) => {
      const { desk, ana, words } = story;
      const { say } = words;
      const card = await runs(story);
      await ana.seesOn(card, isStatus(words, 'status.accepted'));
      expect(textOf(card)).toContain(say('board.removing', { names: words.list(['Wi-Fi Corp', 'Root CA']) }));
      const done = new RegExp(say('board.count.done', { count: 32 }));
      await goesOnUntil(desk, card, { reads: done, stepMs: seconds(12) });
      await goesOnUntil(desk, card, { reads: isStatus(words, 'status.partly'), stepMs: minutes(10) });
      expect(textOf(card)).toContain(say('board.partly', { what: 'many', done: 32, total: 38 }));
      for (const code of ['0x87D11388', '0x87D1138A', '0x87D1138B']) expect(textOf(card)).toContain(code);
      expect(textOf(card)).toContain(say('code.device-locked'));
      expect(textOf(card)).toContain(say('explain.next.yes', { acts: 'person' }));
      expect(textOf(card)).toContain(say('board.silent-on', { count: 3 }));
      expect(textOf(card)).toContain(words.list(['IPAD-1013', 'IPAD-1026', 'IPAD-19']));
      expect(ana.messages()).toHaveLength(1);

      await ana.presses(say('button.again-failed', { count: 2 }), { message: card });
      const again = ana.newest();
      await ana.presses(say('guard.all', { count: 2 }), { message: again });
      expect(textOf(again)).toContain(say('plan.ready', { count: 2 }));
      expect(textOf(again)).toContain(say('plan.left-out.not-curable', { names: 'IPAD-1004', count: 1 }));
      expect(desk.posts()).toHaveLength(38);
      await ana.presses(say('plan.run'), { message: again });
      await goesOnUntil(desk, again, { reads: isStatus(words, 'status.partly'), stepMs: seconds(20) });
      expect(textOf(again)).toContain(say('board.partly', { what: 'many', done: 1, total: 2 }));
      expect(desk.posts()).toHaveLength(40);
    }),
  );

  test(
    'the silent ones are watched from its board, and told of next morning',
    inBoth(async (story) => {
      const { desk, ana, words } = story;
      const { say } = words;
      const card = await runsToItsEnd(story);
      await ana.presses(say('button.watch-silent', { count: 3 }), { message: card });
      await desk.clock.goesOn(days(1));
      const told = await ana.sees(new RegExp(say('news.devices', { came: 0, count: 3 })));
      const silent = words.list(['IPAD-1013', 'IPAD-1026', 'IPAD-19']);
      expect(textOf(told)).toContain(say('news.devices.silent', { names: silent }));
    }),
  );

  test(
    'is told device by device, what went wrong first, and a silent one with its last check-in',
    inBoth(async (story) => {
      const { desk, ana, words } = story;
      const { say } = words;
      const card = await runsToItsEnd(story);
      await ana.presses(say('button.details'), { message: card });
      const details = ana.newest();
      expect(textOf(details)).toContain(say('details.page', { page: 1, pages: 4, devices: 38 }));
      const lines = textOf(details).split('\n');
      const places = ['IPAD-1004', 'IPAD-1016', 'IPAD-1025', 'IPAD-19', 'IPAD-1001'].map((name) => lines.indexOf(name));
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      const since = new Date(desk.clock.now().getTime() - days(41));
      expect(lines).toContain(say('details.silent', { ago: words.ago(since, desk.clock.now()) }));
      expect(textOf(details)).not.toContain(say('details.silent.never'));
      await ana.presses(say('button.next-page'), { message: details });
      expect(textOf(details)).toContain(say('details.page', { page: 2, pages: 4, devices: 38 }));
      await ana.presses(say('button.previous-page'), { message: details });
      expect(textOf(details)).toContain(say('details.page', { page: 1, pages: 4, devices: 38 }));
      expect(ana.messages()).toHaveLength(2);
    }),
  );
});

describe('38 devices while Graph throttles and the bot restarts', () => {
  let folder: string;
  let story: Story | null = null;
  beforeEach(async () => {
    folder = await readyFolder();
    story = await openStory('en', folder);
  });
  afterEach(async () => {
    await story?.desk.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('the board says until when and how many are left; then it resumes, and no device is called twice', async () => {
    if (!story) throw new Error('beforeEach opens it');
    const { desk, ana, words } = story;
    const { say } = words;
    const card = await plans(story);
    // Shorter than a process has to stop: some are told to go on while their process ends.
    desk.graph.throttle(6);
    await ana.presses(say('plan.run'), { message: card });
    const waits = say('board.pause', { time: '~', left: 33, minutes: 0 }).split('~');
    await until(
      () => waits.every((part) => textOf(card).includes(part)),
      () => `Nobody was told to wait:\n${textOf(card)}`,
    );
    expect(textOf(card)).toMatch(/\d\d:\d\d:\d\d \(\d\d:\d\d:\d\d UTC\)/);
    const before = desk.graph;
    const taken = () => [before, desk.graph].flatMap((graph) => graph.visits().filter(isTaken));
    expect(before.visits().filter(isTaken)).toHaveLength(5);

    await desk.restart();
    await ana.seesOn(card, new RegExp(say('trail.resumed')));
    // Starts that were cut off are looked for, and made when they have not shown themselves for two minutes.
    await desk.clock.goesOn(minutes(2));
    const done = new RegExp(say('board.count.done', { count: 32 }));
    await goesOnUntil(desk, card, { reads: done, stepMs: seconds(15) });
    const devices = taken().map(({ path }) => idOf(path));
    expect(devices).toHaveLength(38);
    expect(new Set(devices).size).toBe(38);
    expect(new Set(taken().map(({ person }) => person))).toEqual(new Set(['Ana Ruiz']));
    expect(ana.messages()).toHaveLength(1);
  });
});
