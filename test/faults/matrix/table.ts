import { actions, type CellTold } from './cell.ts';
import { faults } from './door.ts';
import { parts } from './world.ts';

/** A row for each part and fault, as Markdown; the actions side by side. */
export function tableOf(told: readonly CellTold[]): string {
  const rows = parts.flatMap((part) =>
    faults.map((fault) => {
      const cells = actions.flatMap((action) => told.find((one) => isOf(one, { part, fault, action })) ?? []);
      const [first] = cells;
      return [
        part,
        fault,
        first?.board,
        first?.asked,
        side(cells, endOf),
        side(cells, answerOf),
        side(cells, countsOf),
      ];
    }),
  );
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

const head = [
  'part',
  'fault',
  'the card meanwhile',
  'a colleague who asks meanwhile reads',
  `ends, after s (${actions.join(', ')})`,
  'asked again, answered after s',
  'starts, messages',
];

const isOf = (one: CellTold, { part, fault, action }: Pick<CellTold, 'part' | 'fault' | 'action'>) =>
  one.part === part && one.fault === fault && one.action === action;

function side(cells: readonly CellTold[], said: (cell: CellTold) => string): string {
  const each = cells.map(said);
  return new Set(each).size === 1 ? (each[0] ?? '') : each.join(', ');
}

const rounded = (seconds: number | null) => (seconds === null ? '–' : seconds.toFixed(0));
const endOf = ({ verdict, seconds }: CellTold) => `${verdict.split(' / ')[0] ?? ''} ${rounded(seconds.run)}`;
const answerOf = ({ seconds }: CellTold) => rounded(seconds.answer);
const countsOf = ({ starts, messages }: CellTold) => `${starts}, ${messages}`;
