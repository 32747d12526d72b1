import fc from 'fast-check';
import {
  type DeviceWords,
  deviceWords,
  type PayloadWish,
  payloadWish,
  withoutOpening,
} from '../../../bot/commands/find-words.ts';

type Words = Extract<DeviceWords, { kind: 'words' }>;
const meant = (change: Partial<Words>): DeviceWords => ({
  ...{ kind: 'words', words: null, user: null, script: null, app: null, comanaged: false },
  ...change,
});
const failing = (name: string) => ({ name, failed: true });

describe('which devices somebody means', () => {
  test.each<[string, Partial<Words>]>([
    ['IPAD-07', { words: 'IPAD-07' }],
    ['device IPAD-07', { words: 'IPAD-07' }],
    ['устройство IPAD-07', { words: 'IPAD-07' }],
    ['Device 7', { words: 'Device 7' }],
    ['“Maria’s iPad”', { words: 'Maria’s iPad' }],
    ['Maria’s iPad', { words: 'Maria’s iPad', theirs: { user: 'Maria', words: 'iPad' } }],
    ["jon's laptop", { words: "jon's laptop", theirs: { user: 'jon', words: 'laptop' } }],
    ["jon's devices", { words: "jon's devices", theirs: { user: 'jon', words: null } }],
    ["James Bond's iPad", { words: "James Bond's iPad", theirs: { user: 'James Bond', words: 'iPad' } }],
    ['james’ phone', { words: 'james’ phone', theirs: { user: 'james', words: 'phone' } }],
    ['Jons Geräte', { words: 'Jons Geräte', theirs: { user: 'Jon', words: null } }],
    [
      "jon@contoso.example's phone",
      { words: "jon@contoso.example's phone", theirs: { user: 'jon@contoso.example', words: 'phone' } },
    ],
    ["jon's iPad with app Zoom", { words: "jon's iPad", app: 'Zoom', theirs: { user: 'jon', words: 'iPad' } }],
    ["jon's", { words: "jon's" }],
    ["o'brien@contoso.example", { user: "o'brien@contoso.example" }],
    ['"Hall, left"', { words: 'Hall, left' }],
    ['C02 XK1\u00a0YJHD', { words: 'C02 XK1 YJHD' }],
    ['ipad of maria.keller', { words: 'ipad', user: 'maria.keller' }],
    ['iPad OF “Maria Keller”', { words: 'iPad', user: 'Maria Keller' }],
    ['devices of jon@contoso.example', { user: 'jon@contoso.example' }],
    ['devices belonging to maria keller', { user: 'maria keller' }],
    ['jon@contoso.example', { user: 'jon@contoso.example' }],
    ['ipad jon@contoso.example', { words: 'ipad', user: 'jon@contoso.example' }],
    ['устройства пользователя maria.keller', { user: 'maria.keller' }],
    ['ipad у maria.keller', { words: 'ipad', user: 'maria.keller' }],
    ['устройства jon@contoso.example', { user: 'jon@contoso.example' }],
    ['devices where script "Map drives" failed', { script: failing('Map drives') }],
    ['devices where script Map drives failed.', { script: failing('Map drives') }],
    ['devices with failed script “Map drives”', { script: failing('Map drives') }],
    ['devices where script "Map drives" ran', { script: { name: 'Map drives', failed: false } }],
    ['devices with script “It failed”', { script: { name: 'It failed', failed: false } }],
    ['устройства, где скрипт «Map drives» завершился ошибкой', { script: failing('Map drives') }],
    ['Устройства, на которых скрипт Map drives не прошёл', { script: failing('Map drives') }],
    ['устройства со скриптом «Диски»', { script: { name: 'Диски', failed: false } }],
    ['devices with app Zoom', { app: 'Zoom' }],
    ['devices with the app “Zoom, Rooms” installed', { app: 'Zoom, Rooms' }],
    ['устройства с приложением Zoom', { app: 'Zoom' }],
    ['устройства, на которых установлено приложение «Zoom»', { app: 'Zoom' }],
    ['devices of maria with app Zoom where script X failed', { user: 'maria', app: 'Zoom', script: failing('X') }],
    [
      'ipad у maria с приложением «Zoom», где скрипт «X» не сработал',
      { words: 'ipad', user: 'maria', app: 'Zoom', script: failing('X') },
    ],
    ['co-managed LT-03', { words: 'LT-03', comanaged: true }],
    ['LT-03, co‑managed', { words: 'LT-03', comanaged: true }],
    ['comanaged devices of jon', { user: 'jon', comanaged: true }],
    ['совместно управляемые LT-03', { words: 'LT-03', comanaged: true }],
    ['Gerät IPAD-07', { words: 'IPAD-07' }],
    ['Geraet IPAD-07', { words: 'IPAD-07' }],
    ['iPad von maria.keller', { words: 'iPad', user: 'maria.keller' }],
    ['Geräte des Benutzers „Maria Keller“', { user: 'Maria Keller' }],
    ['Geräte, auf denen das Skript „Map drives“ fehlgeschlagen ist', { script: failing('Map drives') }],
    ['Geräte mit fehlgeschlagenem Skript Map drives', { script: failing('Map drives') }],
    ['Geräte mit der App »Zoom«', { app: 'Zoom' }],
    ['Geräte mit App Zoom installiert', { app: 'Zoom' }],
    ['co-verwaltete Geräte von jon', { user: 'jon', comanaged: true }],
    ['"co-managed"', { words: 'co-managed' }],
    ['“Hall of fame”', { words: 'Hall of fame' }],
    ['devices of', { words: 'of' }],
    ['devices with app', { words: 'with app' }],
    ['devices where script "X" succeeded', { words: 'succeeded', script: { name: 'X', failed: false } }],
  ])('%s', (text, change) => {
    expect(deviceWords(text)).toEqual(meant(change));
  });

  test.each(['', '  \u200b', ',', 'devices', 'all devices', 'Устройства:', 'все устройства', 'device'])(
    'nothing: %j',
    (text) => {
      expect(deviceWords(text)).toEqual({ kind: 'none' });
    },
  );

  test.each(['my devices', 'My device.', 'mine', 'мои устройства', 'Моё устройство', 'моих устройствах'])(
    'their own: %s',
    (text) => {
      expect(deviceWords(text)).toEqual({ kind: 'mine' });
    },
  );

  test.each([
    ['of jon', 'jon'],
    ['у пользователя maria.keller', 'maria.keller'],
    ['iPad of jon', 'iPad of jon'],
    ['of', 'of'],
    ['“of”', '“of”'],
  ])('%s is quoted back as %s', (typed, shown) => {
    expect(withoutOpening(typed)).toBe(shown);
  });

  test.each<[string, string[]]>([
    ['LT-01\nLT-02', ['LT-01', 'LT-02']],
    ['LT-01, LT-02', ['LT-01', 'LT-02']],
    ['LT-01;LT-02', ['LT-01', 'LT-02']],
    ['LT-01\tLT-02', ['LT-01', 'LT-02']],
    ['LT-01 and LT-02', ['LT-01', 'LT-02']],
    ['LT-01, LT-02 и LT-03', ['LT-01', 'LT-02', 'LT-03']],
    ['devices: LT-01, LT-02', ['LT-01', 'LT-02']],
    ['devices:\nLT-01\nLT-02', ['LT-01', 'LT-02']],
    ['устройства LT-01, LT-02', ['LT-01', 'LT-02']],
    ['devices of maria, jon', ['maria', 'jon']],
    ['“Hall, left”, “Hall, right”', ['Hall, left', 'Hall, right']],
    ['Hall of fame\nLT-02', ['Hall of fame', 'LT-02']],
    ['Device name,City\nLT-01,Berlin\nLT-02,Paris', ['LT-01', 'LT-02']],
  ])('a list: %j', (text, names) => {
    const words = deviceWords(text);
    expect(words.kind === 'list' && words.pasted.names.map((name) => name.text)).toEqual(names);
  });
});

