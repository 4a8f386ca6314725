import type { Pass } from '../tree.ts';
import { treeTraits } from './tree-traits.ts';

/**
 * One pass that runs others in order, without those that have nothing to do. Traits of the tree are
 * found when a pass first depends on them, and again after a pass that may change them.
 */
export function inOrder(name: string, passes: readonly Pass[]): Pass {
  return {
    name,
    fn: (root, params, info) => {
      let traits: number | undefined;
      for (const { triggers, changesTraits, fn } of passes) {
        if (triggers !== undefined) {
          traits ??= treeTraits(root);
          if ((traits & triggers) === 0) continue;
        }
        fn(root, params, info);
        if (changesTraits) traits = undefined;
      }
    },
  };
}
