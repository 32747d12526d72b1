import { namedAmong } from '../../../../bot/commands/payloads/named.ts';
import type { Offered } from '../../../../bot/finding/payloads.ts';

const offered = (...names: string[]): Offered[] =>
  names.map((name) => ({ id: name, kind: 'mobileApp', name, type: null, state: null, failed: false, variants: [] }));

const name = 'Outlook and Teams';
const joined = [{ name, parts: ['Outlook', 'Teams'] }];

test.each<[string, string[], string[], string | null]>([
  ['both, where each is there', ['Outlook', 'Teams', 'Edge'], ['Outlook', 'Teams'], null],
  ['the one that is called so', ['Outlook', 'Teams', 'Outlook and Teams'], ['Outlook and Teams'], null],
  [
    'the one that has it in its name',
    ['Outlook', 'Teams', 'All of Outlook and Teams'],
    ['All of Outlook and Teams'],
    null,
  ],
  ['nothing yet, where one of them is not there', ['Outlook', 'Edge'], [], name],
  ['one, where the other one may be two', ['Outlook', 'Teams 1', 'Teams 2'], ['Outlook'], 'Teams'],
])('“Outlook and Teams” is %s', (_, there, chosen, search) => {
  const found = namedAmong(offered(...there), { wanted: [name], joined });
  expect({ chosen: found.chosen.map((one) => one.name), search: found.search }).toEqual({ chosen, search });
});

test('a name in quotes is not taken apart', () => {
  expect(namedAmong(offered('Outlook', 'Teams'), { wanted: [name], joined: [] })).toEqual({ chosen: [], search: name });
});

test('where nothing was named, nothing is looked for', () => {
  expect(namedAmong(offered('Outlook'), { wanted: [], joined: [] })).toEqual({ chosen: [], search: null });
});