describe('what somebody wants done with payloads', () => {
  const said = (text: string) => {
    const { devices, said: _, both: __, joined: ___, ...wish } = payloadWish(text);
    const where = devices.kind === 'list' ? devices.pasted.names.map((name) => name.text) : devices;
    return { ...wish, where };
  };
  const wish = (change: object) => ({
    ...{ intent: null, items: [], all: false, where: { kind: 'none' } },
    ...change,
  });
  const ipad = meant({ words: 'IPAD-07' });

  test.each<[string, object]>([
    ['', {}],
    ['on IPAD-07', { where: ipad }],
    ['на IPAD-07', { where: ipad }],
    ['IPAD-07', { where: ipad }],
    ['on device IPAD-07, please', { where: ipad }],
    ['ipad of maria.keller', { where: meant({ words: 'ipad', user: 'maria.keller' }) }],
    ['on my devices', { where: { kind: 'mine' } }],
    ['на моих устройствах', { where: { kind: 'mine' } }],
    ['remove "VPN" on IPAD-07', { intent: 'remove', items: ['VPN'], where: ipad }],
    ['Remove “VPN” from IPAD-07', { intent: 'remove', items: ['VPN'], where: ipad }],
    ['удалить «VPN» на IPAD-07', { intent: 'remove', items: ['VPN'], where: ipad }],
    ['удалить «VPN» с IPAD-07', { intent: 'remove', items: ['VPN'], where: ipad }],
    ['убери «VPN» у maria', { intent: 'remove', items: ['VPN'], where: meant({ user: 'maria' }) }],
    ['auf IPAD-07', { where: ipad }],
    ['auf meinen Geräten', { where: { kind: 'mine' } }],
    ['entferne „VPN“ auf IPAD-07', { intent: 'remove', items: ['VPN'], where: ipad }],
    ['entferne „VPN“ von IPAD-07, bitte', { intent: 'remove', items: ['VPN'], where: ipad }],
    ['entferne „VPN“ von Benutzer maria', { intent: 'remove', items: ['VPN'], where: meant({ user: 'maria' }) }],
    ['„VPN“ und „Mail“ auf IPAD-07 entfernen', { intent: 'remove', items: ['VPN', 'Mail'], where: ipad }],
    ['bringe alles auf IPAD-07 zurück', { intent: 'restore', all: true, where: ipad }],
    ['auf IPAD-07 alles wiederherstellen', { intent: 'restore', all: true, where: ipad }],
    ['please remove VPN on IPAD-07', { intent: 'remove', items: ['VPN'], where: ipad }],
    ['restore all on IPAD-07', { intent: 'restore', all: true, where: ipad }],
    ['restore on IPAD-07', { intent: 'restore', where: ipad }],
    ['вернуть всё на IPAD-07', { intent: 'restore', all: true, where: ipad }],
    ['on IPAD-07 remove "VPN", "Mail"', { intent: 'remove', items: ['VPN', 'Mail'], where: ipad }],
    ['на IPAD-07 восстановить всё', { intent: 'restore', all: true, where: ipad }],
    ['IPAD-07 remove VPN', { intent: 'remove', items: ['VPN'], where: ipad }],
    ['on IPAD-07 restore', { intent: 'restore', where: ipad }],
    ['"Wi-Fi Corp" and "Root CA" on IPAD-07', { items: ['Wi-Fi Corp', 'Root CA'], where: ipad }],
    ['Wi-Fi Corp, Root CA on IPAD-07', { items: ['Wi-Fi Corp', 'Root CA'], where: ipad }],
    [
      'remove “Sign on”, Mail and VPN on IPAD-07',
      { intent: 'remove', items: ['Sign on', 'Mail and VPN'], where: ipad },
    ],
    ['remove Mail for iOS on IPAD-07', { intent: 'remove', items: ['Mail for iOS'], where: ipad }],
    ['remove "VPN"', { intent: 'remove', items: ['VPN'] }],
    ['remove VPN', { intent: 'remove', items: ['VPN'] }],
    ['"VPN"', { items: ['VPN'] }],
    ['"VPN" IPAD-07', { items: ['VPN'], where: ipad }],
    ['IPAD-07 "VPN"', { items: ['VPN'], where: ipad }],
    ['remove "VPN" IPAD-07', { intent: 'remove', items: ['VPN'], where: ipad }],
    ['"Wi-Fi Corp", "Root CA" on\nLT-01\nLT-02', { items: ['Wi-Fi Corp', 'Root CA'], where: ['LT-01', 'LT-02'] }],
    ['Wi-Fi Corp, Root CA on LT-01\nLT-02', { items: ['Wi-Fi Corp', 'Root CA'], where: ['LT-01', 'LT-02'] }],
    ['on LT-01, LT-02 remove "VPN"', { intent: 'remove', items: ['VPN'], where: ['LT-01', 'LT-02'] }],
    ['LT-01\nLT-02', { where: ['LT-01', 'LT-02'] }],
    ['IPAD-ANA and IPAD-JON', { where: ['IPAD-ANA', 'IPAD-JON'] }],
    ['Ulm and Front-Desk', { where: meant({ words: 'Ulm and Front-Desk' }) }],
    ['"LT-01"\n"LT-02"', { where: ['LT-01', 'LT-02'] }],
    [
      'remove "VPN" on devices where script "Map drives" failed',
      { intent: 'remove', items: ['VPN'], where: meant({ script: failing('Map drives') }) },
    ],
    ['devices where script "Map drives" failed', { where: meant({ script: failing('Map drives') }) }],
    [
      'удалить «VPN» на устройствах, на которых скрипт «Диски» не выполнился',
      { intent: 'remove', items: ['VPN'], where: meant({ script: failing('Диски') }) },
    ],
    [
      'удалить «VPN» на устройствах с приложением Zoom',
      { intent: 'remove', items: ['VPN'], where: meant({ app: 'Zoom' }) },
    ],
    [
      'restore “VPN” on co-managed LT-03',
      { intent: 'restore', items: ['VPN'], where: meant({ words: 'LT-03', comanaged: true }) },
    ],
  ])('%j', (text, change) => {
    expect(said(text)).toEqual(wish(change));
  });
});

