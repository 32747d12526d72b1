import Papa from 'papaparse';

/**
 * A file for spreadsheets, Cyrillic included: with a byte order mark, without which Excel takes it for another encoding. A cell that a
 * spreadsheet would calculate gets an apostrophe in front (OWASP, CSV injection), after leading spaces too.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const written = Papa.unparse(
    [header, ...rows].map((row) => [...row]),
    { escapeFormulae: formula, newline: '\r\n' },
  );
  return `\ufeff${written}\r\n`;
}

const formula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;

/** Rows of cells; null where the quotes do not add up, as in a text that is no such file. */
export function rowsOf(text: string, delimiter: string): readonly (readonly string[])[] | null {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  return errors.some(({ type }) => type === 'Quotes') ? null : data;
}
