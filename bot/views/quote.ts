/** The beginning of what somebody typed, or called a file. It ends between letters as a reader sees them. */
export function quote(text: string, most = 200): string {
  if (text.length <= most) return text;
  const letters = Array.from(graphemes.segment(text.slice(0, most)), ({ segment }) => segment);
  return `${letters.slice(0, -1).join('')}…`;
}

const graphemes = new Intl.Segmenter();
