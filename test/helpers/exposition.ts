/** Reads what Prometheus reads (its text format, version 0.0.4), and complains about what it would not take. */

export type Series = { name: string; labels: Record<string, string>; value: number };
export type Family = { name: string; help: string; type: string; series: Series[] };

const line = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/;
const label = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\n"])*)"(?:,|$)/y;
const suffixes: Record<string, string[]> = {
  histogram: ['_bucket', '_sum', '_count'],
  summary: ['', '_sum', '_count'],
};

export function readExposition(text: string): Map<string, Family> {
  if (!text.endsWith('\n')) throw new Error('The last line must end like the others: edit bot/metrics.ts');
  const families = new Map<string, Family>();
  for (const each of text.split('\n').filter((one) => one !== '')) {
    if (each.startsWith('#')) readComment(families, each);
    else readSeries(families, each);
  }
  return families;
}

function readComment(families: Map<string, Family>, text: string): void {
  const [, word, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(text) ?? [];
  if (!word) throw new Error(`Not a line of the format: ${text}`);
  const family = families.get(name) ?? { name, help: '', type: '', series: [] };
  families.set(name, word === 'HELP' ? { ...family, help: rest } : { ...family, type: rest });
}

function readSeries(families: Map<string, Family>, text: string): void {
  const [, name = '', inside = '', value = ''] = line.exec(text) ?? [];
  const family = [...families.values()].find((one) => namesOf(one).includes(name));
  if (!family) throw new Error(`Nothing above says what this is: ${text}`);
  family.series.push({ name, labels: labelsIn(inside), value: numberIn(value) });
}

const namesOf = ({ name, type }: Family) => (suffixes[type] ?? ['']).map((suffix) => name + suffix);

function labelsIn(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  label.lastIndex = 0;
  while (label.lastIndex < text.length) {
    const found = label.exec(text);
    if (!found) throw new Error(`Not labels: {${text}}`);
    labels[found[1] ?? ''] = found[2] ?? '';
  }
  return labels;
}

function numberIn(text: string): number {
  const special: Record<string, number> = { '+Inf': Infinity, '-Inf': -Infinity, NaN, Nan: NaN };
  const number = special[text] ?? Number(text);
  if (Number.isNaN(number) && !/^nan$/i.test(text)) throw new Error(`Not a number: ${text}`);
  return number;
}
