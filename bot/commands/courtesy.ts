const polite = '(?:please|thanks|thank you|пожалуйста|спасибо|bitte|danke)';

/** One may follow another: "please, thanks". What stands behind a tab, a semicolon or a comma alone is a cell of a list. */
const atBeginning = new RegExp(`^[\\s/]*(?:${polite}[,.:!]*[ \\u00a0]+){1,2}(?=\\S)`, 'iu');
const atEnd = new RegExp(`(?<=[^\\s;])(?:(?<![ \\u00a0,])[ \\u00a0,]*[ \\u00a0]${polite}){1,2}[\\s.!?…]*$`, 'iu');
const alone = new RegExp(`^\\s*${polite}[\\s.!?…]*$`, 'iu');

/** What is asked for politely is asked for all the same; the rest stays as it was typed. */
export function withoutCourtesy(text: string): string {
  const asked = text.replace(atBeginning, '');
  const line = asked.trimEnd().lastIndexOf('\n');
  if (line < 0) return asked.replace(atEnd, '');
  // The last line of a list is a row of it, unless it says nothing else.
  return alone.test(asked.slice(line)) ? asked.slice(0, line) : asked;
}
