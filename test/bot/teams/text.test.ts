import fc from 'fast-check';
import { textOf } from '../../../bot/teams/text.ts';
import { activityFrom, bot } from './activities.ts';

type Mention = { type: string; text: string; mentioned: { id: string } };
const mention = (text: string, id = bot): Mention => ({ type: 'mention', text: `<at>${text}</at>`, mentioned: { id } });
const read = (text: string | undefined, ...entities: Mention[]) => textOf({ text, entities, recipient: { id: bot } });

describe('what a person typed', () => {
  test.each<[string, string, Mention[], string]>([
    ['as it is', 'sync autopilot', [], 'sync autopilot'],
    ['without the mention of the bot', '<at>Sync Desk</at> sync autopilot', [mention('Sync Desk')], 'sync autopilot'],
    ['with the mention at the end', 'sync autopilot <at>Sync Desk</at>', [mention('Sync Desk')], 'sync autopilot'],
    [
      'mentioned twice',
      '<at>Sync Desk</at> runs <at>Sync Desk</at>',
      [mention('Sync Desk'), mention('Sync Desk')],
      'runs',
    ],
    ['the name split in two mentions', '<at>Sync</at> <at>Desk</at> runs', [mention('Sync'), mention('Desk')], 'runs'],
    [
      'somebody else stays as a name',
      '<at>Sync Desk</at> ask <at>Ana Ruiz</at>',
      [mention('Sync Desk'), mention('Ana Ruiz', '29:ana')],
      'ask Ana Ruiz',
    ],
    [
      'a namesake of the bot stays',
      '<at>Sync Desk</at> tell <at id="1">Sync Desk</at>',
      [mention('Sync Desk')],
      'tell Sync Desk',
    ],
    ['&nbsp; is a space', '<at>Sync Desk</at>&nbsp;sync&nbsp;autopilot', [mention('Sync Desk')], 'sync autopilot'],
    ['so is the character itself', 'sync\u00a0autopilot', [], 'sync autopilot'],
    ['&#160; too', 'sync&#160;autopilot', [], 'sync autopilot'],
    ['entities are characters', 'device &quot;a&lt;b&gt; &amp; co&quot; &#39;x&apos;', [], `device "a<b> & co" 'x'`],
    ['an entity typed as text is decoded once', '&amp;lt;b&amp;gt;', [], '&lt;b&gt;'],
    ['an unknown entity stays', '&copy; &whatever;', [], '&copy; &whatever;'],
    ['a line break stays one', 'PC-1<br>PC-2<br/>PC-3\nPC-4', [], 'PC-1\nPC-2\nPC-3\nPC-4'],
    ['tags typed by hand stay text', '&lt;at&gt;Sync Desk&lt;/at&gt;', [], '<at>Sync Desk</at>'],
    ['spaces in a row are one', '  run \t 17  ', [], 'run 17'],
  ])('%s', (_, text, mentions, expected) => {
    expect(read(text, ...mentions)).toBe(expected);
  });

  test.each([
    ['@Sync Desk sync autopilot', 'sync autopilot'],
    ['@sync desk, runs', 'runs'],
    ['@Sync Desktop sync autopilot', '@Sync Desktop sync autopilot'],
    ['Sync Desk', 'Sync Desk'],
  ])('“%s”, typed by hand without a mention', (text, expected) => {
    expect(textOf({ text, entities: [], recipient: { id: bot, name: 'Sync Desk' } })).toBe(expected);
  });

  test('is nothing where there is no text', () => {
    expect(read(undefined)).toBe('');
  });

  test('an entity that is not a mention, or has lost its text, does no harm', () => {
    expect(
      textOf(
        activityFrom('personal-message', {
          entities: [{ type: 'mention', mentioned: { id: bot } }, { type: 'clientInfo' }],
        }),
      ),
    ).toBe('sync autopilot');
  });

  test.each([
    ['channel-message', 'sync autopilot'],
    ['group-message', 'runs'],
  ] as const)('as Teams sends it: %s', (name, expected) => {
    expect(textOf(activityFrom(name))).toBe(expected);
  });

  test('whatever it is, it is read without throwing and without doubled spaces', () => {
    const part = fc.constantFrom(
      '<at>',
      '</at>',
      '&nbsp;',
      '&',
      ';',
      '<br>',
      '\u00a0',
      ' ',
      '\n',
      'Sync Desk',
      '<',
      '&#',
      'x',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        expect(read(parts.join(''), mention('Sync Desk'))).not.toMatch(/ {2}|^\s|\s$/);
      }),
    );
  });
});
