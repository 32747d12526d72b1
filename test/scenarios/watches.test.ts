/** What people watch, over HTTP with the clock turned by hand: told once, in their language, and ended by whoever began it. */
import { rm } from 'node:fs/promises';
import { openLexicon } from '../../cards/words/index.ts';
import type { Person } from '../helpers/chat.ts';
import { until } from '../helpers/chat.ts';
import { openDesk } from '../helpers/desk.ts';
import { readyFolder } from '../helpers/ready.ts';
import { deskForEach } from './desk-for-each.ts';

jest.setTimeout(120_000);

const minutes = (count: number) => count * 60_000;
const hours = (count: number) => minutes(60 * count);
const lexicon = openLexicon();
const spoken = {
  en: {
    device: 'watch device IPAD-07',
    connector: 'watch exchange EX01 older than 30 h',
    autopilot: 'watch autopilot',
  },
  ru: {
    device: 'следить за устройством IPAD-07',
    connector: 'следить exchange EX01 старше 30 ч',
    autopilot: 'следить за автопилотом',
  },
} as const;
const desk = deskForEach();

/** What a person was shown, as text, that reads so. */
const shown = (person: Person, pattern: RegExp) =>
  person.messages().filter(({ card }) => pattern.test(card.fallbackText));

async function told(person: Person, pattern: RegExp): Promise<void> {
  await until(
    () => shown(person, pattern).length > 0,
    () =>
      `${person.name} never saw ${pattern}; they saw:\n${person
        .messages()
        .map(({ card }) => card.fallbackText)
        .join('\n--\n')}`,
  );
}

describe.each(['en', 'ru'] as const)('in %s', (language) => {
  const words = lexicon(language, 'Europe/Berlin');
  const says = spoken[language];
  const ana = () => {
    const { ana } = desk();
    ana.speaks(language === 'ru' ? 'ru-RU' : 'en-US', 'Europe/Berlin');
    return ana;
  };

  test('a device that checks in is told once', async () => {
    await ana().says(says.device);
    await ana().sees(new RegExp(words.say('watch.will.device.check-in')));
    await desk().clock.goesOn(hours(9));
    const news = new RegExp(words.say('news.device.checked-in.more'));
    await told(ana(), news);
    await desk().clock.goesOn(hours(9));
    await ana().says(words.language === 'ru' ? 'слежу' : 'watches');
    await ana().sees(new RegExp(words.say('watches.none').split('.')[0] ?? ''));
    expect(shown(ana(), news)).toHaveLength(1);
  });

  test('a connector is told when its last success has become too old', async () => {
    await ana().says(says.connector);
    await ana().sees(new RegExp(words.say('watch.will.connector.old', { age: words.say('age.hours', { count: 30 }) })));
    await desk().clock.goesOn(hours(5));
    await told(ana(), new RegExp(words.say('news.connector.old.more', { age: words.say('age.hours', { count: 30 }) })));
  });

  test('a sync that a colleague begins is told, and whose it was', async () => {
    await ana().says(says.autopilot);
    await desk().jon.says('sync autopilot');
    await desk().jon.sees(/Accepted|Working/);
    await desk().clock.goesOn(minutes(2));
    await told(ana(), /\(?Jon Vik\)?, (?:run|запуск) 1\./);
  });
});

