import { join } from 'node:path';
import { openLexicon } from '../../cards/words/index.ts';
import { openChat, type Person, until } from '../helpers/chat.ts';
import { type Connector, openConnector } from '../helpers/connector.ts';
import { type BotProcess, startBot } from '../helpers/process.ts';
import { openSmallDisk, type SmallDisk } from './small-disk.ts';

/** `npm run faults -- full-disk`: the embedded database on a disk that is full for a while. */

const { say } = openLexicon()('en', 'Europe/Berlin');
const disk = openSmallDisk(120);

(disk ? describe : describe.skip)('a full disk', () => {
  let connector: Connector;
  let bot: BotProcess;
  let ana: Person;
  const starts = () => startBot({ DATA_DIR: join((disk as SmallDisk).path, 'data'), LOG_LEVEL: 'warn' });

  beforeAll(async () => {
    connector = await openConnector();
    bot = await starts();
    ana = openChat({ connector, botUrl: () => bot.url, name: 'Ana Ruiz' });
  }, 60_000);
  afterAll(async () => {
    await bot.kill('SIGKILL');
    await connector.close();
    disk?.close();
  });

  const textOf = () => ana.newest().card.fallbackText;
  const wish = 'sync payloads remove "Web clips" on IPAD-07';

  test('what only reads is answered, what has to be kept is refused and said so, and with room again it goes on', async () => {
    await ana.says('sync autopilot');
    await ana.sees(/Accepted|Working|Done/);
    disk?.fills();
    // Small rows still fit into pages that are there; sooner or later one does not.
    for (let tries = 0; tries < 300 && !textOf().includes(say('trouble.unkept.title')); tries++) await ana.says(wish);
    expect(textOf()).toContain(say('trouble.unkept'));
    await ana.says('autopilot');
    expect(textOf()).toContain(say('autopilot.title'));
    for (const [question, answer] of [
      ['history', say('history.title')],
      ['run 1', 'run 1'],
    ] as const) {
      await ana.says(question);
      expect(textOf()).toContain(answer);
    }
    disk?.frees();
    await ana.says(wish);
    await ana.presses(/^Remove|^Run/);
    await until(
      () => ana.messages().some(({ card }) => /run 2\b[\s\S]*^Done$/m.test(card.fallbackText)),
      () => `It did not go on:\n${textOf()}`,
      120_000,
    );
  }, 300_000);

  test('nothing of it is spoiled: the next process reads all of it', async () => {
    await bot.kill('SIGKILL');
    bot = await starts();
    await ana.says('history');
    expect(textOf()).toMatch(/\b1\b[\s\S]*\b2\b|\b2\b[\s\S]*\b1\b/);
    await ana.says('run 1');
    expect(textOf()).toMatch(/^Done$/m);
  }, 120_000);
});
