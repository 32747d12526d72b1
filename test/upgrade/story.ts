import { openLexicon } from '../../cards/words/index.ts';
import { type Person, until } from '../helpers/chat.ts';
import { openConnector } from '../helpers/connector.ts';
import { type Desk, openDesk } from '../helpers/desk.ts';
import type { Home } from '../helpers/homes.ts';
import { escaped } from '../helpers/lines.ts';
import { leaveAs } from './older.ts';
import { rowsUpTo } from './rows.ts';

const { say } = openLexicon()('en', 'Europe/Berlin');

/** A new version starts on what an earlier one has left: what was on its way is done once and told once, and the rest can be read. */
export async function goesOn(home: Home, version: string): Promise<void> {
  const connector = await openConnector();
  const close: (() => Promise<void>)[] = [connector.close, home.remove];
  try {
    await leaveAs(home, version, rowsUpTo(version, { serviceUrl: connector.serviceUrl, now: new Date() }));
    const desk = await openDesk({ ...home.options, connector });
    close.unshift(desk.close);
    await expectDone(desk, version);
  } finally {
    for (const end of close) await end();
  }
}

const minute = 60_000;
/** Runs that a version has left on their way. */
const onTheirWay = (version: string) => (version < '0004' ? [2] : [2, 3]);

async function expectDone(desk: Desk, version: string): Promise<void> {
  const { ana } = desk;
  await sees(ana, /· run 2 [\s\S]*^(Accepted|Working|Done)$/m);
  await desk.clock.goesOn(minute);
  for (const run of onTheirWay(version)) await sees(ana, isDone(run));
  await sees(ana, isNoticed(2));
  if (version >= '0007') await sees(ana, isNoticed(1));
  if (version >= '0008') await sees(ana, /because of watch 1|^\d\d:\d\d · EX01 · /m);
  if (version >= '0019') await sees(ana, isReadAfter(2));
  expect(desk.posts().filter(({ path }) => path !== '/$batch')).toHaveLength(1);
  for (const run of onTheirWay(version)) expect([run, reads(ana, isDone(run))]).toEqual([run, 1]);
  expect([1, 2].map((run) => reads(ana, isNoticed(run)))).toEqual([version < '0007' ? 0 : 1, 1]);
  await ana.says('history');
  await sees(ana, new RegExp(`^${say('history.title')}`));
  expect(desk.logged.filter(({ level }) => level === 'error')).toEqual([]);
}

const isDone = (run: number) => new RegExp(`· run ${run} [\\s\\S]*^Done\n(?!${toldBecause})`, 'm');
/** Besides: nobody hears of an edit. In a message of its own, or in one with whatever else happened at that time. */
const isNoticed = (run: number) =>
  new RegExp(`· run ${run} [\\s\\S]*^Done\n${toldBecause}|^\\d\\d:\\d\\d · .* · run ${run} · Done$`, 'm');
/** The serials that had been given with it. */
const isReadAfter = (run: number) =>
  new RegExp(
    `${escaped(say('serials.verdict.registered', { registered: 2, count: 2 }))}[\\s\\S]* run ${run} |^\\d\\d:\\d\\d · ${say('serials.title')} · `,
    'm',
  );
const toldBecause = say('notice.booked', { name: 'Ana Ruiz', time: '' }).split(' for ')[0] ?? '';

const reads = ({ messages }: Person, text: RegExp) =>
  messages().filter(({ card }) => text.test(card.fallbackText)).length;

const sees = (person: Person, text: RegExp) =>
  until(
    () => reads(person, text) > 0,
    () =>
      `${text} is nowhere in:\n${person
        .messages()
        .flatMap(({ shown }) => shown.at(-1) ?? [])
        .join('\n---\n')}`,
    minute,
  );
