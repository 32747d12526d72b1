/** A long name without its middle, because names of one kind differ at their ends. Letters are counted as a reader sees them. */
export function shortened(name: string, most: number): string {
  if (name.length <= most) return name;
  const letters = Array.from(graphemes.segment(name), ({ segment }) => segment);
  if (letters.length <= most) return name;
  const head = Math.ceil((most - 1) / 2);
  return `${letters.slice(0, head).join('')}…${letters.slice(head + 1 - most).join('')}`;
}

const graphemes = new Intl.Segmenter();
