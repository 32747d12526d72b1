/**
 * Cards draw text as markdown; everything we show is plain text, whoever it comes from. Device names, error texts and people's
 * names appear as they are: no link, mention, picture, heading or date macro.
 */
export const escaped = (text: string): string =>
  suspicious.test(text) ? unseen(doubled(readable(text)).replace(/[\\`*_~[\]]/g, '\\$&')) : text;

/**
 * The same for labels and choices. Some clients draw them as markdown and some do not and would show the backslashes, so only
 * marks without a width are put in: nothing becomes a link, a mention or a picture, though stars may turn bold.
 */
export const harmless = (text: string): string =>
  unseen(
    doubled(readable(text))
      .replaceAll('\\', `\\${gap}`)
      .replace(/\](?=[([:])/g, `]${gap}`),
  );

/** Whatever anything below looks for; most of what is shown has none of it, and this is asked of every line of every card. */
const suspicious = /[\\`*_~[\]<&{\t\u2060\ud800-\udfff]|[^\P{Cc}\n\r]|:\/\/|www\.| {4}|^[^\S\r\n]*[#>+=\d-]/imu;

/** Controls and halves of pairs draw nothing, and take three times their room as JSON. */
const readable = (text: string) => text.replace(/[\ud800-\udfff]|[^\P{Cc}\t\n\r]/gu, '\ufffd');

const doubled = (text: string) => text.replaceAll(gap, gap + gap);

/** What needs no backslash: a mark in its middle keeps the pattern from being seen as one. */
const unseen = (text: string) =>
  text
    .replace(lineStart, `$1${gap}$2`)
    .replace(/<(?=[a-z/!?])/gi, `<${gap}`)
    .replace(/&(?=#?\w+;)/g, `&${gap}`)
    .replace(/\{(?=\{)/g, `{${gap}`)
    .replace(/:\/\//g, `:${gap}//`)
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}${gap}.`);

/** The text as it was before `escaped` or `harmless`. */
export function unescaped(text: string): string {
  if (!text.includes('\\') && !text.includes(gap)) return text;
  return text.replace(/\\([\\`*_~[\]])/g, '$1').replace(gaps, '$1');
}

/** A word joiner: has no width, allows no line break, and keeps a pattern from being seen as one. Doubled, it is one of the text's own. */
const gap = '\u2060';
const gaps = new RegExp(`${gap}(${gap}?)`, 'g');

/** Headings, quotes, lists, underlines of headings and rules, and the indent of code. */
const lineStart =
  /^([^\S\r\n]*)(#{1,6}(?=\s|$)|>|[+-](?=\s|$)|[=-]+(?=[^\S\r\n]*$)|\d+[.)](?=\s|$)|(?<= {4}|\t)(?=\S))/gm;
