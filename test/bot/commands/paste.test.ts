import fc from 'fast-check';
import Papa from 'papaparse';
import { csvOf } from '../../../bot/commands/csv.ts';
import { type Pasted, readPasted } from '../../../bot/commands/paste.ts';

const namesIn = (text: string) => readPasted(text).names.map((name) => name.text);

describe('a list, however it is written', () => {
  test.each<[string, string, string[]]>([
    ['lines', 'LT-01\nLT-02\nLT-03', ['LT-01', 'LT-02', 'LT-03']],
    ['lines of Windows', 'LT-01\r\nLT-02\r\n', ['LT-01', 'LT-02']],
    ['lines of an old Mac, and of a web page', 'LT-01\rLT-02\u2028LT-03', ['LT-01', 'LT-02', 'LT-03']],
    ['empty lines between', '\n\nLT-01\n \n\nLT-02\n', ['LT-01', 'LT-02']],
    ['commas', 'LT-01, LT-02,LT-03', ['LT-01', 'LT-02', 'LT-03']],
    ['semicolons', 'LT-01; LT-02;', ['LT-01', 'LT-02']],
    ['tabs', 'LT-01\tLT-02', ['LT-01', 'LT-02']],
    ['everything at once', 'LT-01, LT-02;LT-03\tLT-04\nLT-05', ['LT-01', 'LT-02', 'LT-03', 'LT-04', 'LT-05']],
    ['an enumeration over two lines', 'LT-01, LT-02\nLT-03, LT-04', ['LT-01', 'LT-02', 'LT-03', 'LT-04']],
    ['an enumeration that ends with "and"', 'LT-01, LT-02 and LT-03', ['LT-01', 'LT-02', 'LT-03']],
    ['and in Russian', 'LT-01, LT-02 и LT-03', ['LT-01', 'LT-02', 'LT-03']],
    ['a name with "and" in it', 'Black and white printer\nLT-01', ['Black and white printer', 'LT-01']],
    [
      'bullets',
      '• LT-01\n- LT-02\n* LT-03\n– LT-04\n·LT-05\n- [ ] LT-06\n☑ LT-07',
      ['LT-01', 'LT-02', 'LT-03', 'LT-04', 'LT-05', 'LT-06', 'LT-07'],
    ],
    ['numbering', '1. LT-01\n2) LT-02\n(3) LT-03\n4.\tLT-04', ['LT-01', 'LT-02', 'LT-03', 'LT-04']],
    ['names that begin like numbering', '10.0.0.7\n-LT-01\n2nd-iPad', ['10.0.0.7', '-LT-01', '2nd-iPad']],
    [
      'quotes',
      '"LT-01"\n“LT-02”\n«LT-03»\n„LT-04“\n\'LT-05\'\n‘LT-06’',
      ['LT-01', 'LT-02', 'LT-03', 'LT-04', 'LT-05', 'LT-06'],
    ],
    ['commas in quotes', '"Hall, left", “Hall, right”, LT-03', ['Hall, left', 'Hall, right', 'LT-03']],
    ['quotes in quotes', '"The ""big"" one", LT-03', ['The "big" one', 'LT-03']],
    [
      'quotes and apostrophes inside names',
      "Maria’s iPad\n15\" MacBook\nRock 'n' Roll",
      ['Maria’s iPad', '15" MacBook', "Rock 'n' Roll"],
    ],
    ['a quote that never closes', '"LT-01, LT-02', ['"LT-01', 'LT-02']],
    ['byte order mark and invisible characters', '\ufeffLT-01\n\u200bLT-02\u2060', ['LT-01', 'LT-02']],
    ['spaces that do not break', 'C02\u00a0XK1\nLT\u202f02', ['C02 XK1', 'LT 02']],
    ['rules between groups', 'LT-01\n-----\n***\nLT-02', ['LT-01', 'LT-02']],
    ['names without a letter or a digit', '👩‍💻\nLT-01', ['👩‍💻', 'LT-01']],
    [
      'users',
      'maria.keller@contoso.example\nана@contoso.example',
      ['maria.keller@contoso.example', 'ана@contoso.example'],
    ],
    ['nothing', ' \n\t\n,;', []],
  ])('%s', (_, text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  test('tells the line each name stands on', () => {
    expect(readPasted('\nLT-01\n\nLT-02, LT-03').names).toEqual([
      { text: 'LT-01', line: 2 },
      { text: 'LT-02', line: 4 },
      { text: 'LT-03', line: 4 },
    ]);
  });

  test.each(['Please sync these:\nLT-01\nLT-02', 'Device name\nLT-01\nLT-02', '"Серийный номер"\nLT-01\nLT-02'])(
    'leaves out what stands above it: %j',
    (text) => {
      expect(readPasted(text)).toMatchObject({ names: [{ text: 'LT-01', line: 2 }, { text: 'LT-02' }], skipped: 1 });
    },
  );
});

describe('a table', () => {
  test.each<[string, string, string[], string | null]>([
    ['by a device name', 'Device ID,Device name,OS\n1,LT-01,iOS\n2,LT-02,iOS', ['LT-01', 'LT-02'], 'Device name'],
    ['by a serial number', 'User;Serial number\nana;C02\njon;C03', ['C02', 'C03'], 'Serial number'],
    ['in Russian', 'Пользователь\tИмя устройства\nАна\tLT-01\nJon\tLT-02', ['LT-01', 'LT-02'], 'Имя устройства'],
    ['by a Russian serial number', 'Модель;Серийный номер\niPad;C02\niPad;C03', ['C02', 'C03'], 'Серийный номер'],
    [
      'the name before the serial',
      'Serial number,Device name\nC02,LT-01\nC03,LT-02',
      ['LT-01', 'LT-02'],
      'Device name',
    ],
    [
      'by users, if it has nothing better',
      'City,UPN\nBerlin,a@x.example\nParis,b@x.example',
      ['a@x.example', 'b@x.example'],
      'UPN',
    ],
    ['however the heading is written', ' "DEVICE_NAME" ,os\nLT-01,iOS', ['LT-01'], 'DEVICE_NAME'],
    [
      'with spaces behind the commas',
      'Device name, City\nLT-01, Berlin\nLT-02, Paris',
      ['LT-01', 'LT-02'],
      'Device name',
    ],
    ['without a heading: the first column', 'LT-01\tBerlin\nLT-02\tParis', ['LT-01', 'LT-02'], ''],
    ['with an unknown heading: the first column', 'Asset;City\nLT-01;Berlin', ['Asset', 'LT-01'], ''],
    [
      'rows of different lengths under a heading',
      'Device name,City\nLT-01\nLT-02,Paris,France',
      ['LT-01', 'LT-02'],
      'Device name',
    ],
    [
      'with commas and line breaks in cells',
      'Note,Device name\n"one,\ntwo",LT-01\nx,"Hall, left"',
      ['LT-01', 'Hall, left'],
      'Device name',
    ],
    ['with empty cells', 'Device name,City\n,Berlin\nLT-02,', ['LT-02'], 'Device name'],
    ['in German', 'Gerätename;Seriennummer\nLT-01;C02XK1\nLT-02;C02XK2', ['LT-01', 'LT-02'], 'Gerätename'],
    ['that tells Excel its delimiter', 'sep=;\nDevice name;City\nLT-01;Berlin', ['LT-01'], 'Device name'],
    [
      'that keeps zeros from a spreadsheet',
      'Serial,City\n="00123",Berlin\n="00124",Paris',
      ['00123', '00124'],
      'Serial',
    ],
    ['with a byte order mark', '\ufeff"Device name","City"\r\n"LT-01","Berlin"\r\n', ['LT-01'], 'Device name'],
  ])('%s', (_, text, names, column) => {
    const read = readPasted(text);
    expect(read.names.map((name) => name.text)).toEqual(names);
    expect(read.column).toBe(column);
  });

  test('says how many cells it left out, and where a name stands', () => {
    expect(readPasted('Note,Device name\n"one,\ntwo",LT-01\n\n,LT-02\nx,')).toEqual({
      names: [
        { text: 'LT-01', line: 2 },
        { text: 'LT-02', line: 5 },
      ],
      repeated: [],
      skipped: 4,
      tooMany: false,
      column: 'Device name',
    });
  });

  test('broken quotes make it a list', () => {
    expect(readPasted('Device name,City\n"LT-01,Berlin').column).toBeNull();
  });
});

describe('what repeats', () => {
  test.each([
    ['in another case', 'LT-01\nlt-01\nLt-01', 'LT-01', 3],
    ['a serial with and without its spaces', 'C02 XK1 YJHD\nc02xk1yjhd', 'C02 XK1 YJHD', 2],
    ['in full width', 'LT-01\nＬＴ－０１', 'LT-01', 2],
  ])('%s', (_, text, first, times) => {
    expect(readPasted(text)).toMatchObject({ names: [{ text: first, line: 1 }], repeated: [{ text: first, times }] });
  });

  test('names that differ in their spaces stay apart', () => {
    expect(namesIn('iPad 1 12\niPad 11 2\nAnn Marie\nAnnMarie')).toHaveLength(4);
  });
});

test('two thousand names are taken, one more is too many', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `LT-${index}`).join('\n');
  expect(readPasted(lines(2_000))).toMatchObject({ tooMany: false });
  const more = readPasted(lines(2_001));
  expect(more.tooMany).toBe(true);
  expect(more.names).toHaveLength(2_000);
});

