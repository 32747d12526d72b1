import fc from 'fast-check';
import { hostileNames } from '../../../cards/gallery/samples/invented.ts';
import { escaped, harmless, unescaped } from '../../../cards/kit/escape.ts';

const { markdownToHtml, escapeHtml } = jest.requireActual<Record<string, (text: string) => string>>(
  '../../../bot/practice/page/markdown.ts',
) as { markdownToHtml(text: string): string; escapeHtml(text: string): string };

/** Any text, with more of what markdown looks for than chance would bring. */
const marks = [
  '[',
  ']',
  '(',
  ')',
  '<at>',
  '</at>',
  '{{',
  '}}',
  '**',
  '_',
  '`',
  '~',
  '\\',
  '\u2060',
  '\n',
  '    ',
  '# ',
];
const more = ['- ', '---', '===', '1. ', '> ', '![', 'https://', 'www.', '&lt;', '&#42;', '<b>', 'a', 'Ω', '👩‍💻', ' '];
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => text.replace(/[^\P{Cc}\t\n\r]/gu, '')),
  fc.array(fc.constantFrom(...marks, ...more), { maxLength: 12 }).map((parts) => parts.join('')),
);

test('what was escaped can be had back, whatever it was', () => {
  fc.assert(
    fc.property(anyText, (text) => unescaped(escaped(text)) === text),
    { numRuns: 2_000 },
  );
});

test('escaped text is drawn as the text it was', () => {
  const drawn = (text: string) =>
    markdownToHtml(escaped(text))
      .replaceAll('\u2060', '')
      .replaceAll(/&#(\d+);/g, (_, code) => escapeHtml(String.fromCharCode(code)));
  const asItIs = (text: string) => `<p>${escapeHtml(text).replaceAll('\u2060', '').replace(/\r?\n/g, '<br>')}</p>`;
  fc.assert(
    fc.property(anyText, (text) => drawn(text) === asItIs(text)),
    { numRuns: 2_000 },
  );
});

test('nothing that markdown, mentions or macros begin with is left', () => {
  const live =
    /<(?=[a-z/!?])|\{\{|&#?\w+;|:\/\/|\bwww\.|(?<!\\)(\\\\)*[[\]*_`~]|^\s*(#{1,6}\s|>|[+-]\s|\d+[.)]\s|[=-]+$)/im;
  fc.assert(
    fc.property(anyText, (text) => !live.test(escaped(text))),
    { numRuns: 2_000 },
  );
});

test.each(Object.entries(hostileNames))('%s in a name is escaped', (_, name) => {
  expect(escaped(name)).toMatchSnapshot();
});

test.each([escaped, harmless])('what no client can draw takes no more room than a letter (%p)', (shown) => {
  expect(shown('a\ud800b\x07c\u0085 👩‍💻')).toBe('a\ufffdb\ufffdc\ufffd 👩‍💻');
});

test('an ordinary name is left alone', () => {
  expect(escaped('Ana Ruiz (Contoso), PC-0042 #7 & sons')).toBe('Ana Ruiz (Contoso), PC-0042 #7 & sons');
});

/** Labels and choices: some clients draw them as markdown, some do not. */
describe('a label', () => {
  test('can be had back, whatever it was', () => {
    fc.assert(
      fc.property(anyText, (text) => unescaped(harmless(text)) === text),
      { numRuns: 2_000 },
    );
  });

  test('has no mark that a client without markdown would show', () => {
    const visible = (text: string) => text.replaceAll('\u2060', '');
    fc.assert(fc.property(anyText, (text) => visible(harmless(text)) === visible(text)));
  });

  test('holds nothing that could be pressed, mention somebody or change by itself', () => {
    const live = /<(?=[a-z/!?])|\{\{|&#?\w+;|:\/\/|\bwww\.|\](?=[([:])/i;
    fc.assert(
      fc.property(anyText, (text) => !live.test(harmless(text))),
      { numRuns: 2_000 },
    );
  });
});
