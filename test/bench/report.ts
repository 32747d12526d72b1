/** Prints a measurement as a table and keeps it as JSON. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

export type Row = Record<string, string>;

export type Report = {
  name: string;
  title: string;
  rows: readonly Row[];
  /** How to read it, in one line. */
  reading: string;
  /** Everything measured, for comparing with another day. */
  measured: unknown;
};

export const outFolder = join(import.meta.dirname, 'out');

export function report({ name, title, rows, reading, measured }: Report): void {
  console.log(`\n${title}\n\n${tableOf(rows)}\n\n${reading}`);
  mkdirSync(outFolder, { recursive: true });
  const file = join(outFolder, `${name}.json`);
  const machine = { node: process.version, cores: cpus().length, cpu: cpus()[0]?.model ?? 'unknown' };
  writeFileSync(file, `${JSON.stringify({ name, at: new Date(), machine, rows, measured }, null, 2)}\n`);
  console.log(`Kept in test/bench/out/${name}.json`);
}

/** A Markdown table with its columns in line. */
export function tableOf(rows: readonly Row[]): string {
  const titles = Object.keys(rows[0] ?? {});
  const widths = titles.map((title) => Math.max(title.length, ...rows.map((row) => (row[title] ?? '').length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(titles), rule, ...rows.map((row) => line(titles.map((title) => row[title] ?? '')))].join('\n');
}
