import type { AnyNode } from 'acorn';
import { lookUpVariable, type Scope } from '../../code/scope.ts';
import { isReference, walk } from '../../code/walk.ts';
import { bare, type Loose, loose, part, parts, type Text, textOf } from './syntax.ts';

/** String literal that a value can evaluate to. */
export interface NameFound {
  readonly text: Text;
  /** Set if it is the value of a constant that other code may read too. */
  readonly isShared: boolean;
}

/**
 * Finds the string literals that an expression can evaluate to, also in lists and records.
 *
 * @param isSole tests whether the value of a constant is read only once
 */
export function namesIn(
  value: Loose,
  scope: Scope,
  isSole: (value: Loose) => boolean,
): readonly NameFound[] {
  const node = bare(value);
  const text = textOf(node);
  if (text) return [{ text, isShared: false }];
  const all = (nodes: readonly (Loose | undefined)[]) =>
    nodes.flatMap((each) => (each ? namesIn(each, scope, isSole) : []));
  switch (node.type) {
    case 'ConditionalExpression':
      return all([part(node, 'consequent'), part(node, 'alternate')]);
    case 'LogicalExpression':
      return all([part(node, 'left'), part(node, 'right')]);
    case 'SequenceExpression':
      return all(parts(node, 'expressions').slice(-1));
    case 'ArrayExpression':
      return all(parts(node, 'elements'));
    case 'ObjectExpression':
      return all(parts(node, 'properties').map((each) => part(each, 'value')));
    case 'NewExpression':
      return all(parts(node, 'arguments'));
    case 'Identifier': {
      const declared = lookUpVariable(String(node.name), scope);
      if (declared?.kind !== 'const') return [];
      const there = loose(declared.value);
      if (bare(there).type === 'Identifier') return [];
      const isShared = !isSole(there);
      const found = namesIn(there, declared.scope, isSole);
      return found.map((each) => ({ ...each, isShared: isShared || each.isShared }));
    }
    default:
      return [];
  }
}

/** Counts the reads of each constant's value; an export counts as a read. */
export function countReadings(root: AnyNode): ReadonlyMap<Loose, number> {
  const counts = new Map<Loose, number>();
  const count = (name: string, scope: Scope) => {
    const declared = lookUpVariable(name, scope);
    if (declared?.kind !== 'const') return;
    const value = loose(declared.value);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  };
  walk(root, (place) => {
    const { node, scope, ancestors } = place;
    const parent = ancestors.at(-1);
    const isDeclared = parent?.type === 'VariableDeclarator' && parent.id === node;
    if (node.type === 'Identifier' && isReference(place) && !isDeclared) count(node.name, scope);
    const isExported = ancestors.at(-2)?.type === 'ExportNamedDeclaration';
    if (node.type !== 'VariableDeclarator' || !isExported) return;
    if (node.id.type === 'Identifier') count(node.id.name, scope);
  });
  return counts;
}
