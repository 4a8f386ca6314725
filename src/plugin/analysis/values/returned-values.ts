import type { AnyNode } from 'acorn';
import { childrenOf } from '../../../code/child-nodes.ts';
import { isFunction } from '../../../code/functions.ts';
import { type AppModule, type Evaluator, NOTHING, type PossibleValues, unionOf } from './model.ts';

/** Evaluates the return values of a function. */
export function returnedValues(
  node: AnyNode,
  module: AppModule,
  evaluator: Evaluator,
): PossibleValues {
  if (!isFunction(node)) return undefined;
  const { body, async, generator } = node;
  if (async || generator) return undefined;
  if (body.type !== 'BlockStatement') return evaluator.values(body, module);
  const returned: PossibleValues[] = [];
  const search = (inner: AnyNode): void => {
    if (inner.type === 'ReturnStatement') {
      returned.push(inner.argument ? evaluator.values(inner.argument, module) : NOTHING);
    }
    for (const child of childrenOf(inner)) if (!/Function|^Class/.test(child.type)) search(child);
  };
  search(body);
  return unionOf([...returned, ...(returned.length === 0 ? [NOTHING] : [])]);
}
