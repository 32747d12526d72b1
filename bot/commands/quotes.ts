/** A text in quotes of any kind that people type, or that their phones make of them; none runs over a line break. */
export const quoted = [
  '"(?:[^"\\n]|"")*"',
  '[“”][^“”\\n]*[“”]',
  '„[^„“”\\n]*[“”]',
  '«[^«»\\n]*»',
  '»[^«»\\n]*«',
  '[‘’][^‘’\\n]*[‘’]',
  "'[^'\\n]*'",
].join('|');

const whole = new RegExp(`^(?:${quoted})$`, 'u');

/** Without the quotes around it; `="0012"` is how exports keep a spreadsheet from calculating. */
export function unquoted(text: string): string {
  const inner = text.startsWith('="') ? text.slice(1) : text.replace(/^'(?=[=+\-@])/, '');
  return whole.test(inner) ? inner.slice(1, -1).replaceAll('""', '"').trim() : inner;
}
