import type { XastRoot } from 'svgo';
import { elements, type Pass } from '../tree.ts';
import { traitsOf } from './document-traits.ts';
import { IdlePasses, type OptionalPass } from './idle-passes.ts';
import { REBUILDING_PLUGINS } from './optimize-level.ts';
import { TreeSnapshot } from './tree-changes.ts';

/** Limit of rounds: public sets need five at most, but an icon might never become stable. */
const MAX_ROUNDS = 10;

/** Passes that drop or move elements, in addition to those that rebuild. */
export const DROPPING_PASSES: ReadonlySet<string> = new Set([
  ...['removeUselessDefs', 'removeEmptyContainers', 'removeEmptyText', 'sortDefsChildren'],
  'iconloom-drop-unpainted',
]);

/**
 * Runs passes round by round until no pass can change anything. One pass creates work for another:
 * merged paths can be shortened, and groups without an attribute can collapse. So an icon taken
 * from a sprite is not optimized further when it is built again.
 */
export function untilStable(name: string, passes: readonly OptionalPass[]): Pass {
  return {
    name,
    fn: (root, params, info) => {
      const { keepsStructure, countsElements } = traitsOf(root);
      const enabledPasses = passes.filter(
        ({ name: each }) =>
          !(keepsStructure && each in REBUILDING_PLUGINS) &&
          !(countsElements && DROPPING_PASSES.has(each)),
      );
      const idle = new IdlePasses(root);
      for (let round = 0; round < MAX_ROUNDS; round++) {
        // Passes can undo each other's changes, so a round may do work without a result.
        const before = round > 0 ? new TreeSnapshot(root) : undefined;
        for (const pass of enabledPasses) {
          if (idle.has(pass)) continue;
          pass.fn(root, params, info);
          idle.update(pass);
        }
        if (before?.update() === 0 || enabledPasses.every((pass) => idle.has(pass))) return;
        forgetParsedPaths(root);
      }
    },
  };
}

/** Removes path data that svgo parsed, which has more digits than the attribute. */
function forgetParsedPaths(root: XastRoot): void {
  for (const element of elements(root)) {
    if ('pathJS' in element) element.pathJS = undefined;
  }
}
