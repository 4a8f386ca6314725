import type { AnyNode, Literal } from 'acorn';
import { type IconloomImport, parseIconloomImport } from '../../code/module-ids.ts';
import type { NodePath } from '../../code/walk.ts';
import { hasIconNames } from './iconloom-exports.ts';

/** Source of an import, with its range. */
export interface ImportSource {
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

export function importSourceOf({ value, start, end }: Literal): ImportSource {
  return { source: String(value), start, end };
}

/** Import of an iconloom module by any kind of import or export; `undefined` for other nodes. */
export function iconloomImportOf(
  node: AnyNode,
): { readonly request: IconloomImport; readonly source: Literal } | undefined {
  const source = sourceOf(node);
  const request = source && parseIconloomImport(String(source.value));
  return request && { request, source };
}

/** Checks that an iconloom module is reexported or imported dynamically as a whole. */
export function isReexported(node: AnyNode): boolean {
  return node.type !== 'ImportDeclaration' && hasIconNames(iconloomImportOf(node)?.request);
}

/** Dynamic import that only puts the sprite into the page: `await import('…/inline')`. */
export function lateInlineImport({ node, ancestors }: NodePath): ImportSource | undefined {
  const found = node.type === 'ImportExpression' ? iconloomImportOf(node) : undefined;
  if (found?.request.kind !== 'inline') return undefined;
  const parent = ancestors.at(ancestors.at(-1)?.type === 'AwaitExpression' ? -2 : -1);
  return parent?.type === 'ExpressionStatement' ? importSourceOf(found.source) : undefined;
}

/** Source of an import or export, if it is a literal. */
function sourceOf(node: AnyNode): Literal | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return node.source;
    case 'ExportNamedDeclaration':
      return node.source ?? undefined;
    case 'ImportExpression':
      return node.source.type === 'Literal' ? node.source : undefined;
    default:
      return undefined;
  }
}
