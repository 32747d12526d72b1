import { syncPayloads } from '../../../bot/actions/sync-payloads.ts';
import type { Turn } from '../../../bot/commands/define.ts';
import { examplesOf, type Told, toldOf } from '../../../bot/commands/help.ts';
import { commands, topics } from '../../../bot/commands/index.ts';
import { understand, vocabularyOf } from '../../../bot/commands/understand.ts';
import { type Language, languages } from '../../../bot/ports.ts';
import { openDrawn } from '../../../bot/views/drawn.ts';
import { openLexicon } from '../../../cards/words/index.ts';

const lexicon = openLexicon();
const words = lexicon('en', 'UTC');
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

describe('help with one thing', () => {
  const vocabulary = vocabularyOf(commands);

  async function answered(text: string, language: Language = 'en'): Promise<string> {
    const understood = understand(text, vocabulary, language);
    if (understood.kind !== 'command' || understood.command.name !== 'help') throw new Error(`no help: ${text}`);
    const screen = { words: lexicon(language, 'UTC'), now: new Date(0), practice: true };
    const turn = { desk: { practice: {}, drawn: openDrawn() }, screen } as unknown as Turn;
    return (await understood.command.run(turn, understood.argument)).card.fallbackText;
  }

  test.each<[string, Language, RegExp]>([
    ['help settings', 'en', /^“settings”: your language, time zone and quiet hours\./m],
    ['help settings', 'en', /language russian · time zone Europe\/Berlin[\s\S]*administrators settle/],
    ['help time zone?', 'en', /^“settings”/m],
    ['help with quiet hours', 'en', /^“settings”/m],
    ['помощь тихие часы', 'ru', /^«настройки»/m],
    ['hilfe zu genehmigungen', 'de', /^„einstellungen“/m],
    ['Help on Sync Autopilot', 'en', /^“sync autopilot”: sync now/m],
    ['help with sync payloads remove "VPN" on IPAD-07', 'en', /^“sync payloads”/m],
    ['help cancel', 'en', /Add the number, for example: cancel 17/],
    ['помощь настройки', 'ru', /^«настройки»: ваш язык/m],
    ['справка по расписанию', 'ru', /^«расписание»/m],
    ['справка по настройкам', 'ru', /«настройкам» у меня нет. Ниже — всё, что я умею.[\s\S]*Может быть, настройки/],
    ['help on call', 'en', /^“on call”/m],
    ['help me with the on call', 'en', /^“on call”/m],
    ['help me with settings', 'en', /^“settings”/m],
    ['help me sync payloads', 'en', /^“sync payloads”/m],
    ['help the settings', 'en', /^“settings”/m],
    ['help exchange please', 'en', /^“exchange”/m],
    ['hilfe bei den einstellungen', 'de', /^„einstellungen“/m],
    ['hilfe zu einstellungen', 'de', /^„einstellungen“/m],
    ['help beobachte', 'en', /^“watch”/m],
  ])('%s (%s)', async (text, language, told) => {
    expect(await answered(text, language)).toMatch(told);
  });

  test.each([
    'help me',
    'what can you do for me',
    'hello there',
    'help please',
    'помощь мне пожалуйста',
    'hilfe bitte',
    'help help',
    'hi everyone',
    'hello all!',
    'привет всем',
    'hallo zusammen',
    'help hi',
  ])('%s is help with everything', async (text) => {
    const whole = await answered('help');
    expect(await answered(text)).toBe(whole);
  });

  const others = commands.filter(({ name }) => name !== 'help');
  const phrases = languages.flatMap((language) =>
    others.flatMap((command) => command.phrases[language].map((phrase) => ({ language, command, phrase }))),
  );

  test.each(phrases)('help $phrase is about $command.name ($language)', async ({ language, command, phrase }) => {
    const [help, shown] = [commands.find(({ name }) => name === 'help'), command.phrases[language][0]];
    for (const between of ['', 'me with the '])
      expect(await answered(`${help?.phrases[language][0]} ${between}${phrase}`, language)).toMatch(
        new RegExp(`^[“«„]${shown}[”»“]`, 'm'),
      );
  });

  test('what is no command is said to be none, before everything that is one', async () => {
    const told = await answered('help setings');
    expect(told).toMatch(/“setings” is none of my commands. Below is everything I can do.\nDid you mean settings\?/);
    expect(told).toContain(words.say('command.forget-me'));
  });

  const examples = commands.flatMap(({ name, examples }) =>
    languages.map((language) => ({ name, examples, language })),
  );

  test.each(examples.filter(({ examples }) => examples))('what it says of $name is understood ($language)', (one) => {
    const sentence = lexicon(one.language, 'UTC').say(one.examples ?? 'help.on');
    const said = sentence
      .replace(/^[^:]*: /, '')
      .replace(/\.( .*)?$/, '')
      .split(' · ');
    const heard = said.map((text) => {
      const understood = understand(text, vocabulary, one.language);
      return understood.kind === 'command' ? understood.command.name : text;
    });
    const family = one.examples === 'help.on.autopilot' ? ['autopilot', 'sync-autopilot'] : [one.name];
    expect(heard.filter((name) => !(family as string[]).includes(name))).toEqual([]);
    expect(said.length).toBeGreaterThan(2);
  });
});
