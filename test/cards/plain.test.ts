import {
  box,
  checklist,
  choice,
  column,
  columns,
  facts,
  hidden,
  reveal,
  search,
  text,
  typed,
} from '../../cards/kit/elements.ts';
import { pressButton } from '../../cards/kit/press-button.ts';
import { plainText } from '../../cards/plain.ts';

const run = pressButton({ title: 'Run 17', press: { press: 'show', run: 17 } });

test('every element reads as a line, in the order of the card', () => {
  const plain = plainText({
    body: [
      columns(column('stretch', [text('Settings')]), column('auto', [text('Practice')])),
      box([text('Saved'), text('for you')]),
      facts([['Last sync', '12:17']]),
      choice({
        id: 'language',
        label: 'Language',
        value: 'ru',
        style: 'compact',
        choices: [{ title: 'Русский', value: 'ru' }],
      }),
      { type: 'Input.Text', id: 'note', label: 'Note', maxLength: 10, value: 'hi' },
      { type: 'ActionSet', actions: [run] },
    ],
    actions: [run, { ...run, title: 'Help' }],
  });
  expect(plain.split('\n')).toEqual([
    'Settings · Practice',
    'Saved',
    'for you',
    'Last sync: 12:17',
    'Language: Русский',
    'Note: hi',
    '[Run 17]',
    '[Run 17] [Help]',
  ]);
});

test('what a button would reveal is told, the button is not', () => {
  const plain = plainText({ body: [hidden('more', [text('request-id: 1')])], actions: [reveal('Details', 'more')] });
  expect(plain).toBe('request-id: 1');
});

test('text reads as it was before it was escaped', () => {
  expect(plainText({ body: [text('[x](https://evil.example) {{DATE(1)}} <at>a</at>')] })).toBe(
    '[x](https://evil.example) {{DATE(1)}} <at>a</at>',
  );
});

test('nothing chosen is told as nothing', () => {
  const input = choice({ id: 'zone', label: 'Zone', value: '', style: 'compact', choices: [] });
  expect(plainText({ body: [input] })).toBe('Zone: ');
});

const places = [
  { title: 'Berlin', value: 'b' },
  { title: 'Paris', value: 'p' },
];

test('a list that lies open is read in full, with what is ticked', () => {
  const many = checklist({ id: 'where', label: 'Where', choices: places, ticked: ['p', 'nowhere'] });
  expect(plainText({ body: [many] })).toBe('Where:\n☐ Berlin\n☑ Paris');
  const one = choice({ id: 'where', label: 'Where?', value: 'b', style: 'expanded', choices: places });
  expect(plainText({ body: [one] })).toBe('Where?\n◉ Berlin\n○ Paris');
});

test('a search and a text field are read with their labels', () => {
  const body = [
    search({ id: 'found', label: 'Search', placeholder: 'Name', dataset: 'devices' }),
    typed({ id: 'list', label: 'Or paste', value: 'a\nb', isMultiline: true, maxLength: 10 }),
  ];
  expect(plainText({ body })).toBe('Search: \nOr paste: a\nb');
});

test('labels and choices read as they were before they were made harmless', () => {
  const hostile = 'a\\b [x](https://evil.example) {{DATE(1)}} <at>a</at>';
  const list = checklist({ id: 'x', label: hostile, choices: [{ title: hostile, value: 'x' }], ticked: [] });
  expect(plainText({ body: [list] })).toBe(`${hostile}:\n☐ ${hostile}`);
});
