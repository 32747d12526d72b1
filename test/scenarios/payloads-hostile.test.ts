import { inventedPayloads } from '../../bot/practice/graph-payload-samples.ts';
import { openLexicon, type Words } from '../../cards/words/index.ts';
import { type Person, until } from '../helpers/chat.ts';
import type { Message } from '../helpers/connector.ts';
import { type Desk, openDesk } from '../helpers/desk.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';
import { readable } from '../helpers/readers.ts';
import { dataOf, deviceOf, offers, plans, sends } from './payload-forms.ts';

/** Somebody at a desk of their own, in one of the languages. */
type Reader = {
  desk: Desk;
  ana: Person;
  jon: Person;
  words: Words;
  verb: string;
  remove: string;
  restore: string;
  on: string;
};

let readers: Reader[] = [];
beforeAll(async () => {
  readers = await Promise.all([
    readerOf('en', { verb: 'sync payloads', remove: 'remove', restore: 'restore', on: 'on' }),
    readerOf('ru', { verb: 'полезные данные', remove: 'удалить', restore: 'вернуть', on: 'на' }),
  ]);
});
beforeEach(() => everyReader(({ desk }) => desk.startsOver()));
besideAnotherTenant(() => readers.map(({ desk }) => desk));
afterAll(() => everyReader(({ desk }) => desk.close()));

async function readerOf(
  language: 'en' | 'ru',
  said: Pick<Reader, 'verb' | 'remove' | 'restore' | 'on'>,
): Promise<Reader> {
  const desk = await openDesk();
  const { ana, jon } = desk;
  for (const person of [ana, jon]) person.speaks(language === 'ru' ? 'ru-RU' : 'en-US', 'Europe/Berlin');
  return { desk, ana, jon, words: openLexicon()(language, 'Europe/Berlin'), ...said };
}

const everyReader = (story: (reader: Reader) => Promise<unknown>) => Promise.all(readers.map(story));

const apple = inventedPayloads.filter(({ platform }) => platform === 'apple');
const payload = (name: string) => {
  const found = apple.find((one) => one.name === name);
  if (!found) throw new Error(`no payload ${name}`);
  return found;
};
const keyFor = ({ kind, id }: { kind: string; id: string }) => `${kind}/${id}`;
const homeScreen = payload('Home screen');
const webClips = payload('Web clips');
const day = 24 * 60 * 60_000;
const idOf = (desk: Desk, name: string) => deviceOf(desk, name).id;

/** The form in which payloads of one iPad are ticked. */
async function opensForm({ ana, verb, on }: Reader, device = 'IPAD-07'): Promise<Message> {
  await ana.says(`${verb} ${on} ${device}`);
  return ana.newest();
}

const previews = ({ ana, verb, remove, on }: Reader, { item = 'Home screen', device = 'IPAD-07', who = ana } = {}) =>
  plans(who, `${verb} ${remove} "${item}" ${on} ${device}`);

const ticks = (ana: Person, items: readonly { kind: string; id: string }[], go = 'continue') =>
  sends(ana, 'choose-payloads', { items: items.map(keyFor).join(','), go });

/** What each of the three pages of the form offers. */
const valuesOn = ({ card }: Message): string[] =>
  [...JSON.stringify(card.body).matchAll(/"value":"((?:application|device\w+)\/[\da-f-]{36})"/g)].flatMap(
    ([, one]) => one ?? [],
  );

async function ticksThrough({ ana }: Reader, counts: readonly number[]): Promise<void> {
  for (const [page, count] of counts.entries()) {
    const isLast = page === counts.length - 1;
    const items = valuesOn(ana.newest()).slice(0, count).join(',');
    await sends(ana, 'choose-payloads', { items, go: isLast ? 'continue' : 'next' });
  }
}

type Story = (reader: Reader) => Promise<unknown>;

