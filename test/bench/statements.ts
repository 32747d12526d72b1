/** Which statements reach the embedded database in a turn, in a press and while nothing happens. */
import { setTimeout as wait } from 'node:timers/promises';
import { openBot, openConnector, openGraph, type Server, temporaryFolder } from './candidates.ts';
import { short } from './figures.ts';
import { openPressDesk } from './press.ts';
import { type Row, report } from './report.ts';
import type { Statement } from './statement-probe.ts';
import { openTeams } from './teams.ts';

export type StatementsOptions = { times: number };

/** One kind of statement, per turn. */
type Kind = { count: number; busyMs: number };
type Counted = { what: string; all: Kind; begun: number; rolledBack: number; kinds: Record<string, Kind> };

const restSeconds = 10;
/** The last press looks once more after five seconds. */
const quietAfterMs = 6_000;

export async function statements({ times }: StatementsOptions): Promise<void> {
  const [connector, graph] = await Promise.all([openConnector(), openGraph()]);
  const bot = await openBot({ dataDir: temporaryFolder(), graphUrl: graph.url, statements: true });
  await connector.ask('watch', true);
  const teams = openTeams({ botUrl: bot.url, connectorUrl: connector.url, atOnce: 1 });
  const desk = openPressDesk({ bot, connector, graph });
  for (let i = 0; i < times; i++) await desk.press(await desk.freshCard());

  const counted = [
    await count(bot, 'help', times, () => teams.says(0, 'help')),
    await count(bot, 'autopilot', times, () => teams.says(0, 'autopilot')),
    await count(bot, 'press that starts', times, async () => {
      const clock = await desk.freshCard();
      await bot.ask('statements');
      await desk.press(clock);
    }),
  ];
  await wait(quietAfterMs);
  counted.push(await count(bot, 'second of rest', restSeconds, () => wait(1000)));
  await Promise.all([teams.close(), desk.close()]);
  await Promise.all([bot, graph, connector].map((one) => one.stop()));
  const title = `Statements that reach the database, ${times} times each`;
  report({ name: 'statements', title, rows: counted.map(rowFor), reading, measured: counted });
}

const reading =
  'With everything that was set off, polls included. Busy: time inside the database, which is in the bot’s own thread. The ' +
  'file lists every statement, the costly first.';

async function count(bot: Server, what: string, times: number, work: () => Promise<unknown>): Promise<Counted> {
  const seen: Statement[] = [];
  for (let i = 0; i < times; i++) {
    await bot.ask('statements');
    await work();
    seen.push(...(await bot.ask<Statement[]>('statements')));
  }
  const kinds = new Map<string, Statement[]>();
  for (const one of seen) kinds.set(one.text, [...(kinds.get(one.text) ?? []), one]);
  const listed = [...kinds].map(([text, ones]) => [text, kindOf(ones, times)] as const);
  listed.sort(([, a], [, b]) => b.busyMs - a.busyMs);
  const share = (pattern: RegExp) => seen.filter(({ text }) => pattern.test(text)).length / times;
  const [begun, rolledBack] = [share(/^begin\b/i), share(/^rollback\b/i)];
  return { what, all: kindOf(seen, times), begun, rolledBack, kinds: Object.fromEntries(listed) };
}

const kindOf = (seen: readonly Statement[], times: number): Kind => ({
  count: seen.length / times,
  busyMs: seen.reduce((sum, { busyMs }) => sum + busyMs, 0) / times,
});

const rowFor = ({ what, all, begun, rolledBack }: Counted): Row => ({
  per: what,
  statements: short(all.count),
  transactions: short(begun),
  'rolled back': short(rolledBack),
  'busy ms': short(all.busyMs),
});
