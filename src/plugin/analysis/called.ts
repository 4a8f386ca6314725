import type { AnyNode } from 'acorn';
import { lookUp, type Scope } from '../../code/scope.ts';

/** Name of a function as its module exports it, or else as in the code. */
export function calledOf(callee: AnyNode, scope: Scope): string | undefined {
  if (callee.type === 'MemberExpression') {
    const { property } = callee;
    return property.type === 'Identifier' && !callee.computed ? property.name : undefined;
  }
  if (callee.type === 'SequenceExpression') {
    return calledOf(callee.expressions.at(-1) as AnyNode, scope);
  }
  if (callee.type !== 'Identifier') return undefined;
  const declared = lookUp(callee.name, scope);
  return declared?.is === 'import' ? declared.imported : callee.name;
}

/** Packages with known functions. */
const FRAMEWORKS = /^(react|preact|vue|@vue\/[\w-]+|svelte|solid-js|#imports)(\/|$)/;

/** Name of a framework's function, as its package exports it; `undefined` for other functions. */
export function frameworkFunction(callee: AnyNode, scope: Scope): string | undefined {
  const named = callee.type === 'SequenceExpression' ? callee.expressions.at(-1) : callee;
  const holder = named?.type === 'MemberExpression' ? named.object : named;
  if (holder?.type !== 'Identifier') return undefined;
  const declared = lookUp(holder.name, scope);
  if (declared?.is !== 'import' || !FRAMEWORKS.test(declared.source)) return undefined;
  return calledOf(callee, scope);
}
