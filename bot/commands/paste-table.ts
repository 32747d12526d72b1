import type { ColumnIn } from '../knowledge/column-names.ts';
import { rowsOf } from './csv.ts';
import { type Cell, isTelling } from './paste-cells.ts';
import { unquoted } from './quotes.ts';

export type Table = { taken: Cell[]; skipped: number; column: string };

/** `spaced`: a space follows a delimiter, as it does in an enumeration and not in a file. */
type Row = { cells: readonly string[]; line: number; spaced: boolean };

/** The text as a spreadsheet's rows, and of them the column that is wanted; null where it is no table. */
export function tableIn(text: string, columnIn: ColumnIn): Table | null {
  for (const delimiter of ['\t', ';', ',']) {
    const rows = text.includes(delimiter) ? rowsOf(text, delimiter) : null;
    const table = rows && columnOf(telling(rows), { delimiter, columnIn });
    if (table) return table;
  }
  return null;
}

/** Rows that tell something, with the line they begin on: a quoted cell may hold line breaks. */
function telling(rows: readonly (readonly string[])[]): Row[] {
  let line = 1;
  const numbered = rows.map((cells) => {
    const row = {
      cells: cells.map((cell) => unquoted(cell.trim())),
      line,
      spaced: cells.some((cell) => cell.startsWith(' ')),
    };
    line += cells.join('').split('\n').length;
    return row;
  });
  return numbered.filter(({ cells }) => cells.some(isTelling));
}

type Wanted = { delimiter: string; columnIn: ColumnIn };

/** With a heading that is known, its column; else the first one, if the rows have as many cells each and are no enumeration. */
function columnOf(rows: readonly Row[], { delimiter, columnIn }: Wanted): Table | null {
  const [head] = rows;
  if (!head || rows.length < 2 || head.cells.length < 2) return null;
  const headed = columnIn(head.cells);
  if (headed < 0 && !isGrid(rows, delimiter)) return null;
  const body = headed < 0 ? rows : rows.slice(1);
  const cells = body.map((row) => ({ text: row.cells[Math.max(headed, 0)] ?? '', line: row.line }));
  const taken = cells.filter(({ text }) => isTelling(text));
  const all = rows.flatMap((row) => row.cells).filter(isTelling).length;
  return { taken, skipped: all - taken.length, column: head.cells[headed] ?? '' };
}

function isGrid(rows: readonly Row[], delimiter: string): boolean {
  const width = rows[0]?.cells.length;
  return rows.every(({ cells, spaced }) => cells.length === width && (delimiter === '\t' || !spaced));
}
