import type { AnyNode } from 'acorn';
import { lookUpVariable, type Scope } from '../../code/scope.ts';

/** Name of a function as its module exports it, or else as in the code. */
export function calleeName(callee: AnyNode, scope: Scope): string | undefined {
  if (callee.type === 'MemberExpression') {
    const { property } = callee;
    return property.type === 'Identifier' && !callee.computed ? property.name : undefined;
  }
  if (callee.type === 'SequenceExpression') {
    return calleeName(callee.expressions.at(-1) as AnyNode, scope);
  }
  if (callee.type !== 'Identifier') return undefined;
  const declared = lookUpVariable(callee.name, scope);
  return declared?.kind === 'import' ? declared.imported : callee.name;
}

/** Packages with known functions. */
const FRAMEWORKS = /^(react|preact|vue|@vue\/[\w-]+|svelte|solid-js|#imports)(\/|$)/;

/** Name of a framework's function, as its package exports it; `undefined` for other functions. */
export function frameworkFunction(callee: AnyNode, scope: Scope): string | undefined {
  const named = callee.type === 'SequenceExpression' ? callee.expressions.at(-1) : callee;
  const target = named?.type === 'MemberExpression' ? named.object : named;
  if (target?.type !== 'Identifier') return undefined;
  const declared = lookUpVariable(target.name, scope);
  if (declared?.kind !== 'import' || !FRAMEWORKS.test(declared.source)) return undefined;
  return calleeName(callee, scope);
}
