import type { Program } from 'acorn';
import { childrenOf } from '../code/child-nodes.ts';
import type { Replacement } from '../edit/replace.ts';
import {
  childNode,
  childNodes,
  type SyntaxNode,
  stringLiteral,
  toSyntaxNode,
} from '../rename/code/syntax.ts';

/** An import declaration. */
export interface ImportStatement {
  readonly node: SyntaxNode;
  /** Module that it imports. */
  readonly from: string;
  readonly specifiers: readonly ImportSpecifier[];
}

/** A name that an import declares. */
export interface ImportSpecifier {
  readonly node: SyntaxNode;
  /** `default`, `*` or the exported name. */
  readonly imported: string;
  readonly local: string;
}

/** Import declarations of a module. */
export function parseImports(program: Program): readonly ImportStatement[] {
  return program.body.flatMap((statement) => {
    const node = toSyntaxNode(statement);
    if (node.type !== 'ImportDeclaration') return [];
    const from = stringLiteral(childNode(node, 'source'))?.value ?? '';
    const specifiers = childNodes(node, 'specifiers').map((each): ImportSpecifier => {
      const local = String(childNode(each, 'local')?.name ?? '');
      const imported = childNode(each, 'imported');
      const name =
        each.type === 'ImportDefaultSpecifier'
          ? 'default'
          : each.type === 'ImportNamespaceSpecifier'
            ? '*'
            : String(imported?.name ?? stringLiteral(imported)?.value ?? '');
      return { node: each, imported: name, local };
    });
    return { node, from, specifiers };
  });
}

/** Walks all nodes of a tree. */
export function* walkNodes(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const child of childrenOf(node as never)) yield* walkNodes(toSyntaxNode(child));
}

/** Removes a statement, with its line if nothing else is in it. */
export function removeStatement(text: string, { start, end }: SyntaxNode): Replacement {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  const isWholeLine =
    text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === '';
  return isWholeLine ? { start: lineStart, end: lineEnd, text: '' } : { start, end, text: '' };
}

/** Terminator of a statement: `;` or nothing. */
export function terminatorOf(text: string, { end }: SyntaxNode): string {
  return text[end - 1] === ';' ? ';' : '';
}

/** Quote character of an import. */
export function quoteOf(text: string, node: SyntaxNode): string {
  const source = childNode(node, 'source');
  return (source && text[source.start]) === '"' ? '"' : "'";
}

/** Names that a module uses anywhere. */
function usedNames(program: Program): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of walkNodes(toSyntaxNode(program))) {
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') names.add(String(node.name));
  }
  return names;
}

/** First of several names that a module does not use. */
export function unusedName(program: Program, names: readonly string[]): string | undefined {
  const used = usedNames(program);
  return names.find((name) => !used.has(name));
}
