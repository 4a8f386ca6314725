import type { AnyNode } from 'acorn';
import {
  type BoundEntry,
  type IconloomImport,
  parseIconloomImport,
} from '../../code/module-ids.ts';
import { lookUpVariable, type Scope } from '../../code/scope.ts';
import { calleeName } from './callee-name.ts';
import { WRAPPERS } from './components.ts';

/** Export of each bound entry that takes names; its other exports are unchanged. */
const BOUND_EXPORTS: Readonly<Record<BoundEntry, string>> = {
  react: 'Icon',
  vue: 'Icon',
  svelte: 'Icon',
  solid: 'Icon',
  element: 'defineIconElement',
  html: 'iconHtml',
};

/** Checks that a module of iconloom exports something that takes names. */
export function hasIconNames(request: IconloomImport | undefined): boolean {
  return request?.kind === 'names' || request?.kind === 'bound' || request?.kind === 'inline';
}

/** Name of the iconloom export that an identifier refers to; `plain` if that takes no names. */
export function iconloomExport(node: AnyNode, scope: Scope): string | undefined {
  if (node.type !== 'Identifier') return undefined;
  const declared = lookUpVariable(node.name, scope);
  if (declared?.kind !== 'import') return undefined;
  const request = parseIconloomImport(declared.source);
  if (request?.kind === 'names' || request?.kind === 'inline') return declared.imported;
  if (request?.kind !== 'bound') return undefined;
  return declared.imported === BOUND_EXPORTS[request.entry] || declared.imported === '*'
    ? declared.imported
    : 'plain';
}

/** Recognizes `icon.x` and `icon['x']`, also with `icon` in a framework's wrapper. */
export function isIconConstant(node: AnyNode | undefined, scope: Scope): boolean {
  if (node?.type !== 'MemberExpression' || constantName(node) === undefined) return false;
  const { object } = node;
  const [given] = object.type === 'CallExpression' ? object.arguments : [];
  const isWrapped =
    object.type === 'CallExpression' && WRAPPERS.has(calleeName(object.callee, scope) ?? '');
  return iconloomExport(isWrapped && given ? given : object, scope) === 'icon';
}

/** Name of the member of a member expression; `undefined` if it is computed. */
export function constantName(node: AnyNode | undefined): string | undefined {
  if (node?.type !== 'MemberExpression') return undefined;
  const { property, computed } = node;
  if (!computed) return property.type === 'Identifier' ? property.name : undefined;
  return property.type === 'Literal' && typeof property.value === 'string'
    ? property.value
    : undefined;
}
