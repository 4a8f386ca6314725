import type { AnyNode, CallExpression, Expression, SpreadElement } from 'acorn';
import { lookUp } from '../../../code/scope.ts';
import { calledOf, frameworkFunction } from '../called.ts';
import { propsIn } from '../components.ts';
import {
  type Evaluator,
  elementsOf,
  fromEach,
  type Module,
  NOTHING,
  union,
  type Values,
} from './model.ts';

/** Methods of lists that call a function with each element. */
const ITERATING: ReadonlySet<string> = new Set([
  ...['map', 'forEach', 'flatMap', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex'],
  ...['some', 'every'],
]);

/**
 * Collects the values of a parameter from all calls of its function. Unknown if one of the calls may
 * be elsewhere.
 */
export function argumentOf(
  node: AnyNode,
  index: number,
  module: Module,
  evaluator: Evaluator,
): Values {
  const { code } = module;
  const around = code.around(node);
  const parent = around.at(-1);
  const given = (args: readonly (Expression | SpreadElement)[]): Values => {
    if (args.slice(0, index + 1).some(({ type }) => type === 'SpreadElement')) return undefined;
    const value = args[index];
    return value ? evaluator.values(value, module) : NOTHING;
  };

  const outside = fromOutside();
  if (node.type !== 'FunctionExpression' || !node.id) return outside;
  // A function expression can call itself by its own name.
  return union([outside, fromReferences(node.id.name, node)]);

  function fromOutside(): Values {
    if (parent?.type === 'CallExpression') {
      return parent.callee === node ? given(parent.arguments) : handed(parent, node);
    }
    if (parent?.type === 'Property' && parent.value === node) return perElement();
    const name = nameOf(node, around);
    return name === undefined ? undefined : fromReferences(name, around.at(-1) ?? node);
  }

  function fromReferences(name: string, at: AnyNode): Values {
    const declared = lookUp(name, code.scopeAt(at));
    if (!declared) return undefined;
    return union(
      code.references(declared).map((reference) => {
        const call = reference.around.at(-1);
        if (call?.type !== 'CallExpression') return undefined;
        if (call.callee === reference.node) return given(call.arguments);
        const created = propsIn(call, reference.node, calledOf(call.callee, reference.scope));
        if (!created) return handed(call, reference.node);
        if (index > 0) return undefined;
        return created.props ? evaluator.values(created.props, module) : NOTHING;
      }),
    );
  }

  /** Values that a callback gets. */
  function handed(call: CallExpression, callback: AnyNode): Values {
    const { callee, arguments: args } = call;
    const scope = code.scopeAt(call);
    const called = calledOf(callee, scope);
    const shown = frameworkFunction(callee, scope);
    const [first, , third] = args;
    if (called === undefined || !first) return undefined;
    // Svelte: each(node, flags, () => list, key, (node, element, index) => …)
    if (shown === 'each' && args.length > 3 && third) {
      if (index === 0) return NOTHING;
      const lists = evaluator.called(evaluator.values(third, module));
      if (index === 1) return elementsOf(lists);
      return index === 2 ? NOTHING : undefined;
    }
    const isBeside = isArrayFrom(call) || /^(renderList|ssrRenderList)$/.test(shown ?? '');
    if (isBeside && args[1] === callback) return perEntry(evaluator.values(first, module), index);
    if (callee.type !== 'MemberExpression' || first !== callback || !ITERATING.has(called)) {
      return undefined;
    }
    const list = evaluator.values(callee.object, module);
    switch (index) {
      case 0:
        return elementsOf(list);
      case 1:
        // A Set passes its elements as keys.
        return called === 'forEach' ? union([elementsOf(list), NOTHING]) : NOTHING;
      default:
        return index === 2 ? list : NOTHING;
    }
  }

  function isArrayFrom({ callee }: CallExpression): boolean {
    return (
      callee.type === 'MemberExpression' &&
      callee.object.type === 'Identifier' &&
      callee.object.name === 'Array' &&
      !lookUp('Array', code.scopeAt(callee)) &&
      calledOf(callee, code.scopeAt(callee)) === 'from'
    );
  }

  /** Values that a child of Solid's loop gets: `createComponent(For, { each, children })`. */
  function perElement(): Values {
    const props = around.at(-2);
    const call = around.at(-3);
    if (props?.type !== 'ObjectExpression' || call?.type !== 'CallExpression') return undefined;
    const [component] = call.arguments;
    if (component?.type !== 'Identifier') return undefined;
    const drawn = frameworkFunction(component, code.scopeAt(call)) ?? '';
    if (!/^(For|Index)$/.test(drawn)) return undefined;
    if (index > 0) return NOTHING;
    return fromEach(evaluator.values(props, module), (value) =>
      value.is === 'object' ? elementsOf(value.member('each')) : undefined,
    );
  }
}

/** Values that Vue passes to a render function for each entry of a list or an object. */
function perEntry(values: Values, index: number): Values {
  return fromEach(values, (value): Values => {
    if (value.is === 'list') return index === 0 ? value.at(undefined) : NOTHING;
    if (value.is === 'object') return index === 0 ? value.member(undefined) : value.keys();
    return value.is === 'nothing' ? [] : undefined;
  });
}

/** Name of a function for the code around it; `undefined` if it can be reached in other ways. */
function nameOf(node: AnyNode, around: readonly AnyNode[]): string | undefined {
  const parent = around.at(-1);
  if (node.type === 'FunctionDeclaration') {
    return parent && /^Export/.test(parent.type) ? undefined : node.id?.name;
  }
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return undefined;
  return around.at(-3)?.type === 'ExportNamedDeclaration' ? undefined : parent.id.name;
}
