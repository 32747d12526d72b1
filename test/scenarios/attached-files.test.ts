import { openLexicon } from '../../cards/words/index.ts';
import { choicesOn, until } from '../helpers/chat.ts';
import type { Desk } from '../helpers/desk.ts';
import type { Told } from '../helpers/loopback.ts';
import { deskForEach } from './desk-for-each.ts';

const { say } = openLexicon()('en', 'Europe/Berlin');

const desk = deskForEach();

const devices = 'Device name,OS\r\nIPAD-07,iPadOS\r\nIPAD-ANA,iPadOS\r\n';
const attached = (...of: Parameters<Desk['connector']['files']['attached']>) => ({
  attachments: [desk().connector.files.attached(...of)],
});
const card = () => desk().ana.newest().card.fallbackText;
const found = (count: number) => new RegExp(`^.*lines read · ${count} found`, 'm');

describe('a file with a list of devices', () => {
  test('alone is read like a pasted list, without a token of the bot, and nothing is started', async () => {
    await desk().ana.says('', attached('devices.csv', `${devices}NOPE-1,iPadOS\r\n`));
    expect(card()).toContain(say('reading.title'));
    expect(card()).toMatch(/3 lines read · 2 found · 1 not found/);
    expect(desk().connector.files.visits).toHaveLength(1);
    expect(desk().connector.files.visits[0]?.headers.authorization).toBeUndefined();
    expect(
      desk()
        .graph.visits()
        .filter(({ method, path }) => method === 'POST' && !path.includes('batch')),
    ).toEqual([]);
  });

  test.each([
    'sync payloads remove "Mail profile" on',
    'sync payloads remove "Mail profile"',
    'sync payloads on',
    'синхронизировать полезные данные снять "Mail profile" с',
  ])('goes with words: %s', async (text) => {
    await desk().ana.says(text, attached('devices.csv', devices));
    expect(card()).toMatch(found(2));
    await desk().ana.presses(/^Continue/);
    expect(card()).toContain(text.includes('Mail') ? 'Mail profile' : 'IPAD-07');
  });

  test('goes with “device”: which of them is looked at is asked', async () => {
    await desk().ana.says('device', attached('devices.csv', devices));
    expect(card()).toContain(say('choice.title.device'));
    expect(choicesOn(desk().ana.newest()).map(({ title }) => title)).toEqual([
      expect.stringContaining('IPAD-07'),
      expect.stringContaining('IPAD-ANA'),
    ]);
  });

  test.each([
    'watch',
    'watch these devices',
    'watch devices failures only',
    'watch until check-in',
    'следи за этими устройствами до готовности',
    'beobachte diese Geräte, bis erledigt',
  ])('is watched: %s', async (text) => {
    await desk().ana.says(text, attached('devices.csv', devices));
    expect(card()).toContain(say('watch.list.taken', { count: 2, names: 'IPAD-07 and IPAD-ANA' }));
  });

  test('is watched until what was said, where something is to be done on one of them', async () => {
    await desk().ana.says('sync payloads remove "Mail profile" on IPAD-07');
    await desk().ana.presses(say('plan.run'));
    for (const [text, until] of [
      ['watch these devices', 'done'],
      ['watch these devices until check-in', 'check-in'],
    ] as const) {
      await desk().ana.says(text, attached('devices.csv', devices));
      await desk().ana.sees(new RegExp(say(`watch.will.devices.${until}`)));
    }
  });

  test('goes with words that are no command', async () => {
    await desk().ana.says('could you look at these please', attached('devices.txt', 'IPAD-07\nIPAD-ANA\n'));
    expect(card()).toMatch(found(2));
  });

  test('holds data: its words are no commands', async () => {
    const rows = 'Device name;Action;Note\nIPAD-07;restore all;remove "VPN" on\nIPAD-ANA;sync autopilot;cancel 1\n';
    await desk().ana.says('sync payloads remove "Mail profile" on', attached('devices.csv', rows));
    await desk().ana.presses(/^Continue/);
    expect(card()).toContain('Mail profile');
    expect(card()).toContain('IPAD-07');
    expect(card()).not.toMatch(/VPN|Will be restored/);
  });

  test('is read in whatever encoding Excel and Notepad write', async () => {
    const text = 'Устройство;Модель\r\nПланшет-Склад-1;iPad\r\nТелефон Ёлкина;iPhone\r\n';
    for (const bytes of [utf8(text), utf16(text), swapped(utf16(text)), windows1251(text)]) {
      await desk().ana.says('', attached('устройства.csv', bytes));
      expect(card()).toMatch(found(2));
    }
  });

  test('may be far longer than anything that can be typed', async () => {
    const cells = '"x","y","z"'.repeat(20);
    const rows = Array.from({ length: 1_500 }, (_, row) => `NOPE-${row},${cells}`).join('\n');
    await desk().ana.says('', attached('devices.csv', `Device name,Other\nIPAD-07,${cells}\n${rows}\n`));
    expect(card()).toMatch(/1,?501 lines read · 1 found/);
  });

  test('may hold a name as long as itself, which Intune is not asked for whole', async () => {
    await desk().ana.says('', attached('devices.txt', `IPAD-07\n${'x'.repeat(1024 * 1024 - 8)}`));
    expect(card()).toMatch(/2 lines read · 1 found · 1 not found/);
    const asked = desk()
      .graph.visits()
      .map(({ path, body }) => JSON.stringify([path, body]).length);
    expect(Math.max(...asked)).toBeLessThan(5_000);
  });

  test('that Teams delivers twice is fetched once', async () => {
    const files = attached('devices.csv', devices);
    await Promise.all([desk().ana.says('', { id: 'f-1', ...files }), desk().ana.says('', { id: 'f-1', ...files })]);
    await desk().ana.says('', { id: 'f-1', ...files });
    expect(desk().connector.files.visits).toHaveLength(1);
    expect(desk().ana.messages()).toHaveLength(1);
  });

  test('in a group stays unread, and what was said with it is answered', async () => {
    const group = desk().person('Ana Ruiz', { conversationId: '19:group@thread.v2', kind: 'groupChat' });
    await group.says('runs', attached('devices.csv', devices));
    expect(group.newest().card.fallbackText).toContain(say('runs.none'));
    expect(desk().connector.files.visits).toEqual([]);
  });

  test('beside a picture and a quoted message is still one file', async () => {
    const others = [
      { contentType: 'text/html', content: '<div>x</div>' },
      { contentType: 'image/png', contentUrl: 'x' },
    ];
    const [file] = attached('devices.csv', devices).attachments;
    await desk().ana.says('', { attachments: [...others, file] });
    expect(card()).toMatch(found(2));
  });
});

