/** What is asked of Graph, what for, and which command needs it. A failure names the file to edit. */
import { actions } from '../../bot/actions/index.ts';
import { commands } from '../../bot/commands/index.ts';
import { permissionReasons, permissionUses } from '../../bot/knowledge/permissions.ts';
import { languages } from '../../bot/ports.ts';
import { openLexicon } from '../../cards/words/index.ts';
import { expectNone, textOf } from './project-files.ts';

const known = Object.keys(permissionReasons);
const asked = actions.flatMap(({ scopes }) => [...scopes.read, ...scopes.write, ...(scopes.also ?? [])]);

test('every permission an action takes has a reason', () => {
  expectNone(
    'add to bot/knowledge/permissions.ts',
    asked.filter((scope) => !known.includes(scope)),
  );
});

test('no permission has a reason and no use', () => {
  expectNone(
    'delete from bot/knowledge/permissions.ts',
    known.filter((scope) => !asked.includes(scope)),
  );
});

test.each(languages)('every permission is needed by a command that somebody can type (%s)', (language) => {
  const idle = permissionUses(commands, language).filter(({ phrases }) => phrases.length === 0);
  expectNone(
    'name it in the `scopes` of its command, in bot/commands',
    idle.map(({ permission }) => permission),
  );
});

test('the README lists them', () => {
  const words = openLexicon()('en', 'UTC');
  const rows = permissionUses(commands, 'en').map(({ permission, phrases }) => {
    const typed = phrases.map((phrase) => `\`${phrase}\``).join(', ');
    return `| \`${permission}\` | ${words.say(permissionReasons[permission])} | ${typed} |`;
  });
  const section = /^## Permissions$([\s\S]*?)(?=^## )/m.exec(textOf('README.md'))?.[1] ?? '';
  const written = section.split('\n').filter((line) => line.startsWith('| `'));
  expect({ 'README.md, under "Permissions"': written }).toEqual({ 'README.md, under "Permissions"': rows });
});
