import { type Choice, fillIn } from '../../../bot/practice/chat-inputs.ts';
import { checklist, search } from '../../../cards/kit/elements.ts';

/** Somebody at a terminal with these lines to say. */
function says(lines: readonly string[], found: Record<string, Choice[]> = {}) {
  const left = [...lines];
  const heard: string[] = [];
  return {
    heard,
    asking: {
      ask: async (prompt: string) => {
        heard.push(prompt);
        return left.shift();
      },
      print: (line: string) => void heard.push(line),
      search: async (_: string, text: string) => found[text] ?? [],
    },
  };
}

const devices = checklist({
  id: 'own',
  label: 'Yours',
  choices: [
    { title: 'IPAD-07', value: 'a' },
    { title: 'IPAD-08', value: 'b' },
    { title: 'LT-0388', value: 'c' },
  ],
  ticked: ['a', 'c'],
});
const everything = search({ id: 'found', label: 'Search', placeholder: 'Name', dataset: 'devices' });

test('several choices are named by their numbers', async () => {
  const { asking } = says(['1, 3']);
  expect(await fillIn([devices], asking)).toEqual({ own: 'a,c' });
});

test('what is ticked already is shown by name, and kept with Enter', async () => {
  const { asking, heard } = says(['']);
  expect(await fillIn([devices], asking)).toEqual({ own: 'a,c' });
  expect(heard.at(-1)).toBe('Yours [IPAD-07, LT-0388]:');
});

test('several things are searched for, one after the other', async () => {
  const two = [
    { title: 'LT-0388', value: 'c' },
    { title: 'LT-0389', value: 'd' },
  ];
  const { asking } = says(['ipad, lt', '2'], { ipad: [{ title: 'IPAD-07', value: 'a' }], lt: two });
  expect(await fillIn([everything], asking)).toEqual({ found: 'a,d' });
});

test('a field of text that holds something is kept with Enter, and emptied with a dash', async () => {
  const field = { type: 'Input.Text', id: 'search', label: 'Search', value: 'VPN' };
  expect(await fillIn([field], says(['']).asking)).toEqual({ search: 'VPN' });
  expect(await fillIn([field], says(['-']).asking)).toEqual({});
});
