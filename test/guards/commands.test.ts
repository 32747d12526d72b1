/** The list of commands, help and the actions belong together. A failure names the file to edit. */
import { actions } from '../../bot/actions/index.ts';
import { commandNames, type Turn } from '../../bot/commands/define.ts';
import { helpAnswer } from '../../bot/commands/help.ts';
import { commands, topics } from '../../bot/commands/index.ts';
import { normal, shown, understand, vocabularyOf } from '../../bot/commands/understand.ts';
import { languages } from '../../bot/ports.ts';
import { sayButton } from '../../bot/views/buttons.ts';
import { openDrawn } from '../../bot/views/drawn.ts';
import { openLexicon } from '../../cards/words/index.ts';
import { expectNone } from './project-files.ts';

const lexicon = openLexicon();

const repeated = (texts: readonly string[]) => texts.filter((text, index) => texts.indexOf(text) !== index);

const fileOf = (name: string) => `bot/commands/${name}.ts`;

test('every name has its command, once', () => {
  const listed = commands.map(({ name }) => name).sort();
  expect({ 'bot/commands/index.ts lists': listed }).toEqual({
    'bot/commands/index.ts lists': [...commandNames].sort(),
  });
});

test.each(languages)('help tells every command (%s)', async (language) => {
  const words = lexicon(language, 'UTC');
  const turn = {
    desk: { practice: {}, drawn: openDrawn() },
    screen: { words, now: new Date(0), practice: true },
  } as unknown as Turn;
  const { card } = await helpAnswer(turn, topics);
  const lines = card.fallbackText.split('\n');
  const untold = commands.filter(
    (command) =>
      !lines.some((line) => line.startsWith(shown(command, language))) || !lines.includes(words.say(command.about)),
  );
  expectNone(
    'not in help; edit bot/commands/help.ts or cards/help.ts for',
    untold.map(({ name }) => name),
  );
});

test('no two commands answer to the same words', () => {
  // Two languages may call a command alike.
  const phrases = commands.flatMap((command) =>
    [
      ...languages.flatMap((language) => repeated(command.phrases[language].map(normal))),
      ...new Set(languages.flatMap((language) => command.phrases[language].map(normal))),
    ].map((phrase) => ({ phrase, file: fileOf(command.name) })),
  );
  const twice = phrases.filter(({ phrase }, index) => phrases.findIndex((one) => one.phrase === phrase) !== index);
  expectNone('said for two commands, or twice for one; edit', twice);
});

test('every phrase is understood as the command it belongs to', () => {
  const lost = commands.flatMap((command) =>
    languages.flatMap((language) =>
      command.phrases[language]
        .map((phrase) => (command.takes === 'number' ? `${phrase} 17` : phrase))
        .filter((said) => {
          const understood = understand(said, vocabularyOf(commands), language);
          return understood.kind !== 'command' || understood.command !== command;
        })
        .map((said) => `${fileOf(command.name)}: ${said}`),
    ),
  );
  expectNone('another command takes it', lost);
});

test('everything Intune can be asked to do has a command', () => {
  const unasked = actions.filter((action) => !commands.some(({ phrases }) => phrases === action.phrases));
  expectNone(
    'add a command to bot/commands/index.ts for',
    unasked.map(({ name }) => name),
  );
});

test('every button that types for a person is understood', () => {
  const names = ['help', 'autopilot', 'exchange', 'runs', 'history', 'settings', 'health', 'practice'] as const;
  const lost = languages.flatMap((language) =>
    names.flatMap((name) => {
      const { press } = sayButton(name, lexicon(language, 'UTC'));
      const said = press.press === 'say' ? press.text : '';
      const understood = understand(said, vocabularyOf(commands), language);
      return understood.kind === 'command' && understood.command.name === name
        ? []
        : [`${name} (${language}): ${said}`];
    }),
  );
  expectNone('edit bot/views/buttons.ts', lost);
});
