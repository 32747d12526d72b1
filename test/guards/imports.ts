/**
 * Holds the imports against `.dependency-cruiser.mjs`: `node test/guards/imports.ts [folder]`.
 *
 * dependency-cruiser reads TypeScript through the compiler's JavaScript API, which TypeScript 7 does not have, and
 * its swc reader cannot tell `import type` from `import`. So this file reads the imports with swc itself and gives
 * dependency-cruiser a copy of the tree that consists of imports alone: `import 'x'`, or `typeOnly('x')`.
 */
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseSync } from '@swc/core';
import { cruise, type ICruiseOptions, type IResolveOptions } from 'dependency-cruiser';

type Node = { type?: string; [key: string]: unknown };
type Import = { from: string; typeOnly: boolean };

type Rules = {
  forbidden: { name: string; comment: string }[];
  options: ICruiseOptions & { enhancedResolveOptions: Partial<IResolveOptions> };
};

const { default: rules } = (await import(new URL('../../.dependency-cruiser.mjs', import.meta.url).href)) as {
  default: Rules;
};

const folders = ['bot', 'cards', 'manifest', 'test'];
const declarations = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'];

/** Every import in a piece of TypeScript, `import('x')` and `typeof import('x')` included. */
function importsIn(source: string): Import[] {
  const found: Import[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const seen = importOf(node as Node);
    if (seen) found.push(seen);
    for (const child of Object.values(node)) look(child);
  };
  look(parseSync(source, { syntax: 'typescript', target: 'es2024' }));
  return found;
}

function importOf(node: Node): Import | undefined {
  if (declarations.includes(node.type ?? '')) return imported(node['source'], node['typeOnly'] === true);
  if (node.type === 'TsImportType') return imported(node['argument'], true);
  if (node.type !== 'CallExpression') return undefined;
  const callee = node['callee'] as Node;
  const loads = callee.type === 'Import' || (callee.type === 'Identifier' && callee['value'] === 'require');
  const [first] = node['arguments'] as { expression: Node }[];
  return loads ? imported(first?.expression, false) : undefined;
}

function imported(literal: unknown, typeOnly: boolean): Import | undefined {
  const { type, value } = (literal ?? {}) as Node;
  return type === 'StringLiteral' && typeof value === 'string' ? { from: value, typeOnly } : undefined;
}

/** What is installed for a measurement alone is nobody's source. */
const sources = (root: string, endings: string): string[] =>
  globSync(`{${folders.join()}}/**/*.${endings}`, { cwd: root, exclude: ['**/node_modules/**'] });

function copyOfImports(root: string, copy: string): void {
  for (const file of sources(root, '{ts,mjs,js}')) {
    const lines = importsIn(readFileSync(join(root, file), 'utf8')).map(({ from, typeOnly }) =>
      typeOnly ? `typeOnly(${JSON.stringify(from)});` : `import ${JSON.stringify(from)};`,
    );
    mkdirSync(join(copy, dirname(file)), { recursive: true });
    writeFileSync(join(copy, file), lines.join('\n'));
  }
  for (const file of sources(root, 'json')) cpSync(join(root, file), join(copy, file));
  cpSync(join(root, 'package.json'), join(copy, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
}

async function brokenRules(root: string): Promise<string[]> {
  const copy = mkdtempSync(join(tmpdir(), 'imports-'));
  try {
    copyOfImports(root, copy);
    const { enhancedResolveOptions, ...options } = rules.options;
    const present = folders.filter((folder) => globSync(folder, { cwd: copy }).length > 0);
    const { output } = await cruise(
      present,
      { ...options, baseDir: copy, validate: true, ruleSet: { forbidden: rules.forbidden } } as never,
      enhancedResolveOptions as never,
    );
    if (typeof output === 'string') throw new Error(output);
    return output.summary.violations.map(({ from, to, rule, cycle }) => {
      const reason = rules.forbidden.find((each) => each.name === rule.name)?.comment ?? '';
      const target = cycle ? cycle.map((step) => step.name).join(' → ') : to;
      return `${from} → ${target}\n  ${reason}\n  Edit ${from}. (Rule "${rule.name}" in .dependency-cruiser.mjs.)`;
    });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const broken = await brokenRules(resolve(process.argv[2] ?? '.'));
for (const each of broken) console.error(each);
console.error(broken.length === 0 ? 'Every import is allowed.' : `${broken.length} imports are not allowed.`);
process.exitCode = broken.length === 0 ? 0 : 1;
