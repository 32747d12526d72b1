import { type ColumnIn, deviceColumnIn } from '../knowledge/column-names.ts';
import { type Cell, cellsOfLine, isTelling, keyOf } from './paste-cells.ts';
import { tableIn } from './paste-table.ts';
import { visible } from './said-tokens.ts';

/** What was pasted, as read. Every cell that tells something is a name, a repetition or `skipped`, up to the most we take. */
export type Pasted = {
  /** Each once, as typed, with the first line it stands on. */
  names: { text: string; line: number }[];
  repeated: { text: string; times: number }[];
  /** Cells that tell something and were not taken: headings, other columns, a line of introduction. */
  skipped: number;
  tooMany: boolean;
  /** Of a table, the heading of the column that was taken; '' where it has none. Null for a list. */
  column: string | null;
};

/** More than this is a job for a group in Intune, and for no chat. */
export const mostNames = 2_000;

/** Lines, commas, semicolons, tabs, or a table; with quotes, bullets, numbering and invisible characters. Pure, and takes anything. */
export function readPasted(text: string, columnIn: ColumnIn = deviceColumnIn): Pasted {
  const plain = withPlainSpaces(text);
  const table = tableIn(plain, columnIn);
  const { taken, skipped } = table ?? listIn(plain);
  return { ...counted(taken), skipped, column: table?.column ?? null };
}

/** Line breaks of all kinds are one, as are spaces; what has no width is gone, and so is the line that tells Excel the delimiter. */
const withPlainSpaces = (text: string) =>
  visible(text)
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\S\n\t]/g, ' ')
    .replace(/^\s*"?sep=.?"?(?=\n)/i, '');

function listIn(text: string): { taken: Cell[]; skipped: number } {
  const cells = text.split('\n').flatMap((line, index) => cellsOfLine(line, index + 1));
  const telling = cells.filter((cell) => isTelling(cell.text));
  const heads = telling.length > 1 && telling[1]?.line !== telling[0]?.line && isHeading(telling[0]);
  return { taken: heads ? telling.slice(1) : telling, skipped: heads ? 1 : 0 };
}

/** Alone on the first of several lines: a heading, or what somebody wrote before the list. */
const isHeading = (cell: Cell | undefined) =>
  cell !== undefined && (/:$/.test(cell.text) || deviceColumnIn([cell.text]) === 0);

function counted(taken: readonly Cell[]): Pick<Pasted, 'names' | 'repeated' | 'tooMany'> {
  const found = new Map<string, Cell & { times: number }>();
  for (const { text, line } of taken) {
    const key = keyOf(text);
    const known = found.get(key);
    if (known) known.times += 1;
    else found.set(key, { text, line, times: 1 });
  }
  const all = [...found.values()].slice(0, mostNames);
  return {
    names: all.map(({ text, line }) => ({ text, line })),
    repeated: all.filter(({ times }) => times > 1).map(({ text, times }) => ({ text, times })),
    tooMany: found.size > mostNames,
  };
}
