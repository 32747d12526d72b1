/** `npm run prove`, or `npm run prove -- turn press`: the proofs one after the other, and one table of what they came to. */
import { type Row, tableOf } from '../bench/report.ts';
import { type Ended, ended } from './child.ts';
import type { Figure } from './figures.ts';
import { type Proof, proofs } from './proofs.ts';

/** Of a command of which something did not hold, the end of what it said. */
const mostSaid = 4_000;

const names = process.argv.slice(2);
const chosen = proofs.filter(({ name }) => names.length === 0 || names.includes(name));
const rows: Row[] = [];
const began = performance.now();
for (const proof of chosen) rows.push(...(await rowsOf(proof)));
const missed = rows.filter((row) => row['held'] !== 'yes').length;
console.log(`\n${tableOf(rows)}\n`);
console.log(`${rows.length} figures, ${missed} missed; ${minutes((performance.now() - began) / 1000)} minutes`);
process.exitCode = rows.length > 0 && missed === 0 ? 0 : 1;

/** One at a time: whoever measures wants the machine to themselves. */
async function rowsOf(proof: Proof): Promise<Row[]> {
  const told = await ended(proof);
  const figures = [...proof.figures(told.output), ...unheard(proof, told)];
  const held = figures.every((one) => one.held);
  console.log(`${held ? 'held  ' : 'MISSED'} ${proof.name}, ${minutes(told.seconds)} minutes`);
  if (!held) console.log(told.output.slice(-mostSaid));
  return figures.map(({ what, figure, goal, held: isMet }) => ({
    ...{ proof: proof.name, what, figure, goal },
    held: isMet ? 'yes' : 'NO',
  }));
}

/** Whatever it printed, it says by its exit code whether all of it held; one that says nothing proves nothing. */
function unheard({ command, figures }: Proof, { output, code }: Ended): Figure[] {
  const told = figures(output);
  const isKnown = told.length > 0 && (code === 0 || told.some(({ held }) => !held));
  const figure = code === null ? 'stopped: it took too long' : `exit code ${code}`;
  return isKnown
    ? []
    : [{ what: `npm run ${command.join(' ')}`, figure, goal: 'exit code 0 and figures', held: false }];
}

function minutes(seconds: number): string {
  return (seconds / 60).toFixed(1);
}
