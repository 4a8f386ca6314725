import { ShortTextCache } from '../../core/short-text-cache.ts';
import type { Plugin, SvgoVisitor } from './run-plugin.ts';

/** Sorted names by names in their order; none if these are sorted. */
const sortedNames = new ShortTextCache<readonly string[]>({ entries: 1000, length: 200 });

/**
 * svgo's `sortAttrs`, which sorts each list of names once: icons of a set have the same few. Other
 * options than the default ones are left to the plugin.
 */
export function sortAttributes(plugin: Plugin): Plugin {
  return {
    ...plugin,
    fn: (root, params, info) => {
      const visitor = plugin.fn(root, params, info) as SvgoVisitor | null;
      if ('order' in params || 'xmlnsOrder' in params) return visitor;
      return {
        element: {
          enter: (node, parent) => {
            const names = Object.keys(node.attributes);
            if (names.length < 2) return;
            const key = names.join(' ');
            const known = sortedNames.get(key);
            if (known === undefined) {
              visitor?.element?.enter?.(node, parent);
              const sorted = Object.keys(node.attributes);
              sortedNames.set(key, sorted.join(' ') === key ? [] : sorted);
            } else if (known.length > 0) {
              const attributes: Record<string, string> = {};
              for (const name of known) attributes[name] = node.attributes[name] as string;
              node.attributes = attributes;
            }
          },
        },
      };
    },
  };
}