test.each([
  ['remove "VPN" on IPAD-07, FRONT-DESK, LT-0142', 'IPAD-07, FRONT-DESK, LT-0142'],
  ['on IPAD-07 restore all', 'IPAD-07'],
  ['удалить «VPN» с телефон елкина', 'телефон елкина'],
  ['"VPN" on\nLT-01\nLT-02', 'LT-01\nLT-02'],
  ['remove "VPN"', ''],
])('in %j the devices were called %j', (text, said) => {
  expect(payloadWish(text).said).toBe(said);
});

test.each<[string, string[][]]>([
  ['Outlook and Teams on IPAD-07', [['Outlook', 'Teams']]],
  ['удалить Outlook, Teams и Wi-Fi Corp с IPAD-07', [['Teams', 'Wi-Fi Corp']]],
  ['Mail, Outlook а также Teams und Edge auf IPAD-07', [['Outlook', 'Teams', 'Edge']]],
  ['remove “Outlook and Teams” on IPAD-07', []],
  ['remove “Outlook” and Teams on IPAD-07', []],
  ['remove Outlook, and Teams on IPAD-07', []],
  ['remove and on IPAD-07', []],
])('in %j these may be names of their own: %j', (text, parts) => {
  expect(payloadWish(text).joined.map((one) => one.parts)).toEqual(parts);
});

