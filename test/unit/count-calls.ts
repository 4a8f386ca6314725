import type { BuiltinPlugin } from 'svgo';

type Plugin = BuiltinPlugin<string, object>;

/** A plugin of svgo, with the number of elements that it was called for. */
export function countCalls(original: Plugin): {
  readonly plugin: Plugin;
  readonly calls: () => number;
} {
  let calls = 0;
  const fn: Plugin['fn'] = (root, params, info) => {
    const visitor = original.fn(root, params, info);
    const enter = visitor?.element?.enter;
    return {
      element: {
        enter: (node, parent) => {
          calls += 1;
          return enter?.(node, parent);
        },
      },
    };
  };
  return { plugin: { ...original, fn }, calls: () => calls };
}
