import fc from 'fast-check';
import { textIn } from '../../../bot/teams/file-text.ts';

/** The letters of a single-byte encoding, by their bytes. */
const lettersOf = (encoding: string) =>
  new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
const encoded = (text: string, encoding: string) =>
  Buffer.from([...text].map((letter) => lettersOf(encoding).indexOf(letter)));
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

const russian = 'Имя устройства;Владелец\r\nПланшет-Склад-1;Пётр Ёлкин\r\nIPAD-07;Мария\r\n';
const western = 'Gerät;Benutzer\r\nIPAD-Käthe;Jürgen Groß\r\nÉCRAN-2;Zoë – “Zoé”\r\n';

describe('a text is read as it was written', () => {
  test.each([
    ['UTF-8', Buffer.from(russian), russian],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${russian}`), russian],
    ['UTF-16, little end first', utf16(russian), russian],
    ['UTF-16, big end first', utf16(russian).swap16(), russian],
    ['Windows-1251', encoded(russian, 'windows-1251'), russian],
    ['Windows-1252', encoded(western, 'windows-1252'), western],
    ['Windows-1252 with two such letters in a row', encoded('Straße;Grüße', 'windows-1252'), 'Straße;Grüße'],
    ['ASCII', Buffer.from('LT-01\tLT-02\n'), 'LT-01\tLT-02\n'],
    ['nothing', Buffer.alloc(0), ''],
  ])('%s', (_, bytes, text) => {
    expect(textIn(bytes)).toBe(text);
  });

  test('whatever it says, in UTF-8 and UTF-16', () => {
    const line = fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Cc}|[\ufffe\uffff\ufeff]/u.test(text));
    fc.assert(
      fc.property(line, (text) => {
        expect(textIn(Buffer.from(text))).toBe(text);
        expect(textIn(utf16(text))).toBe(text);
      }),
    );
  });
});

describe('what is no text is not guessed at', () => {
  test.each([
    ['a workbook', Buffer.from('PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
    ['UTF-16 without its mark', Buffer.from('LT-01\n', 'utf16le')],
    ['half a letter of UTF-16', Buffer.concat([utf16('LT-01'), Buffer.from([0x41])])],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x4c, 0, 0, 0])],
    ['signs that steer a terminal', Buffer.from('LT-01\x1b[2J\n')],
    ['bytes that stand for nothing in any of them', Buffer.from([0x81, 0x8d, 0x8f, 0x90, 0x9d])],
  ])('%s', (_, bytes) => {
    expect(textIn(bytes)).toBeNull();
  });

  test('any bytes at all are a text or none, and never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = textIn(bytes);
        expect(text ?? '').not.toContain('\u0000');
      }),
    );
  });
});
