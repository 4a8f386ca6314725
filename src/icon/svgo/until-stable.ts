import type { XastParent } from 'svgo';
import type { Pass } from '../tree.ts';
import { applicablePasses } from './applicable-passes.ts';
import { traitsOf } from './document-traits.ts';
import { REBUILDING_PLUGINS } from './optimize-level.ts';
import { createsNoWork } from './pass-bits.ts';

/** A pass that is skipped if it has nothing to do. */
export interface OptionalPass extends Pass {
  /** Bit of the pass in `pass-bits.ts`; without one it always runs. */
  readonly bit?: number | undefined;
}

/** Limit of rounds: public sets need five at most, but an icon might never become stable. */
const MAX_ROUNDS = 10;

/** Passes that drop or move elements, in addition to those that rebuild. */
export const DROPPING_PASSES: ReadonlySet<string> = new Set([
  ...['removeUselessDefs', 'removeEmptyContainers', 'removeEmptyText', 'sortDefsChildren'],
  'iconloom-drop-unpainted',
]);

/**
 * Runs passes round by round until a round changes nothing. One pass creates work for another:
 * merged paths can be shortened, and groups without an attribute can collapse. So an icon taken
 * from a sprite is not optimized further when it is built again.
 */
export function untilStable(name: string, passes: readonly OptionalPass[]): Pass {
  return {
    name,
    fn: (root, params, info) => {
      let previousFingerprint = '';
      const { keepsStructure, countsElements } = traitsOf(root);
      const enabledPasses = passes.filter(
        ({ name: each }) =>
          !(keepsStructure && each in REBUILDING_PLUGINS) &&
          !(countsElements && DROPPING_PASSES.has(each)),
      );
      for (let round = 0; round < MAX_ROUNDS; round++) {
        let passMask: number | undefined;
        for (const { name: passName, bit, fn } of enabledPasses) {
          if (bit !== undefined) {
            passMask ??= applicablePasses(root);
            if ((passMask & bit) === 0) continue;
          }
          fn(root, params, info);
          if (passMask !== undefined && !createsNoWork(passName, passMask)) passMask = undefined;
        }
        const currentFingerprint = fingerprint(root);
        if (currentFingerprint === previousFingerprint) return;
        previousFingerprint = currentFingerprint;
      }
    },
  };
}

/** Text of the whole tree except text nodes, which no pass of a round changes. */
function fingerprint(parent: XastParent): string {
  let text = '';
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    // svgo caches parsed path data here, with more digits than the attribute has.
    if ('pathJS' in child) child.pathJS = undefined;
    const { name, attributes, children } = child;
    text += `<${name} ${children.length}`;
    for (const key in attributes) text += ` ${key}="${attributes[key]}`;
    if (children.length > 0) text += fingerprint(child);
  }
  return text;
}
