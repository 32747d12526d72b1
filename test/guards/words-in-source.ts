import { parseSync } from '@swc/core';
import { textOf } from './project-files.ts';

type Node = { type?: string; [key: string]: unknown };

/** A text in a source file: a literal, or a template with `*` where a value is put in. */
export type SourceText = { file: string; text: string; isTemplate: boolean };

/** Every text of a file that the program itself can say; imports, types and what is thrown are not said. */
export function textsIn(file: string): SourceText[] {
  const found: SourceText[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const seen = node as Node;
    if (silent(seen)) return;
    if (seen.type === 'StringLiteral') found.push({ file, text: String(seen['value']), isTemplate: false });
    if (seen.type === 'TemplateLiteral') found.push({ file, text: templateText(seen), isTemplate: true });
    for (const child of Object.values(seen)) look(child);
  };
  look(parseSync(textOf(file), { syntax: 'typescript', target: 'es2024' }));
  return found;
}

function silent({ type, source, callee }: Node & { source?: unknown; callee?: Node }): boolean {
  if (type === 'ImportDeclaration' || type === 'TsTypeAliasDeclaration' || type === 'TsTypeAnnotation') return true;
  if (type === 'ExportNamedDeclaration' && source) return true;
  return type === 'NewExpression' && String(callee?.['value']).endsWith('Error');
}

function templateText(node: Node): string {
  const quasis = node['quasis'] as { cooked?: string; raw: string }[];
  return quasis.map(({ cooked, raw }) => cooked ?? raw).join('*');
}