/** After each of these the newest card says clearly what is the matter, and nothing was sent. */
const nothingSent: Record<string, Story> = {
  '31 items': async (reader) => {
    await opensForm(reader);
    await ticksThrough(reader, [15, 15, 1]);
  },
  'two more where 29 are off already': async (reader) => {
    reader.desk.graph.changesElsewhere(
      idOf(reader.desk, 'IPAD-07'),
      apple.filter(({ name }) => name !== 'Home screen' && name !== 'Web clips').slice(0, 29),
    );
    await opensForm(reader);
    await sends(reader.ana, 'choose-payloads', { items: '', search: 'w', go: 'show' });
    await sends(reader.ana, 'choose-payloads', { go: 'show' });
    await ticks(reader.ana, [homeScreen, webClips]);
  },
  'an item of a wrong kind': async (reader) => {
    await opensForm(reader);
    await ticks(reader.ana, [{ ...homeScreen, kind: 'application' }]);
  },
  'an item that was never offered': async (reader) => {
    await opensForm(reader);
    await ticks(reader.ana, [{ kind: 'application', id: '00000000-0000-4000-8000-000000000000' }]);
  },
  'an item of another page': async (reader) => {
    const form = await opensForm(reader);
    const elsewhere = apple.filter((one) => !valuesOn(form).includes(keyFor(one)));
    await ticks(reader.ana, elsewhere.slice(0, 1));
  },
  'an item that is no longer off the device when it is to be restored': async (reader) => {
    const { ana, desk, verb, restore, on } = reader;
    desk.graph.changesElsewhere(idOf(desk, 'IPAD-07'), [homeScreen, webClips]);
    await ana.says(`${verb} ${restore} ${on} IPAD-07`);
    desk.graph.changesElsewhere(idOf(desk, 'IPAD-07'), [webClips]);
    await ticks(ana, [homeScreen]);
  },
  'a device that was deleted after the form was shown': async (reader) => {
    await opensForm(reader);
    reader.desk.graph.deletes(idOf(reader.desk, 'IPAD-07'));
    await ticks(reader.ana, [homeScreen]);
  },
  'a device that was deleted after the choice was shown': async ({ ana, desk, verb, on }) => {
    await ana.says(`${verb} ${on} FRONT-DESK`);
    const id = idOf(desk, 'FRONT-DESK');
    desk.graph.deletes(id);
    await sends(ana, 'choose-devices', { devices: id });
  },
  'a device that is not among those to choose from': async ({ ana, desk, verb, on }) => {
    await ana.says(`${verb} ${on} FRONT-DESK`);
    await sends(ana, 'choose-devices', { devices: idOf(desk, 'LT-0142') });
  },
  'a device that nobody may see': async ({ ana, verb }) => {
    await ana.says(verb);
    await sends(ana, 'pick-devices', { own: '00000000-0000-4000-8000-00000000dead' });
  },
  'the choice of devices without inputs': async ({ ana, verb, on }) => {
    await ana.says(`${verb} ${on} FRONT-DESK`);
    await sends(ana, 'choose-devices');
  },
  'the picker without inputs': async ({ ana, verb }) => {
    await ana.says(verb);
    await sends(ana, 'pick-devices');
  },
  'the payloads without inputs': async (reader) => {
    await opensForm(reader);
    await sends(reader.ana, 'choose-payloads');
  },
  'a list without inputs': async ({ ana, verb, on }) => {
    await ana.says(`${verb} ${on}\nFRONT-DESK\nLT-0142\nNOBODY-1`);
    await sends(ana, 'settle-list');
  },
  'a choice in a list that is not among those to choose from': async ({ ana, desk, verb, on }) => {
    await ana.says(`${verb} ${on}\nFRONT-DESK\nNOBODY-1`);
    await sends(ana, 'settle-list', { choice_0: idOf(desk, 'IPAD-ANA'), ticked: idOf(desk, 'IPAD-JON') });
  },
  'a form older than a day': async (reader) => {
    await opensForm(reader);
    await reader.desk.clock.goesOn(day + 1_000);
    await ticks(reader.ana, [homeScreen]);
  },
  'a preview older than a day': async (reader) => {
    await previews(reader);
    await reader.desk.clock.goesOn(day + 1_000);
    await sends(reader.ana, 'run-plan');
  },
  'a form that was cancelled': async (reader) => {
    const form = await opensForm(reader);
    const { data } = dataOf(reader.ana, 'choose-payloads', form);
    await sends(reader.ana, 'drop-draft');
    await reader.ana.submits({ ...data, items: keyFor(homeScreen) }, { how: 'execute', replyToId: form.id });
  },
  'a preview that was cancelled': async (reader) => {
    const { data, message } = dataOf(reader.ana, 'run-plan', await previews(reader));
    await sends(reader.ana, 'drop-draft');
    await reader.ana.submits(data, { how: 'execute', replyToId: message.id });
  },
  'a preview from which something else was chosen since': async (reader) => {
    const { data, message } = dataOf(reader.ana, 'run-plan', await previews(reader));
    await sends(reader.ana, 'change-plan');
    await reader.ana.submits(data, { how: 'execute', replyToId: message.id });
  },
  'a draft of no form at all': async (reader) => {
    const { data } = dataOf(reader.ana, 'run-plan', await previews(reader));
    await reader.ana.submits({ ...data, draft: '../../etc/passwd' }, { how: 'execute' });
  },
  'more characters than a form can hold': async (reader) => {
    await opensForm(reader);
    await sends(reader.ana, 'choose-payloads', { items: 'x'.repeat(8_001) });
  },
};

