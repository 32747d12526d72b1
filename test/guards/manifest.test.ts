/** What Teams lists beside the box one types in. A failure names the file to edit. */
import { commands } from '../../bot/commands/index.ts';
import { understand, vocabularyOf } from '../../bot/commands/understand.ts';
import { languages } from '../../bot/ports.ts';
import { openLexicon } from '../../cards/words/index.ts';
import { commandLists } from '../../manifest/command-lists.ts';
import { expectNone } from './project-files.ts';

const lexicon = openLexicon();

const listed = commands.filter(({ menu }) => menu !== undefined);

test.each(languages)('picking a listed command always means that command (%s)', (language) => {
  const titles = commandLists(listed, lexicon(language, 'UTC'))[0]?.commands.map(({ title }) => title) ?? [];
  expect(titles).toHaveLength(listed.length);
  const lost = listed.filter((command, index) => {
    const understood = understand(
      titles[index] ?? '',
      vocabularyOf(commands.filter(({ practiceOnly }) => !practiceOnly)),
      language,
    );
    return understood.kind === 'unknown' || understood.command !== command;
  });
  expectNone(
    'the first phrase is not understood as the command; edit in bot/commands',
    lost.map(({ name }) => name),
  );
});

/** Teams took 32 and 128 characters before schema 1.21, and still cuts what is longer. */
test.each(languages)('a listed command is short enough to be read (%s)', (language) => {
  const all = commandLists(commands, lexicon(language, 'UTC')).flatMap((list) => list.commands);
  expectNone(
    'shorten the phrase in bot/commands, or command.… in cards/words',
    all.filter(({ title, description }) => title.length > 32 || description.length > 128 || description === ''),
  );
});

test('each kind of conversation lists ten commands at most, help among them', () => {
  for (const list of commandLists(commands, lexicon('en', 'UTC'))) {
    expect({ 'take `menu` from a command in bot/commands': list.commands.length > 10 && list.scopes }).toEqual({
      'take `menu` from a command in bot/commands': false,
    });
    expect(list.commands.map(({ title }) => title)).toContain('help');
  }
});

test('what is understood in practice only is not listed', () => {
  expectNone(
    'take `menu` from',
    listed.filter(({ practiceOnly }) => practiceOnly).map(({ name }) => name),
  );
});

/** The store's rules for descriptions (13). */
test.each(languages)('the store’s texts keep to its rules (%s)', (language) => {
  const { say } = lexicon(language, 'UTC');
  const full = say('manifest.full', { website: 'https://example.com' });
  expect(say('manifest.name').length).toBeLessThanOrEqual(100);
  expect(say('manifest.short').length).toBeLessThanOrEqual(80);
  expect(say('manifest.short')).not.toMatch(/Sync Desk|\bapp\b|приложени|\bApp\b/);
  expect(full.split(/\s+/).length).toBeLessThan(500);
  expect(full).toMatch(/Microsoft Teams[\s\S]*Microsoft 365/);
  expect(full).not.toMatch(/certified|powered by/i);
});
