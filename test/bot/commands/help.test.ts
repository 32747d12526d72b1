import { syncPayloads } from '../../../bot/actions/sync-payloads.ts';
import { examplesOf, type Told, toldOf } from '../../../bot/commands/help.ts';
import { topics } from '../../../bot/commands/index.ts';
import { openLexicon } from '../../../cards/words/index.ts';

const words = openLexicon()('en', 'UTC');
const told = (granted: Told['granted'], practising = false) => toldOf(topics, { practising, granted, words });
const titles = (of: ReturnType<typeof told>) => of.map(({ title }) => title);

const forPayloads = [...syncPayloads.scopes.write, ...(syncPayloads.scopes.also ?? [])];
const exchangeAndAutopilot = ['DeviceManagementServiceConfig.ReadWrite.All'];

test('practice words are told in practice only', () => {
  const phrases = (practising: boolean) =>
    told(null, practising).flatMap((topic) => topic.commands.map((one) => one.phrase));
  expect(phrases(true)).toContain('practice');
  expect(phrases(false)).not.toContain('practice');
});

test('what takes one more permission says so, and nothing does before the first sign-in', () => {
  const lacking = (granted: Told['granted']) => titles(told(granted).filter((topic) => topic.lacking));
  expect(lacking(forPayloads)).toEqual(['action.autopilot-sync', 'action.exchange-sync']);
  expect(lacking(null)).toEqual([]);
});

test('the greater permission is as good as the lesser', () => {
  expect(titles(told(exchangeAndAutopilot).filter((topic) => topic.lacking))).toEqual(['action.sync-payloads']);
});

test('a greeting has three examples, and begins with what the person has been granted', () => {
  expect(titles(examplesOf(told(exchangeAndAutopilot)))).toEqual([
    'action.autopilot-sync',
    'action.exchange-sync',
    'help.topic.runs',
  ]);
  expect(titles(examplesOf(told(null)))).toEqual([
    'action.sync-payloads',
    'action.autopilot-sync',
    'action.exchange-sync',
  ]);
});
