import type { Program } from 'acorn';
import { childrenOf } from '../code/scope.ts';
import type { Replacement } from '../edit/replace.ts';
import { type Loose, loose, part, parts, textOf } from '../rename/code/syntax.ts';

/** An import declaration. */
export interface Imported {
  readonly node: Loose;
  /** Module that it imports. */
  readonly from: string;
  readonly specifiers: readonly Specifier[];
}

/** A name that an import declares. */
export interface Specifier {
  readonly node: Loose;
  /** `default`, `*` or the exported name. */
  readonly imported: string;
  readonly local: string;
}

/** Import declarations of a module. */
export function importsIn(program: Program): readonly Imported[] {
  return program.body.flatMap((statement) => {
    const node = loose(statement);
    if (node.type !== 'ImportDeclaration') return [];
    const from = textOf(part(node, 'source'))?.value ?? '';
    const specifiers = parts(node, 'specifiers').map((each): Specifier => {
      const local = String(part(each, 'local')?.name ?? '');
      const imported = part(each, 'imported');
      const name =
        each.type === 'ImportDefaultSpecifier'
          ? 'default'
          : each.type === 'ImportNamespaceSpecifier'
            ? '*'
            : String(imported?.name ?? textOf(imported)?.value ?? '');
      return { node: each, imported: name, local };
    });
    return { node, from, specifiers };
  });
}

/** Walks all nodes of a tree. */
export function* nodesIn(node: Loose): Generator<Loose> {
  yield node;
  for (const child of childrenOf(node as never)) yield* nodesIn(loose(child));
}

/** Removes a statement, with its line if nothing else is in it. */
export function removeStatement(text: string, { start, end }: Loose): Replacement {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  const isAlone =
    text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === '';
  return isAlone ? { start: lineStart, end: lineEnd, text: '' } : { start, end, text: '' };
}

/** Terminator of a statement: `;` or nothing. */
export function endOf(text: string, { end }: Loose): string {
  return text[end - 1] === ';' ? ';' : '';
}

/** Quote character of an import. */
export function quoteOf(text: string, node: Loose): string {
  const source = part(node, 'source');
  return (source && text[source.start]) === '"' ? '"' : "'";
}

/** Names that a module uses anywhere. */
function namesUsed(program: Program): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodesIn(loose(program))) {
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') names.add(String(node.name));
  }
  return names;
}

/** First of several names that a module does not use. */
export function freeName(program: Program, names: readonly string[]): string | undefined {
  const used = namesUsed(program);
  return names.find((name) => !used.has(name));
}
