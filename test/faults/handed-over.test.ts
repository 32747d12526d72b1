import { openPracticeClock } from '../../bot/practice/clock.ts';
import { type PracticeGraph, startPracticeGraph } from '../../bot/practice/graph.ts';
import { openChat, type Person, until } from '../helpers/chat.ts';
import { type Connector, openConnector } from '../helpers/connector.ts';
import { type Home, onPostgres } from '../helpers/homes.ts';
import { type BotProcess, startBot } from '../helpers/process.ts';

/** Of two processes one is killed in the middle of a step; the other one does it. How long that took is printed. */

onPostgres((open) => {
  let home: Home;
  let graph: PracticeGraph;
  let connector: Connector;
  let ana: Person;
  const alive: BotProcess[] = [];

  const starts = async () => {
    const bot = await startBot({ ...home.env, GRAPH_URL: graph.url, LOG_LEVEL: 'info' });
    alive.push(bot);
    return bot;
  };
  beforeEach(async () => {
    home = await open();
    graph = await startPracticeGraph({ clock: openPracticeClock() });
    connector = await openConnector();
    const first = await starts();
    await starts();
    ana = openChat({ connector, botUrl: () => first.url, name: 'Ana Ruiz' });
  });
  afterEach(async () => {
    for (const bot of alive.splice(0)) await bot.kill('SIGKILL');
    await Promise.all([graph.close(), connector.close()]);
    await home.remove();
  });

  const posts = () => graph.visits().filter(({ method }) => method === 'POST').length;
  const steps = (bot: BotProcess | undefined) =>
    bot?.errors().match(/"step":"(start|look)".*"a step begins"/g)?.length ?? 0;

  /** Whoever has just begun a step is killed; how long it takes until Graph hears of it again. */
  async function killed(what: string, begun: readonly number[]): Promise<void> {
    const busy = alive.findLast((bot, at) => steps(bot) > (begun[at] ?? 0));
    const before = graph.visits().length;
    const killedAt = Date.now();
    await busy?.kill('SIGKILL');
    await until(
      () => graph.visits().length > before,
      () => `${what} was taken over by nobody`,
      100_000,
    );
    console.log(`${what} was taken over after ${((Date.now() - killedAt) / 1000).toFixed(1)} s`);
    await ana.sees(/^Done$/m, 100_000);
    expect(posts()).toBe(1);
    expect(ana.messages()).toHaveLength(1);
  }

  const nobodyAnswers = { status: 'timeout', retryAfter: null } as const;

  test('a look that nobody answered is made by the other one', async () => {
    await ana.says('sync autopilot');
    await ana.sees(/Accepted|Working/);
    const [begun, reads] = [alive.map(steps), graph.visits().length];
    graph.next({ ...nobodyAnswers, on: 'read', flavour: null });
    await until(
      () => graph.visits().length > reads,
      () => 'nobody looked',
      60_000,
    );
    await killed('a look', begun);
  }, 300_000);

  test('a start whose answer nobody heard is looked for by the other one, and not made twice', async () => {
    graph.next({ ...nobodyAnswers, on: 'write', flavour: 'begun' });
    const begun = alive.map(steps);
    await ana.says('sync autopilot');
    await until(
      () => posts() === 1,
      () => 'nothing was started',
      60_000,
    );
    await killed('a start', begun);
  }, 300_000);
});
