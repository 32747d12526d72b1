import type { Finding, Mark } from './define.ts';

const signs: Record<Mark, string> = { ok: '✓', warning: '!', bad: '✗', unseen: '?', skipped: '–' };

/** What was found in one line, what to do in the lines below it. */
export const linesFor = (name: string, { mark, found, todo }: Finding): string[] =>
  [`${signs[mark]} ${name}: ${found}`, ...todo.map((one) => `    ${one}`)].map(plain);

/** Addresses and issuers come from elsewhere; a terminal obeys control characters. */
const plain = (line: string) => line.replace(/\p{Cc}/gu, ' ');

export function summaryOf(marks: readonly Mark[]): string {
  const count = (mark: Mark) => marks.filter((one) => one === mark).length;
  const parts: readonly [Mark, string][] = [
    ['ok', 'in order'],
    ['bad', 'to mend'],
    ['warning', 'to mend soon'],
    ['skipped', 'not checked'],
    ['unseen', 'to look at yourself'],
  ];
  const counted = parts
    .filter(([mark]) => count(mark) > 0)
    .map(([mark, what]) => `${count(mark)} ${what} (${signs[mark]})`);
  return `${counted.join(', ')}.`;
}
