/** README.md tells every number and its labels, and none that is not there. */
import { counted, timed, waiting } from '../../bot/watching/measures.ts';
import { textOf } from './project-files.ts';

const section = /^## Watching it$([\s\S]*?)^## /m.exec(textOf('README.md'))?.[1] ?? '';
const rows = [...section.matchAll(/^\| `(sync_desk_\w+)` \|(.*?)\|/gm)];
const told = new Map(
  rows.map(([, name = '', labels = '']) => [name, [...labels.matchAll(/`(\w+)`/g)].map(([, one = '']) => one)]),
);

const there = new Map<string, readonly string[]>([
  ...Object.values(counted).map(({ name, labels }) => [name, Object.keys(labels)] as const),
  ...Object.values(timed).map(({ name, labels }) => [name, labels] as const),
  ...Object.values(waiting).map(({ name, labels }) => [name, labels] as const),
]);

test('README.md, "Watching it", has a row for every metric of bot/watching/measures.ts', () => {
  const missing = [...there.keys()].filter((name) => !told.has(name));
  const invented = [...told.keys()].filter((name) => !there.has(name));
  expect({ 'add to README.md': missing, 'remove from README.md': invented }).toEqual({
    'add to README.md': [],
    'remove from README.md': [],
  });
});

test.each([...there])('README.md has the labels of %s', (name, labels) => {
  expect({ 'labels in README.md': told.get(name) }).toEqual({ 'labels in README.md': [...labels] });
});
