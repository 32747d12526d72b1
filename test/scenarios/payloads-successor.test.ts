import { openLexicon, type Words } from '../../cards/words/index.ts';
import { until } from '../helpers/chat.ts';
import { type Desk, openDesk } from '../helpers/desk.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';
import { readable } from '../helpers/readers.ts';
import { dataOf, plans, sends } from './payload-forms.ts';

// Two bots on a machine that does other things too.
jest.setTimeout(120_000);

type Reader = { desk: Desk; words: Words; asks: string };

let readers: Reader[] = [];
beforeAll(async () => {
  readers = await Promise.all([
    readerOf('en', 'sync payloads remove "Home screen" on IPAD-07'),
    readerOf('ru', 'полезные данные удалить "Home screen" на IPAD-07'),
  ]);
});
beforeEach(() => Promise.all(readers.map(({ desk }) => desk.startsOver())));
besideAnotherTenant(() => readers.map(({ desk }) => desk));
afterAll(() => Promise.all(readers.map(({ desk }) => desk.close())));

async function readerOf(language: 'en' | 'ru', asks: string): Promise<Reader> {
  const desk = await openDesk();
  for (const person of [desk.ana, desk.jon]) person.speaks(language === 'ru' ? 'ru-RU' : 'en-US', 'Europe/Berlin');
  return { desk, words: openLexicon()(language, 'Europe/Berlin'), asks };
}

const paths = ({ posts }: Desk) => posts().map(({ path }) => path.replace(/.*\//, ''));

test('where Intune knows the action only by its new name, it is offered once, and then used for everybody there', async () => {
  await Promise.all(
    readers.map(async ({ desk, words, asks }) => {
      const { ana, jon } = desk;
      desk.graph.successor(true);
      await plans(ana, asks);
      await sends(ana, 'run-plan');
      const board = await ana.sees(new RegExp(`^${words.say('status.refused')}$`, 'm'));
      expect(`\n${readable(board.card.fallbackText)}\n`).toMatchSnapshot(`${words.language}, refused`);
      const { data } = dataOf(ana, 'again', board);
      await ana.submits(data, { how: 'execute', replyToId: board.id });
      expect(`\n${readable(ana.newest().card.fallbackText)}\n`).toMatchSnapshot(`${words.language}, offered`);
      expect(paths(desk)).toEqual(['syncPayloads']);

      await sends(ana, 'use-successor');
      expect(paths(desk)).toEqual(['syncPayloads']);
      await sends(ana, 'run-plan');
      await ana.sees(new RegExp(`^${words.say('status.accepted')}$`, 'm'));
      expect(paths(desk)).toEqual(['syncPayloads', 'changeAssignments']);

      await plans(jon, asks.replace('IPAD-07', 'IPAD-0042'));
      await sends(jon, 'run-plan');
      await until(
        () => desk.posts().length === 3,
        () => `Nothing was posted:\n${jon.newest().card.fallbackText}`,
      );
      expect(paths(desk).at(-1)).toBe('changeAssignments');
    }),
  );
});