describe('any text at all', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'LT-01',
      'Device name',
      '"',
      '“',
      '”',
      '«',
      ',',
      ';',
      '\t',
      '\n',
      '\r\n',
      ' ',
      '- ',
      '1. ',
      ':',
      ' and ',
      '\ufeff',
      "'",
      '=',
      'sep=;',
    ),
  );
  const anything = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  const letters = (text: string) => text.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? [];

  test('is read without breaking, and every name is part of it', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { names } = readPasted(text);
        for (const name of names) expect(letters(text).join('')).toContain(letters(name.text).join(''));
      }),
    );
  });

  test('loses no letter silently: all are in names, or it says that something repeats or was left out', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const read = readPasted(text);
        if (read.repeated.length > 0 || read.skipped > 0 || saysMoreThanNames(text)) return;
        expect(read.names.flatMap((name) => letters(name.text)).length).toBe(letters(text).length);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Numbering, the word between the last two, and Excel's line are no part of any name. */
const saysMoreThanNames = (text: string) => /\d[.)]|\(\d|\[|sep=| and /i.test(text);

describe('a CSV of ours', () => {
  test('comes back as it was, Cyrillic, commas, quotes and line breaks included', () => {
    const header = ['Device name', 'Outcome'];
    const rows = [
      ['LT-01', 'done, at last'],
      ['Ноутбук "Ана"', 'строка\nвторая'],
    ];
    const file = csvOf(header, rows);
    expect(file.startsWith('\ufeffDevice name,Outcome\r\n')).toBe(true);
    expect(file.endsWith('\r\n')).toBe(true);
    expect(namesIn(file)).toEqual(['LT-01', 'Ноутбук "Ана"']);
  });

  test.each(['=1+1', '+1', '-2016341112', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])('%j is not calculated', (cell) => {
    const line = csvOf(['a'], [[cell]])
      .split('\r\n')
      .slice(1)
      .join('\r\n');
    expect(line.startsWith(`"'${cell}"`)).toBe(true);
  });

  test('a harmless cell is left as it is', () => {
    expect(csvOf(['a', 'b'], [['LT-01', 'x=1']])).toBe('\ufeffa,b\r\nLT-01,x=1\r\n');
  });

  test('no cell begins a formula, whatever it holds, and none is lost', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('=1', '"=1', ',=1', '\n=1', '  @a', '-'));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), (cells) => {
        const { data } = Papa.parse<string[]>(csvOf(['a'], [cells]), { delimiter: ',', newline: '\r\n' });
        const read = data[1] ?? [];
        expect(read.map((one) => one.replace(/^'/, ''))).toEqual(cells.map((one) => one.replace(/^'/, '')));
        for (const one of read) expect(one).not.toMatch(/^(\s*[=+\-@]|[\t\r\n])/);
      }),
    );
  });
});

test('a table of a hundred columns and rows is no trouble', () => {
  const row = Array.from({ length: 100 }, (_, index) => `c${index}`).join(',');
  const read: Pasted = readPasted(Array.from({ length: 100 }, () => row).join('\n'));
  expect(read.names).toEqual([{ text: 'c0', line: 1 }]);
  expect(read.repeated).toEqual([{ text: 'c0', times: 100 }]);
});