describe('to remove one thing and to restore another', () => {
  test.each([
    'remove "Outlook", restore "Teams" on IPAD-07',
    'remove "Outlook" and restore "Teams" on IPAD-07',
    'restore "Teams" on IPAD-07 and remove "Outlook"',
    'удалить «Outlook», вернуть «Teams» на IPAD-07',
    'entferne „Outlook“ und bringe „Teams“ auf IPAD-07 zurück',
  ])('is two wishes: %s', (text) => {
    expect(payloadWish(text).both).toBe(true);
  });

  test.each([
    'remove "Outlook" and "Restore Point" on IPAD-07',
    'remove System Restore on IPAD-07',
    'remove "Outlook", remove "Teams" on IPAD-07',
    'restore all on IPAD-07',
  ])('is not what this says: %s', (text) => {
    expect(payloadWish(text).both).toBe(false);
  });
});

describe('any text at all', () => {
  const names = ['LT-01', 'maria', 'Zoom', 'x9', 'Ноутбук', 'ana@contoso.example'];
  const grammar = [
    ...[
      'of',
      'with app',
      'where script',
      'failed',
      'devices',
      'device',
      'co-managed',
      'on',
      'from',
      'remove',
      'restore',
      'all',
      'and',
      'please',
    ],
    ...['у', 'с приложением', 'где скрипт', 'завершился ошибкой', 'на', 'удалить', 'вернуть', 'всё', 'и', 'my', 'user'],
    ...[',', ';', '"', '“', '”', '«', '»', "'", '\n', '\t', '\u00a0', ':'],
  ];
  const piece = fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom(...grammar),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const anything = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' '));

  const inDevices = (words: DeviceWords): string[] => {
    if (words.kind === 'list') return words.pasted.names.map(({ text }) => text);
    if (words.kind !== 'words') return [];
    return [words.words, words.user, words.script?.name, words.app].filter((text) => text != null);
  };
  const inWish = ({ items, devices }: PayloadWish) => [...items, ...inDevices(devices)];
  const isTold = (name: string, told: readonly string[]) => told.some((text) => text.includes(name));

  test('is understood somehow, and never breaks', () => {
    fc.assert(
      fc.property(fc.oneof(anything, fc.string({ unit: 'binary' })), (text) => {
        expect(['none', 'mine', 'list', 'words']).toContain(deviceWords(text).kind);
        expect(Array.isArray(payloadWish(text).items)).toBe(true);
      }),
    );
  });

  test('no name is lost: each is found in what was understood', () => {
    const named = fc.array(fc.oneof(fc.constantFrom(...names), fc.constantFrom(...grammar)), { maxLength: 12 });
    fc.assert(
      fc.property(named, (pieces) => {
        const text = pieces.join(' ');
        for (const name of names.filter((one) => pieces.includes(one))) {
          const words = deviceWords(text);
          const skips = words.kind === 'list' && words.pasted.skipped > 0;
          expect([name, text, skips || isTold(name, inDevices(words))]).toEqual([name, text, true]);
          const wish = payloadWish(text);
          const leaves = wish.devices.kind === 'list' && wish.devices.pasted.skipped > 0;
          expect([name, text, leaves || isTold(name, inWish(wish))]).toEqual([name, text, true]);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('twenty thousand characters are no trouble', () => {
    for (const piece of ['a ', '"', '“a', 'of ', ', ', 'remove ', '\n', 'where script '])
      expect(deviceWords(piece.repeat(20_000 / piece.length)).kind).toMatch(/none|list|words/);
  });
});