describe('a watch', () => {
  beforeEach(() => desk().ana.speaks('en-US'));

  test('of a run is told when it is over, by a message of its own', async () => {
    const { ana, jon, clock } = desk();
    await jon.says('sync autopilot');
    await ana.says('watch run 1');
    await ana.sees(/Watch 1: Autopilot sync · run 1/);
    await jon.sees(/Accepted|Working/);
    await clock.goesOn(minutes(1));
    await told(ana, /Done[\s\S]*Asked for by Jon Vik[\s\S]*watch 1, which has ended with this/);
  });

  test('is ended and muted only by whoever began it', async () => {
    const { ana, jon, clock } = desk();
    await ana.says('watch autopilot');
    await jon.says('unwatch 1');
    await jon.sees(/somebody else’s/);
    await jon.submits({ v: 1, press: 'mute', watch: 1 });
    await jon.sees(/somebody else’s/);
    await ana.presses('Stop watching');
    await ana.sees(/I no longer watch Autopilot sync/);
    await ana.says('unwatch 1');
    await ana.sees(/has ended already/);
    await jon.says('unwatch 1');
    await jon.sees(/has ended already; it was somebody else’s/);
    await jon.says('sync autopilot');
    await jon.sees(/Accepted|Working/);
    await clock.goesOn(minutes(2));
    await jon.sees(/^Done$/m);
    expect(shown(ana, /has begun|has completed/)).toHaveLength(0);
  });

  test('of an age that is reached already says so, and again when its button is pressed twice', async () => {
    const { ana } = desk();
    await ana.says('watch exchange EX01 older than 24 h');
    await ana.sees(/It is that old already\. I write when that changes/);
    const press = {
      ...{
        v: 1,
        press: 'watch',
        what: 'connector',
        id: '6b2a0c55-0000-4000-8000-0000000000c1',
        olderThanMs: hours(12),
      },
      ...{ nonce: 'twice', issuedAt: desk().clock.now().toISOString() },
    };
    for (const _ of [1, 2]) await ana.submits(press);
    await until(
      () => shown(ana, /Watch 2: EX01[\s\S]*It is that old already/).length === 2,
      () => ana.newest().card.fallbackText,
    );
  });

  test('of a pasted list says what was taken of it and what was not, and is told once all have checked in', async () => {
    const { ana, clock } = desk();
    await ana.says('watch\nIPAD-07\nLT-0142\nipad-07\nIPAD-0Z\nFRONT-DESK');
    await ana.sees(
      /Watch 1: 2 devices\.\s+Watched, 2 in all: IPAD-07 and LT-0142\.\s+Repeated, and counted once: IPAD-07\./,
    );
    await ana.sees(/Not found, and not watched: IPAD-0Z/);
    await ana.sees(/Not watched, because several devices are called so: FRONT-DESK\. Name those by serial\./);
    await ana.sees(/when all of them have checked in/);
    await clock.goesOn(hours(9));
    await told(ana, /2 of 2 checked in[\s\S]*Checked in: IPAD-07 and LT-0142\./);
    await ana.says('watch NO-SUCH-1, NO-SUCH-2');
    await ana.sees(/Not found, and not watched: NO-SUCH-1[\s\S]*Nothing is watched\./);
    await ana.says(`watch ${Array.from({ length: 101 }, (_, index) => `X-${index}`).join(', ')}`);
    await ana.sees(/100 devices at most in one watch[\s\S]*Nothing is watched/);
    await ana.says('watches');
    await ana.sees(/You watch nothing/);
  });

  test('that cannot be meant is asked about, and nothing is watched', async () => {
    const { ana } = desk();
    for (const [said, answer] of [
      ['watch', /What shall I watch/],
      ['watch device FRONT-DESK', /Several are called “FRONT-DESK”/],
      ['watch device NO-SUCH-DEVICE-1', /I found no device called/],
      ['watch run 99', /There is no run 99/],
      ['watch run', /What shall I watch/],
      ['watch exchange EX01 older than 100 days', /I cannot watch an age like that/],
      ['unwatch 7', /There is no watch 7/],
    ] as const) {
      await ana.says(said);
      await ana.sees(answer);
    }
    await ana.says('watches');
    await ana.sees(/You watch nothing/);
  });

  test('that has no button in a long list is ended by what the list says', async () => {
    const { ana } = desk();
    ana.speaks('en-US', 'Europe/Berlin');
    for (const what of ['IPAD-07', 'IPAD-19', 'IPAD-JON', 'IPAD-ANA', 'autopilot']) await ana.says(`watch ${what}`);
    await ana.says('watches');
    await told(ana, /To stop one of the others, say for example “unwatch 1”/);
    await ana.says('unwatch 1');
    await ana.says('watches');
    const list = ana.newest().card.fallbackText;
    expect(list).not.toContain('IPAD-07');
    expect(list).not.toContain('To stop one of the others');
  });

  test('begun by a button is begun once, however often it is pressed', async () => {
    const { ana } = desk();
    await ana.says('autopilot');
    const clock = ana.newest();
    await ana.presses('Watch', { message: clock });
    await ana.presses('Watch', { message: clock });
    await ana.says('watches');
    const list = await ana.sees(/What you watch/);
    expect(list.card.fallbackText.match(/Autopilot sync/g)).toHaveLength(1);
  });

  test('that is said once more goes on longer, and is told once', async () => {
    const { ana, jon, clock } = desk();
    await ana.says('watch device IPAD-07');
    await ana.sees(/^Watch 1: IPAD-07\.$/m);
    await clock.goesOn(hours(2));
    await ana.says('watch device IPAD-07');
    await ana.sees(/^Watch 1: IPAD-07\.\s+You watched this already: that watch goes on/m);
    await jon.says('watch device IPAD-07');
    await jon.sees(/^Watch 2: IPAD-07\.$/m);
    await ana.says('watch device IPAD-07 failures only');
    await ana.sees(/^Watch 3: IPAD-07\.$/m);
    await ana.says('unwatch 3');
    await clock.goesOn(hours(9));
    const news = /It has been in touch with Intune/;
    await told(ana, news);
    await told(jon, news);
    expect(shown(ana, news)).toHaveLength(1);
    await ana.says('watch device IPAD-07');
    await ana.sees(/^Watch 4: IPAD-07\.$/m);
  });

  test('in quiet hours says nothing, and all of it in one message when they end', async () => {
    const { ana, jon, clock } = desk();
    const hour = Number(
      new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', hour: 'numeric', hourCycle: 'h23' }).format(
        clock.now(),
      ),
    );
    await ana.says(`settings quiet ${hour}:00-${(hour + 3) % 24}:00`);
    await ana.sees(/Saved/);
    await ana.says('watch autopilot');
    await jon.says('sync autopilot');
    await jon.sees(/Accepted|Working/);
    await ana.says('watch run 1');
    await clock.goesOn(minutes(1));
    await jon.sees(/^Done$/m);
    await clock.goesOn(minutes(2));
    expect(shown(ana, /has completed|which has ended with this/)).toHaveLength(0);
    await clock.goesOn(hours(4));
    await told(ana, /Meanwhile[\s\S]*things happened/);
    expect(shown(ana, /Meanwhile/)).toHaveLength(1);
  });
});

test('a watch goes on after the process of the bot was stopped, and what happened meanwhile is told once', async () => {
  const folder = await readyFolder();
  const desk = await openDesk({ dataDir: folder });
  await desk.ana.says('watch device IPAD-07');
  await desk.ana.sees(/I write here when it checks in/);
  await desk.restart();
  await desk.clock.goesOn(hours(9));
  await told(desk.ana, /It has been in touch with Intune/);
  await desk.restart();
  await desk.clock.goesOn(hours(9));
  await desk.ana.says('watches');
  await desk.ana.sees(/You watch nothing/);
  expect(shown(desk.ana, /It has been in touch with Intune/)).toHaveLength(1);
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});
