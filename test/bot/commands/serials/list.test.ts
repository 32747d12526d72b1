import { serialsIn } from '../../../../bot/commands/serials/list.ts';
import { nonsenseLines } from '../../../../bot/views/serials-heard.ts';
import { openLexicon } from '../../../../cards/words/index.ts';

const read = (text: string) => serialsIn(text).serials;

test.each([
  ['on one line', '5CG4200R01 5CG4200R02 PF2ABCD1'],
  ['with commas', '5CG4200R01, 5CG4200R02,PF2ABCD1'],
  ['below each other', '5CG4200R01\n5CG4200R02\r\nPF2ABCD1\n'],
  ['in quotes and bullets', '- "5CG4200R01"\n- “5CG4200R02”\n3. PF2ABCD1'],
  ['under a heading', 'Serial number\n5CG4200R01\n5CG4200R02\nPF2ABCD1'],
  ['two on each line, and no heading', '5CG4200R01,5CG4200R02\nPF2ABCD1,5CG4200R01'],
  ['from Excel', 'Name\tSerial number\nLT-1\t5CG4200R01\nLT-2\t5CG4200R02\nLT-3\tPF2ABCD1'],
  ['from Excel, in Russian', 'Имя\tСерийный номер\nLT-1\t5CG4200R01\nLT-2\t5CG4200R02\nLT-3\tPF2ABCD1'],
  ['as a German export', 'Gerätename;Seriennummer\nLT-1;5CG4200R01\nLT-2;5CG4200R02\nLT-3;PF2ABCD1'],
  [
    'as the file that is uploaded to Autopilot',
    'Device Serial Number,Windows Product ID,Hardware Hash\n5CG4200R01,,T0FzAQ\n5CG4200R02,,T0FzAQ\nPF2ABCD1,,T0FzAQ',
  ],
])('serials %s are read', (_, text) => {
  expect(read(text)).toEqual(['5CG4200R01', '5CG4200R02', 'PF2ABCD1']);
});

test('what stands there twice is counted once, however it is spelled', () => {
  expect(serialsIn('5CG4200R01\n5cg4200r01\n5CG4200R02 5CG4200R01')).toMatchObject({
    ...{ serials: ['5CG4200R01', '5CG4200R02'], repeated: 1, nonsense: [] },
  });
  expect(serialsIn('PF2A BC1\nPF2ABC1').serials).toEqual(['PF2A BC1']);
});

test('a serial in groups stays whole, and so does the one of a virtual machine', () => {
  const virtual = 'VMware-56 4d 7e 7a 0b 2c 1a 5e-2f 65 9c 0a 4b 6d 8e 01';
  expect(read(`5CG 1234 XYZ\n${virtual}`)).toEqual(['5CG 1234 XYZ', virtual]);
});

test('of more that are no serials than are kept, all are counted', () => {
  const list = serialsIn(`5CG4200R01\n${Array.from({ length: 230 }, (_, index) => `row ${index}`).join('\n')}`);
  expect([list.nonsense.length, list.unnamed]).toEqual([200, 30]);
  expect(nonsenseLines(list, openLexicon()('en', 'UTC'))).toEqual([
    '230 are no serials and were left out: row 0, row 1, row 2, row 3, row 4 and 225 more.',
  ]);
});

test.each(['bitte', 'see below', '…', 'x1', 'To be filled by O.E.M.', 'a'.repeat(70), '=SUM(A1:A9)'])(
  '“%s” is not taken for a serial, and named',
  (text) => {
    const { serials, nonsense } = serialsIn(`5CG4200R01\n${text}`);
    expect(serials).toEqual(['5CG4200R01']);
    expect(nonsense).toEqual(text === '…' ? [] : [text.slice(0, 64)]);
  },
);

test.each([
  ...['in 10 minutes', 'at 1400', 'AT 1400', 'at 6', 'tomorrow 6am', '22.11.2026', '2026-11-22', '2 times', '10mins'],
  ...[
    'for 60 laptops',
    '60laptops',
    'run 17',
    'run17',
    'week48',
    'build 10.0.22631',
    'in 10 Minuten',
    'через 10 минут',
    '14:00',
  ],
])('what people say of a sync is no serial: “%s”', (text) => {
  expect(read(text)).toEqual([]);
});

test.each([
  ['serials 5CG4200R01, 5CG4200R02', ['serials']],
  ['please 5CG4200R01 or 5CG4200R02.', ['please', 'or']],
  ['5CG4200R01 5CG4200R02 tomorrow 6am', ['tomorrow', '6am']],
])('in a sentence the serials are read, and the rest is named: “%s”', (text, nonsense) => {
  expect(serialsIn(text)).toMatchObject({ serials: ['5CG4200R01', '5CG4200R02'], nonsense });
});

test('another column is not taken for serials', () => {
  expect(serialsIn('5CG4200R01,Lenovo T14\n5CG4200R02,Lenovo T14')).toMatchObject({
    ...{ serials: ['5CG4200R01', '5CG4200R02'], skipped: 2, nonsense: [] },
  });
});

test('of what is no serial, as much is kept as is told', () => {
  const { nonsense } = serialsIn(`5CG4200R01\n${'bla bla\n'.repeat(3)}${'x'.repeat(1_000_000)}`);
  expect(nonsense.join('').length).toBeLessThan(100);
});

test.each(['5TFVK42', '1234ABC', '012345678901', '1234-5678-9012-3456-7890-1234-56', 'c02xk1abjg5h'])(
  '“%s” is a serial',
  (text) => {
    expect(read(text)).toEqual([text]);
  },
);

test('the seven letters of a Dell without a digit are a serial', () => {
  expect(read('GHJKLMN')).toEqual(['GHJKLMN']);
});

test('of a table without headings the first column is read, and the rest is counted', () => {
  expect(serialsIn('5CG4200R01\tLatitude\n5CG4200R02\tLatitude')).toMatchObject({
    ...{ serials: ['5CG4200R01', '5CG4200R02'], skipped: 2, nonsense: [] },
  });
});

test.each(['', '   ', '\n\n', ',;\t'])('nothing is in %j', (text) => {
  expect(serialsIn(text)).toEqual({ serials: [], repeated: 0, nonsense: [], skipped: 0, tooMany: false });
});