describe('a file that cannot be read is told, and why', () => {
  const binary = Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1, 2, 3, 0xff, 0xfe, 0]);
  const elsewhere: [string, Told][] = [
    ['a redirect, which is not followed', { status: 302, headers: { location: '/files/f-0' } }],
    ['404', { status: 404 }],
    ['500', { status: 500, body: devices }],
    ['a broken connection', { trouble: 'broken' }],
    ['silence', { trouble: 'silent' }],
  ];
  const unread: [string, string, string | Buffer, 'too-large' | 'not-text' | 'empty' | 'kind'][] = [
    ['10 MB', 'devices.csv', Buffer.alloc(10 * 1024 * 1024, 'x'), 'too-large'],
    ['a byte more than 1 MB', 'devices.csv', Buffer.alloc(1024 * 1024 + 1, 'x'), 'too-large'],
    ['a workbook by another name', 'devices.csv', binary, 'not-text'],
    ['nothing in it', 'devices.csv', '', 'empty'],
    ['only delimiters in it', 'devices.csv', ';;;\r\n;;;\r\n', 'empty'],
    ['a workbook', 'devices.xlsx', binary, 'kind'],
    ['no extension', 'devices', devices, 'kind'],
  ];

  test.each(unread)('%s', async (_, name, content, why) => {
    await desk().ana.says('sync payloads on', attached(name, content));
    await tells(say(`file.${why}`, { name }));
  });

  test.each(elsewhere)('%s', async (_, told) => {
    await desk().ana.says('', attached('devices.csv', told));
    await tells(say('file.unreachable', { name: 'devices.csv' }));
    expect(desk().connector.files.visits).toHaveLength(1);
  });

  test.each([
    'http://contoso.sharepoint.com/devices.csv',
    'https://contoso.sharepoint.com.evil.example/devices.csv',
    'https://contoso.sharepoint.com/devices.csv',
    'https://169.254.169.254/latest/meta-data',
    'http://169.254.169.254/latest/meta-data',
    'https://contoso.sharepoint.com@evil.example/devices.csv',
    'file:///etc/passwd',
    'ftp://127.0.0.1/devices.csv',
    'nonsense',
  ])('at an address that practice never asks: %s', async (downloadUrl) => {
    await desk().ana.says('', attached('devices.csv', devices, { downloadUrl }));
    await tells(say('file.address', { name: 'devices.csv' }));
    expect(desk().connector.files.visits).toEqual([]);
  });

  test('several at once', async () => {
    const [one] = attached('one.csv', devices).attachments;
    const [other] = attached('other.csv', devices).attachments;
    await desk().ana.says('', { attachments: [one, other] });
    await tells(say('file.several'));
    expect(desk().connector.files.visits).toEqual([]);
  });

  test('an attachment without an address', async () => {
    await desk().ana.says('', attached('devices.csv', devices, { downloadUrl: 17, fileType: 'csv' }));
    await tells(say('file.unreachable', { name: 'devices.csv' }));
  });

  test('in Russian', async () => {
    desk().jon.speaks('ru-RU');
    await desk().jon.says('', attached('devices.csv', binary));
    const russian = openLexicon()('ru', 'Europe/Berlin');
    await desk().jon.sees(new RegExp(russian.say('file.title')));
    expect(desk().jon.newest().card.fallbackText).toContain(russian.say('file.not-text', { name: 'devices.csv' }));
    desk().jon.speaks('en-US');
  });

  test('with a name that would be a link or a whole page', async () => {
    await desk().ana.says('', attached(`[x](https://evil.example)${'x'.repeat(900)}.csv`, binary));
    await tells('[x](https://evil.example)xx');
    expect(JSON.stringify(desk().ana.newest().card.body)).not.toContain('](https://');
    expect(card().length).toBeLessThan(500);
  });

  /** Nothing was done, and there is a way on. */
  async function tells(sentence: string): Promise<void> {
    expect(card()).toContain(say('file.title'));
    expect(card()).toContain(sentence);
    expect(desk().graph.visits()).toEqual([]);
    await desk().ana.presses(say('file.choose'));
    await until(
      () => card().includes(say('pick.title')),
      () => `no picker:\n${card()}`,
    );
  }
});

const utf8 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf8');
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();

function windows1251(text: string): Buffer {
  const letters = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Buffer.from([...text].map((letter) => letters.indexOf(letter)));
}
