import type { NodePath } from '../../code/walk.ts';
import { bare, type Loose, part } from './syntax.ts';

/** Name of the property, variable or function that a value belongs to. */
export function nearName({ ancestors }: NodePath): string {
  const [parent, outer] = [ancestors.at(-1), ancestors.at(-2)];
  const isWrapped = (parent as { type?: string } | undefined)?.type === 'JSXExpressionContainer';
  const owner = (isWrapped ? outer : parent) as Loose | undefined;
  const named =
    part(owner, 'key') ??
    part(owner, 'id') ??
    part(owner, 'callee') ??
    part(owner, 'left') ??
    part(owner, 'name');
  const last = named?.type === 'MemberExpression' ? part(named, 'property') : named;
  return String(last?.name ?? '');
}

/** Name at the start of a property chain: `a` of `a.b.c`. */
export function rootName(node: Loose): string | undefined {
  const inner = bare(node);
  const object = part(inner, 'object');
  if (object) return rootName(object);
  return typeof inner.name === 'string' ? inner.name : undefined;
}

/** Name of an element as in its tag. */
export function shownName(name: Loose | undefined): string {
  if (name?.type === 'JSXMemberExpression') {
    return `${shownName(part(name, 'object'))}.${shownName(part(name, 'property'))}`;
  }
  return String(name?.name ?? '');
}
