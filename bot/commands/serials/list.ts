import type { SerialList } from '../../actions/serial-standing.ts';
import { serialColumnIn } from '../../knowledge/column-names.ts';
import { type Pasted, readPasted } from '../paste.ts';
import { keyOf } from '../paste-cells.ts';

/** Serials as they were typed, pasted or attached: each once, in their order. Pure, and takes anything. */
export function serialsIn(text: string): SerialList & { tooMany: boolean } {
  const { names, repeated, tooMany, column, skipped } = pastedIn(text);
  const times = new Map(repeated.map((one) => [one.text, one.times]));
  const said = names.flatMap((name) => partsOf(name.text).map((part) => ({ part, times: times.get(name.text) ?? 1 })));
  const nonsense = said.flatMap(({ part }) => (isSerial(part) ? [] : [part.slice(0, longest)]));
  const unnamed = nonsense.length - mostNonsense;
  const groups = [
    ...Map.groupBy(
      said.filter(({ part }) => isSerial(part)),
      ({ part }) => spelled(part),
    ).values(),
  ];
  return {
    serials: groups.flatMap(([first]) => first?.part ?? []),
    repeated: groups.filter((those) => those.length > 1 || those.some((one) => one.times > 1)).length,
    nonsense: nonsense.slice(0, mostNonsense),
    ...(unnamed > 0 ? { unnamed } : {}),
    skipped: column === '' ? skipped : 0,
    tooMany,
  };
}

/** The first ones are kept; of the others it is told how many they are. */
const mostNonsense = 200;

/** However it is spaced. */
const spelled = (serial: string) => keyOf(serial.replaceAll(' ', ''));

/** Rows of serials with nothing above them look like a table of which one column is meant; all of them are. */
function pastedIn(text: string): Pasted {
  const pasted = readPasted(text, serialColumnIn);
  if (pasted.column !== '') return pasted;
  const cells = readPasted(text.replace(/[\t,;]/g, '\n'), serialColumnIn);
  return cells.names.every((name) => partsOf(name.text).every(isSerial)) ? cells : pasted;
}

/** Several on one line, perhaps in a sentence; a serial that is printed in groups stays whole. */
function partsOf(cell: string): string[] {
  if (isInGroups(cell)) return [cell];
  const words = cell.split(/\s+/).map((word) => word.replace(/^[("]+|[).,:;!?"]+$/g, ''));
  return words.some(isWhole) ? words.filter((word) => word !== '') : [cell];
}

const isSerial = (text: string): boolean => isWhole(text) || isInGroups(text);

const longest = 64;

/**
 * What makers print: capitals and digits mixed, a long number, or Dell's seven letters, among which there is no vowel. Not a time, a
 * date, a version or a number of things, which people write after a command too.
 */
const isWhole = (word: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}._/+-]{4,62}[\p{L}\p{N}]$/u.test(word) &&
  (/^[b-df-hj-np-tv-z]{7}$/i.test(word) || (/\d/.test(word) && !quantities.some((one) => one.test(word))));

const quantities = [/^\d+\p{Ll}+$/u, /^\p{Ll}+\d{1,4}$/u, /^\d{0,6}$/, /^[\d./-]{1,11}$/, /^\d+(\.\d+){2,}$/];

/** Short groups, of which the first has a digit; or bytes, as virtual machines have them. */
function isInGroups(cell: string): boolean {
  if (/^VMware-[\da-f]{2}([ -][\da-f]{2}){7,15}$/i.test(cell)) return true;
  const groups = cell.split(' ');
  const areShort = groups.length > 1 && groups.every((group) => /^[\dA-Z]{2,5}$/.test(group));
  const isLong = /[A-Z]/.test(cell) ? groups.join('').length >= 7 : groups.join('').length >= 10;
  return areShort && isLong && /\d/.test(groups[0] ?? '');
}
