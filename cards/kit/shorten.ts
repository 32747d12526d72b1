/** A long name without its middle, because names of one kind differ at their ends. Letters are counted as a reader sees them. */
export function shortened(name: string, most: number): string {
  if (name.length <= most) return name;
  const letters = Array.from(graphemes.segment(name), ({ segment }) => bare(segment));
  if (letters.length <= most) return letters.join('');
  const head = Math.ceil((most - 1) / 2);
  return `${letters.slice(0, head).join('')}…${letters.slice(head + 1 - most).join('')}`;
}

const graphemes = new Intl.Segmenter();

/** More than any letter or emoji is made of: the rest are marks piled up to make a card too large. */
const mostOfALetter = 24;

const bare = (letter: string) =>
  letter.length <= mostOfALetter ? letter : Array.from(letter).slice(0, mostOfALetter).join('');
