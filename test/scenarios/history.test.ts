/** Who ran what, when, on what, and what became of it: on cards, as a file, and never across tenants. */
import Papa from 'papaparse';
import { openLexicon } from '../../cards/words/index.ts';
import { type Person, until } from '../helpers/chat.ts';
import type { Connector } from '../helpers/connector.ts';
import { accepts, declines, offerTo } from '../helpers/file-offers.ts';
import { localeOf, storyLanguages } from '../helpers/languages.ts';
import { openReaders, type Reader, type Readers } from '../helpers/readers.ts';
import { deskForEach } from './desk-for-each.ts';

jest.setTimeout(120_000);

const minute = 60_000;
const day = 24 * 60 * minute;
const lexicon = openLexicon();
const textOf = (person: Person) => person.newest().card.fallbackText;

/** What was put into somebody's OneDrive, row by row. */
function rowsPut(connector: Connector): string[][] {
  const put = connector.files.visits.findLast(({ method }) => method === 'PUT');
  return Papa.parse<string[]>(put?.body.replace('\ufeff', '') ?? '', { skipEmptyLines: true }).data;
}

async function takesFile(person: Person, connector: Connector): Promise<string[][]> {
  const { message, offer } = offerTo(person);
  const uploadInfo = connector.files.placeFor(offer.name);
  await accepts(person, { replyToId: message.id, context: offer.acceptContext, uploadInfo });
  return rowsPut(connector);
}

const said = {
  en: {
    history: 'history',
    mine: 'history mine',
    days: 'history 30 days',
    device: 'history ipad-0042',
    none: 'history IPAD',
    autopilot: 'history autopilot',
    ofAction: 'history mine autopilot 30 days',
    named: 'history "Autopilot"',
    exportsAction: 'export history payloads',
    exports: 'export history last 30 days',
    sync: 'sync autopilot',
    remove: 'sync payloads remove "Mail profile" on IPAD-0042, IPAD-ANA',
    again: 'again failed',
    note: 'note',
    cancel: 'cancel',
  },
  ru: {
    history: 'история',
    mine: 'история мои',
    days: 'история 30 дней',
    device: 'история ipad-0042',
    none: 'история IPAD',
    autopilot: 'история автопилот',
    ofAction: 'история мои автопилот 30 дней',
    named: 'история «Autopilot»',
    exportsAction: 'экспорт истории полезные данные',
    exports: 'экспорт истории за последние 30 дней',
    sync: 'синхронизировать автопилот',
    remove: 'полезные данные удалить "Mail profile" на IPAD-0042, IPAD-ANA',
    again: 'ещё раз неудачные',
    note: 'заметка',
    cancel: 'отменить',
  },
};

