/**
 * Cards draw text as markdown; everything we show is plain text, whoever it comes from. Device names, error texts and people's
 * names appear as they are: no link, mention, picture, heading or date macro (product.md, manner 13).
 */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*_~[\]]/g, '\\$&')
    .replace(/^(\s*)([#>+-]|\d+[.)])(?=\s)/gm, `$1${gap}$2`)
    .replace(/<(?=[a-z/!])/gi, `<${gap}`)
    .replace(/\{\{/g, `{${gap}{`)
    .replace(/:\/\//g, `:${gap}//`)
    .replace(/\bwww\./gi, `www${gap}.`);
}

/** The text as it was before `escaped`. */
export function unescaped(text: string): string {
  return text.replaceAll(gap, '').replace(/\\([\\`*_~[\]])/g, '$1');
}

/** A word joiner: has no width, allows no line break, and keeps a pattern from being seen as one. */
const gap = '\u2060';