describe('a form that is not as it should be gets a clear answer, and nothing is sent', () => {
  test.each(Object.entries(nothingSent))('%s', async (name, story) => {
    await everyReader(async (reader) => {
      const { ana, desk, words } = reader;
      const before = ana.messages().map((one) => one.card.fallbackText);
      await story(reader);
      const { fallbackText } = ana.newest().card;
      expect(desk.posts()).toEqual([]);
      expect(fallbackText).not.toContain(words.say('trouble.said'));
      expect(ana.newest().shown.length + ana.messages().length).toBeGreaterThan(before.length + 1);
      expect(`\n${readable(fallbackText)}\n`).toMatchSnapshot(`${words.language}, ${name}`);
      await desk.clock.goesOn(60_000);
      expect(desk.posts()).toEqual([]);
    });
  });
});

describe('a form of somebody else', () => {
  test.each(['choose-payloads', 'run-plan', 'drop-draft', 'use-successor'])(
    'in a channel, “%s”: whoever presses is told, and the form stays what it was',
    async (press) => {
      await everyReader(async (reader) => {
        const where = { conversationId: '19:ops@thread.tacv2;messageid=1', kind: 'channel' } as const;
        const [ana, jon] = ['Ana Ruiz', 'Jon Vik'].map((name) => reader.desk.person(name, where)) as [Person, Person];
        for (const person of [ana, jon]) person.speaks(reader.words.language === 'ru' ? 'ru-RU' : 'en-US');
        const own = { ...reader, ana };
        const form = press === 'choose-payloads' ? await opensForm(own) : await previews(own);
        const before = form.card.fallbackText;
        const { draft } = dataOf(ana, 'drop-draft', form).data;
        const data = offers(form, press) ? dataOf(ana, press, form).data : { v: 1, press, draft };
        await jon.submits({ ...data, items: keyFor(homeScreen) }, { how: 'execute', replyToId: form.id });
        expect(form.card.fallbackText).toBe(before);
        expect(jon.newest()).not.toBe(form);
        expect(`\n${readable(jon.newest().card.fallbackText)}\n`).toMatchSnapshot(`${reader.words.language}, ${press}`);
        expect(reader.desk.posts()).toEqual([]);
        if (press === 'choose-payloads') return;
        await sends(ana, 'run-plan');
        await starts(reader);
        expect(reader.desk.posts()).toMatchObject([
          { person: 'Ana Ruiz', path: expect.stringMatching(/\/syncPayloads$/) as string },
        ]);
      });
    },
  );
});

const starts = ({ desk }: Reader, before = 0) =>
  until(
    () => desk.posts().length > before,
    () => 'Nothing was posted',
  );

const refusedBoard = ({ words }: Reader) => new RegExp(`^${words.say('status.refused')}$`, 'm');

