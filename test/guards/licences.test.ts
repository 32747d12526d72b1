/** What is installed with the bot may be passed on with it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { jsonOf, root } from './project-files.ts';

type Locked = { dev?: boolean; license?: string };
type Described = { license?: string | { type?: string }; licenses?: { type?: string }[] };

/** They ask for their notice to be kept, or for nothing. */
const permissive = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'Unlicense'];

/** Said in its Readme only. */
const readByHand: Record<string, string> = { 'node_modules/escape-regexp-component': 'MIT' };

function licenceOf(path: string, { license }: Locked): string {
  if (license) return license;
  const described: Described = existsSync(join(root, path, 'package.json')) ? jsonOf(`${path}/package.json`) : {};
  const own = typeof described.license === 'string' ? described.license : described.license?.type;
  return own ?? described.licenses?.[0]?.type ?? readByHand[path] ?? 'none';
}

/** `(AFL-2.1 OR BSD-3-Clause)`: one of them is enough. */
const isPermissive = (licence: string) =>
  licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((one) => permissive.includes(one));

const installed = Object.entries(jsonOf<{ packages: Record<string, Locked> }>('package-lock.json').packages).filter(
  ([path, { dev }]) => path.startsWith('node_modules/') && !dev,
);

test('every package that comes with the bot has a licence that lets it', () => {
  expect(installed.length).toBeGreaterThan(100);
  const others = installed.flatMap(([path, locked]) => {
    const licence = licenceOf(path, locked);
    return isPermissive(licence) ? [] : [`${path}: ${licence}`];
  });
  expect({ 'replace it, or say in this file why it may stay': others }).toEqual({
    'replace it, or say in this file why it may stay': [],
  });
});

test.each([
  ['GPL-3.0-only', false],
  ['(MIT OR GPL-3.0-only)', true],
  ['none', false],
])('%s lets it: %s', (licence, lets) => {
  expect(isPermissive(licence)).toBe(lets);
});
