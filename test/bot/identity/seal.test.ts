import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { openSeal } from '../../../bot/identity/seal.ts';

const older = randomBytes(32);
const newer = randomBytes(32);

test('what was sealed for somebody opens for them, whatever it says', () => {
  const { seal, open } = openSeal([older]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, bound) => {
      expect(open(seal(text, bound), bound)).toBe(text);
    }),
  );
});

test('the same text never looks the same twice', () => {
  const { seal } = openSeal([older]);
  expect(seal('token', 'Ana')).not.toBe(seal('token', 'Ana'));
});

test('sealed text that was moved to somebody else does not open', () => {
  const { seal, open } = openSeal([older]);
  expect(open(seal('token', 'sign-in tenant-1 ana'), 'sign-in tenant-1 jon')).toBeNull();
});

test('sealed text that was changed in any place does not open', () => {
  const { seal, open } = openSeal([older]);
  const [name = '', body = ''] = seal('a token of Ana', 'Ana').split('.');
  const bytes = Buffer.from(body, 'base64url');
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ by;
      expect(open(`${name}.${changed.toString('base64url')}`, 'Ana')).toBeNull();
    }),
  );
});

test('after a change of keys the old rows open and new ones are sealed with the new key', () => {
  const before = openSeal([older]).seal('token', 'Ana');
  const both = openSeal([newer, older]);
  expect(both.open(before, 'Ana')).toBe('token');
  const after = both.seal('token', 'Ana');
  expect(openSeal([newer]).open(after, 'Ana')).toBe('token');
  expect(openSeal([older]).open(after, 'Ana')).toBeNull();
});

test('rubbish does not open and does not throw', () => {
  const { open } = openSeal([older]);
  fc.assert(fc.property(fc.string(), (text) => expect(open(text, 'Ana')).toBeNull()));
  for (const text of ['', '.', 'a.b', '........']) expect(open(text, 'Ana')).toBeNull();
});