describe('between the preview and Run', () => {
  test('somebody changed the device in the admin center: nothing is sent, and the card asks to look again', async () => {
    await everyReader(async (reader) => {
      const { ana, desk } = reader;
      await previews(reader);
      desk.graph.changesElsewhere(idOf(desk, 'IPAD-07'), [webClips]);
      await sends(ana, 'run-plan');
      const board = await ana.sees(refusedBoard(reader));
      expect(desk.posts()).toEqual([]);
      expect(`\n${readable(board.card.fallbackText)}\n`).toMatchSnapshot(`${reader.words.language}, changed elsewhere`);
      await sends(ana, 'again');
      expect(`\n${readable(ana.newest().card.fallbackText)}\n`).toMatchSnapshot(
        `${reader.words.language}, looked again`,
      );
      await sends(ana, 'run-plan');
      await starts(reader);
      expect(new Set(desk.graph.removedOn(idOf(desk, 'IPAD-07')).map(({ id }) => id))).toEqual(
        new Set([homeScreen.id, webClips.id]),
      );
    });
  });

  test('the device was deleted: nothing is sent', async () => {
    await everyReader(async (reader) => {
      await previews(reader);
      reader.desk.graph.deletes(idOf(reader.desk, 'IPAD-07'));
      await sends(reader.ana, 'run-plan');
      const board = await reader.ana.sees(refusedBoard(reader));
      expect(reader.desk.posts()).toEqual([]);
      expect(`\n${readable(board.card.fallbackText)}\n`).toMatchSnapshot(`${reader.words.language}, deleted`);
    });
  });

  test('nothing: Run pressed five times at once is one run and one POST', async () => {
    await everyReader(async (reader) => {
      const { ana, desk } = reader;
      const { data, message } = dataOf(ana, 'run-plan', await previews(reader));
      const press = () => ana.submits(data, { how: 'execute', replyToId: message.id });
      const answers = await Promise.all([press(), press(), press(), press(), press()]);
      for (const { status } of answers) expect(status).toBe(200);
      await starts(reader);
      await press();
      await desk.clock.goesOn(12_000);
      await ana.sees(new RegExp(`^${reader.words.say('status.done')}$`, 'm'));
      await press();
      expect(desk.posts()).toHaveLength(1);
      expect(ana.newest().card.fallbackText).toContain(reader.words.say('status.done'));
    });
  });

  test('two people run different things on one device at the same moment: one is sent, the other one is told', async () => {
    await everyReader(async (reader) => {
      const { ana, jon, desk, words } = reader;
      const anas = dataOf(ana, 'run-plan', await previews(reader));
      const jons = dataOf(jon, 'run-plan', await previews(reader, { who: jon, item: 'Web clips' }));
      await Promise.all([
        ana.submits(anas.data, { how: 'execute', replyToId: anas.message.id }),
        jon.submits(jons.data, { how: 'execute', replyToId: jons.message.id }),
      ]);
      await until(
        () => [ana, jon].some((one) => refusedBoard(reader).test(one.newest().card.fallbackText)),
        () => `Nobody was told:\n${ana.newest().card.fallbackText}\n${jon.newest().card.fallbackText}`,
      );
      const isAnas = refusedBoard(reader).test(jon.newest().card.fallbackText);
      await starts(reader);
      await desk.clock.goesOn(30_000);
      expect(desk.posts()).toMatchObject([{ person: isAnas ? 'Ana Ruiz' : 'Jon Vik' }]);
      const { id, kind } = isAnas ? homeScreen : webClips;
      expect(desk.graph.removedOn(idOf(desk, 'IPAD-07'))).toEqual([{ id, kind }]);
      const told = (isAnas ? jon : ana).newest().card.fallbackText;
      expect(told).toContain(words.say('changed.nothing'));
    });
  });
});

describe('names that want to be more than names', () => {
  /** What a client would draw as something else than the letters it is made of. */
  const live = /(?<!\\)\]\((?!\\)|<at>|<script|\{\{|(?<!\u2060):\/\/|\bwww\.|(?<!\\)\*\*/i;
  const drawnIn = (part: unknown): string[] => {
    if (typeof part === 'string') return live.test(part) ? [part] : [];
    return typeof part === 'object' && part !== null ? Object.values(part).flatMap(drawnIn) : [];
  };

  test.each([
    '[x](http://evil.example)',
    '**Lobby** _iPad_ `1`',
    '<at>Ana Ruiz</at>',
    '{{DATE(2026-01-01T00:00:00Z,SHORT)}}',
    "O'Neill's iPad",
  ])('of a device, %j: shown as they are from the form to the board', async (name) => {
    await everyReader(async (reader) => {
      const { ana, desk, words } = reader;
      for (const item of apple.filter((one) => live.test(one.name))) {
        await opensForm(reader, deviceOf(desk, name).serial);
        await sends(ana, 'choose-payloads', { search: item.name.slice(-5), go: 'show' });
        expect(drawnIn(ana.newest().card.body)).toEqual([]);
        await ticks(ana, [item]);
        expect(drawnIn(ana.newest().card.body)).toEqual([]);
        const before = desk.posts().length;
        await sends(ana, 'run-plan');
        await starts(reader, before);
        await ana.sees(new RegExp(`^${words.say('status.accepted')}$`, 'm'));
        await desk.clock.goesOn(12_000);
        await ana.sees(new RegExp(`^${words.say('status.done')}$`, 'm'));
        expect(drawnIn(ana.newest().card.body)).toEqual([]);
      }
    });
  });
});