describe.each(storyLanguages)('history (%s)', (language) => {
  const desk = deskForEach();
  const { say } = lexicon(language, 'Europe/Berlin');
  const phrases = said[language];
  const somebody = (name: string, where?: Parameters<ReturnType<typeof desk>['person']>[1]) => {
    const person = desk().person(name, where);
    person.speaks(localeOf[language]);
    return person;
  };
  let ana: Person;
  let jon: Person;
  beforeEach(() => {
    ana = somebody('Ana Ruiz');
    jon = somebody('Jon Vik');
  });

  const isStatus = (...keys: Parameters<typeof say>[0][]) =>
    new RegExp(`^(${keys.map((key) => say(key)).join('|')})$`, 'm');

  async function syncs(person: Person): Promise<void> {
    await person.says(phrases.sync);
    await person.sees(isStatus('status.accepted', 'status.working'));
    const board = person.newest();
    await desk().clock.goesOn(minute);
    await person.seesOn(board, isStatus('status.done'));
  }

  /** A removal on two iPads, of which one fails. */
  async function removes(person: Person): Promise<void> {
    await person.says(phrases.remove);
    await person.presses(/^(Continue|Дальше)/);
    await person.presses(say('plan.run'));
    const board = person.newest();
    await person.seesOn(board, isStatus('status.accepted', 'status.waiting', 'status.working'));
    for (let looks = 0; looks < 30 && !isStatus('status.partly').test(board.card.fallbackText); looks += 1) {
      const before = board.card.fallbackText;
      await desk().clock.goesOn(12_000);
      await until(
        () => board.card.fallbackText !== before,
        () => `the board stands still:\n${before}`,
      );
    }
  }

  test('of a tenant in which nothing ran says so, and that a narrower question finds nothing', async () => {
    await ana.says(phrases.history);
    expect(textOf(ana)).toContain(say('runs.none'));
    await ana.says(phrases.none);
    expect(textOf(ana)).toContain(say('history.none'));
    expect(textOf(ana)).toContain(say('history.none.called'));
    await ana.presses(say('button.all-runs'));
    expect(textOf(ana)).toContain(say('runs.none'));
  });

  test('names who asked and who joined; what somebody joined is theirs too, what they only looked at is not', async () => {
    const mia = somebody('Mia Chen');
    await ana.says(phrases.sync);
    await ana.sees(isStatus('status.accepted', 'status.working'));
    await jon.says(phrases.sync);
    await mia.says(language === 'ru' ? 'запуск 1' : 'run 1');
    await desk().clock.goesOn(minute);
    await jon.sees(isStatus('status.done'));
    await ana.says(phrases.history);
    const shown = textOf(ana);
    expect(shown).toContain(`${say('runs.row', { number: 1 })} · ${say('action.autopilot-sync')}`);
    expect(shown).toContain(`${say('status.done')} · Ana Ruiz`);
    expect(shown).toContain(say('history.also', { names: 'Jon Vik' }));
    expect(shown).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    await jon.says(phrases.mine);
    expect(textOf(jon)).toContain(say('history.by', { name: 'Jon Vik' }));
    expect(textOf(jon)).toContain('Ana Ruiz');
    await mia.says(phrases.mine);
    expect(textOf(mia)).toContain(say('history.none'));
    await jon.says(phrases.note);
    expect(textOf(jon)).toContain('Ana Ruiz');
  });

  test('02:40: what Jon repeats of Ana’s job runs in his name; both stand in history, on the device too, and the note is of his', async () => {
    await removes(ana);
    await jon.says(language === 'ru' ? 'запуск 1' : 'run 1');
    await jon.presses(new RegExp(say('button.again-failed', { count: 1 })));
    await jon.presses(say('plan.run'));
    await jon.sees(isStatus('status.accepted', 'status.waiting', 'status.working'));
    await jon.says(phrases.history);
    expect(textOf(jon)).toContain(`${say('status.partly')} · Ana Ruiz`);
    expect(textOf(jon)).toMatch(new RegExp(`${say('runs.row', { number: 2 })} · [^\\n]+\\n[^\\n]+ · Jon Vik`));
    await jon.says(phrases.note);
    expect(textOf(jon)).toContain('Jon Vik');
    expect(textOf(jon)).toMatch(/\d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC/);
    await jon.says(phrases.device);
    expect(textOf(jon)).toContain(say('history.on', { names: 'IPAD-0042' }));
    expect(textOf(jon).match(/^(Run|Запуск)\s\d+ ·/gm)).toHaveLength(2);
    expect(textOf(jon)).toContain(say('history.called', { name: 'ipad-0042' }));
    await jon.says(phrases.none);
    expect(textOf(jon)).toContain(say('history.none'));
  });

  test('of one action leaves out the others, on cards and in a file; what is quoted is a name', async () => {
    await removes(ana);
    await syncs(ana);
    const rows = () => [...textOf(ana).matchAll(/^(?:Run|Запуск)\s(\d+) ·/gm)].map(([, one]) => Number(one));
    for (const text of [phrases.autopilot, phrases.ofAction]) {
      await ana.says(text);
      expect(rows()).toEqual([2]);
      expect(textOf(ana)).toMatch(new RegExp(`^([^\\n]+ · )?${say('action.autopilot-sync')}`, 'm'));
    }
    await ana.presses(say('button.csv'));
    expect(await takesFile(ana, desk().connector)).toHaveLength(2);
    await ana.says(phrases.exportsAction);
    const [, row = [], ...more] = await takesFile(ana, desk().connector);
    expect(more).toEqual([]);
    expect(row).toContain(say('action.sync-payloads'));
    await ana.says(phrases.named);
    expect(rows()).toEqual([]);
    expect(textOf(ana)).toContain(say('history.called', { name: 'Autopilot' }));
  });

  test('still reads the buttons of a card that knew of no actions', async () => {
    await syncs(ana);
    await ana.submits({ v: 1, press: 'history', mine: true, days: 30, on: null, before: null });
    expect(textOf(ana)).toContain(say('history.by', { name: 'Ana Ruiz' }));
    expect(textOf(ana)).toContain(say('action.autopilot-sync'));
  });

  test('comes in pages of ten, the newest first, forwards and back on one card; days leave out what is older', async () => {
    await syncs(ana);
    await desk().clock.goesOn(40 * day);
    await syncs(ana);
    for (let number = 3; number <= 12; number += 1) {
      await ana.says(phrases.sync);
      await ana.presses(new RegExp(`^${say('button.book', { time: '.+' })}$`));
      await ana.says(`${phrases.cancel} ${number}`);
      // A chat takes only so many messages in half a minute.
      await desk().clock.goesOn(minute / 2);
    }
    await ana.says(phrases.history);
    const card = ana.newest();
    const numbers = () =>
      [...card.card.fallbackText.matchAll(/^(?:Run|Запуск)\s(\d+) ·/gm)].map(([, one]) => Number(one));
    expect(numbers()).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
    await ana.presses(say('button.older'), { message: card });
    expect(numbers()).toEqual([2, 1]);
    expect(card.card.fallbackText).toContain(say('history.oldest'));
    await ana.presses(say('button.newest'), { message: card });
    expect(numbers()).toHaveLength(10);
    expect(ana.newest()).toBe(card);
    await ana.says(phrases.days);
    await ana.presses(say('button.older'));
    expect(textOf(ana)).toContain(say('history.days', { days: 30 }));
    expect(textOf(ana)).toMatch(/^(Run|Запуск)\s2 ·/m);
    expect(textOf(ana)).not.toMatch(/^(Run|Запуск)\s1 ·/m);
    await ana.says(phrases.ofAction);
    await ana.presses(say('button.older'));
    expect(textOf(ana)).toContain(`${say('action.autopilot-sync')} · ${say('history.by', { name: 'Ana Ruiz' })}`);
    expect(textOf(ana)).toMatch(/^(Run|Запуск)\s2 ·/m);
  });

  test('goes into a file with asker, action, targets and outcome, and no cell of it calculates', async () => {
    const evil = somebody('=HYPERLINK("https://evil.example")');
    await syncs(evil);
    await ana.says(phrases.exports);
    const [header = [], row = [], ...more] = await takesFile(ana, desk().connector);
    expect(more).toEqual([]);
    const cell = (key: Parameters<typeof say>[0]) => row[header.indexOf(say(key))];
    expect(cell('csv.run')).toBe('1');
    expect(cell('csv.action')).toBe(say('action.autopilot-sync'));
    expect(cell('csv.verdict')).toBe(say('status.done'));
    expect(cell('csv.asker')).toBe('\'=HYPERLINK("https://evil.example")');
    expect(cell('csv.asker-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(cell('csv.asked-at')).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(cell('csv.ended-at')).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(cell('csv.request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(ana.newest().file?.name).toMatch(/^practice-history-\d{4}-\d\d-\d\d\.csv$/);
  });

  test('is offered as a file once, to one person, and not where others read', async () => {
    await syncs(ana);
    await ana.says(phrases.history);
    await ana.presses(say('button.csv'));
    const { message, offer } = offerTo(ana);
    await accepts(jon, { context: offer.acceptContext, uploadInfo: desk().connector.files.placeFor(offer.name) });
    expect(textOf(jon)).toContain(say('details.file.closed'));
    await declines(ana, { replyToId: message.id, context: offer.declineContext });
    expect(message.card.fallbackText).toContain(say('details.file.declined'));
    await ana.presses(say('button.history'), { message });
    expect(textOf(ana)).toContain(say('history.title'));
    expect(desk().connector.files.visits).toEqual([]);
    const inGroup = somebody('Olga Petrova', { conversationId: '19:history@thread.v2', kind: 'groupChat' });
    await inGroup.says(phrases.exports);
    expect(textOf(inGroup)).toContain(say('details.file.only-personal'));
  });

  test('answers a press that no card has', async () => {
    for (const data of [
      { v: 1, press: 'history' },
      { v: 1, press: 'history', mine: 'yes', days: null, on: null, before: null },
      { v: 1, press: 'history', mine: false, action: 'wipe', days: null, on: null, before: null },
      { v: 1, press: 'history', mine: false, days: -1, on: null, before: null },
      { v: 1, press: 'export-history', mine: false, days: null, on: 'x'.repeat(300) },
      { v: 1, press: 'note', run: 0 },
    ]) {
      await ana.submits(data);
      expect(textOf(ana)).toContain(say('closed.rubbish'));
    }
  });
});

describe('two tenants with the same people, the same wishes and the same run numbers', () => {
  let readers: Readers;
  beforeAll(async () => {
    readers = await openReaders();
  });
  afterAll(() => readers.close());

  test('each see their own history, file and note, and nothing of the other', async () => {
    await readers.both(async ({ words }) => {
      const here = readers.reader(words.language);
      const there = readers.reader(words.language);
      for (const one of [here, there]) await syncsSignedIn(one);
      const phrases = said[words.language];
      for (const [own, other] of [
        [here, there],
        [there, here],
      ] as const) {
        const { mia } = own;
        for (const text of [phrases.history, phrases.mine, phrases.note, `${phrases.note} 1`]) {
          await mia.says(text);
          expect(textOf(mia)).toContain(mia.name);
          expect(textOf(mia)).not.toContain(other.mia.name);
        }
        await mia.says(`${phrases.note} 2`);
        expect(textOf(mia)).toContain(words.say('run.not-found', { number: 2 }));
      }
    });
  });

  test('where nothing fits, no empty file is offered', async () => {
    const { mia, words } = readers.reader('en');
    await mia.says('export history NO-SUCH-DEVICE-1');
    expect(textOf(mia)).toContain(words.say('history.none'));
    expect(mia.messages().filter(({ offer }) => offer)).toEqual([]);
  });

  test('a file that was offered in one is not made in the other', async () => {
    const [here, there] = [readers.reader('en'), readers.reader('en')];
    for (const one of [here, there]) await syncsSignedIn(one);
    await here.mia.says('export history');
    const { offer } = offerTo(here.mia);
    const uploadInfo = readers.desk.connector.files.placeFor(offer.name);
    await accepts(there.mia, { context: offer.acceptContext, uploadInfo });
    expect(textOf(there.mia)).toContain(here.words.say('details.file.closed'));
    const rows = await takesFile(here.mia, readers.desk.connector);
    expect(rows).toHaveLength(2);
    expect(rows[1]?.join()).toContain(here.mia.name);
    expect(rows[1]?.join()).not.toContain(there.mia.name);
  });

  /** To the end of the run: what it is started for is there at once. */
  async function syncsSignedIn({ mia, words, says }: Reader): Promise<void> {
    readers.desk.graph.tenant.reset();
    await mia.says(says.sync);
    await mia.signsIn('silently');
    const begun = ['accepted', 'working', 'joined', 'done'].map((one) => words.say(`status.${one}` as 'status.done'));
    await mia.sees(new RegExp(`^(${begun.join('|')})$`, 'm'));
  }
});
