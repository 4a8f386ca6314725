import type { AnyNode } from 'acorn';

/**
 * Functions that create a component, by the names that frameworks' compilers use, with the index of
 * the component among the arguments. Its properties are the next argument.
 */
const CREATE_FUNCTIONS: ReadonlyMap<string, number> = new Map([
  // React
  ['jsx', 0],
  ['jsxs', 0],
  ['jsxDEV', 0],
  ['createElement', 0],
  // Vue
  ['h', 0],
  ['createVNode', 0],
  ['createBlock', 0],
  ['ssrRenderComponent', 0],
  // Solid
  ['createComponent', 0],
  // Astro
  ['renderComponent', 2],
]);

/** Checks that a function of this name creates components. */
export function createsComponent(callee: string): boolean {
  return CREATE_FUNCTIONS.has(callee);
}

/** Functions that return the component they are given. */
export const WRAPPERS: ReadonlySet<string> = new Set(['unref', 'resolveDynamicComponent']);

/** Properties that a call creates a component with; `undefined` for other calls. */
export function propsIn(
  call: AnyNode | undefined,
  component: AnyNode,
  callee: string | undefined,
): { readonly props: AnyNode | undefined } | undefined {
  if (call?.type !== 'CallExpression') return undefined;
  // Svelte passes the anchor first; a direct call has only the properties.
  if (call.callee === component) {
    return { props: call.arguments.length === 1 ? call.arguments[0] : call.arguments[1] };
  }
  const index = callee === undefined ? undefined : CREATE_FUNCTIONS.get(callee);
  if (index === undefined || call.arguments[index] !== component) return undefined;
  return { props: call.arguments[index + 1] };
}
