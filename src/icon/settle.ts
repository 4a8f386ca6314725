import type { XastRoot } from 'svgo';
import { elements, type Pass } from './tree.ts';

/** Public sets need five at most; a drawing that never settles must not take for ever. */
const MOST_ROUNDS = 10;

/**
 * Runs passes round by round until a round changes nothing. One pass makes room for another:
 * merging gives paths that can be shortened, and an attribute that goes lets groups collapse. So a
 * drawing that comes out of a sprite is not optimized further when it is built again.
 */
export function settled(name: string, passes: readonly Pass[]): Pass {
  return {
    name,
    fn: (root, params, info) => {
      let before = '';
      for (let round = 0; round < MOST_ROUNDS; round++) {
        for (const pass of passes) pass.fn(root, params, info);
        const after = fingerprint(root);
        if (after === before) return;
        before = after;
      }
    },
  };
}

/** All of a drawing but its text, which no pass of a round touches. */
function fingerprint(root: XastRoot): string {
  let text = '';
  for (const element of elements(root)) {
    // svgo keeps parsed path data here, with digits that the attribute no longer has.
    delete (element as { pathJS?: unknown }).pathJS;
    text += `<${element.name} ${element.children.length}`;
    const { attributes } = element;
    for (const name in attributes) text += ` ${name}="${attributes[name]}`;
  }
  return text;
}
