import type { SerialList } from '../../actions/serial-standing.ts';
import { serialColumnIn } from '../../knowledge/column-names.ts';
import { type Pasted, readPasted } from '../paste.ts';
import { keyOf } from '../paste-cells.ts';

/** Serials as they were typed, pasted or attached: each once, in their order. Pure, and takes anything. */
export function serialsIn(text: string): SerialList & { tooMany: boolean } {
  const { names, repeated, tooMany, column, skipped } = pastedIn(text);
  const said = names.flatMap((name) => partsOf(name.text));
  const serials = said.filter(isSerial);
  const once = [...Map.groupBy(serials, keyOf).values()].flatMap(([first]) => first ?? []);
  const again = repeated.filter((one) => isSerial(one.text)).reduce((sum, { times }) => sum + times - 1, 0);
  return {
    serials: once,
    repeated: again + serials.length - once.length,
    nonsense: said.filter((one) => !isSerial(one)),
    skipped: column === '' ? skipped : 0,
    tooMany,
  };
}

/** Rows of serials with nothing above them look like a table of which one column is meant; all of them are. */
function pastedIn(text: string): Pasted {
  const pasted = readPasted(text, serialColumnIn);
  if (pasted.column !== '') return pasted;
  const cells = readPasted(text.replace(/[\t,;]/g, '\n'), serialColumnIn);
  return cells.names.every((name) => isSerial(name.text)) ? cells : pasted;
}

/** Several on one line; a serial that is printed in groups stays whole. */
function partsOf(cell: string): string[] {
  const words = cell.split(/\s+/);
  const areWhole = words.every((word) => word.length >= shortestWhole && isSerial(word));
  return areWhole ? words : [cell];
}

/** Groups of a serial are shorter than a serial is. */
const shortestWhole = 6;

/** What makers print: with a digit in it, or Dell's seven letters, among which there is no vowel. */
const isSerial = (text: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N} ._/+-]{2,62}[\p{L}\p{N}]$/u.test(text) &&
  (/\d/.test(text) || /^[b-df-hj-np-tv-z]{7}$/i.test(text));
