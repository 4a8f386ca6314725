import { spellPath } from '../../svg/spell-path.ts';
import { traitsOf } from '../svgo/document-traits.ts';
import { elements, type Pass, pass } from '../tree.ts';

/**
 * Spells path data so that a sprite compresses better. Paths with an animation keep their commands,
 * which have to match those of its values.
 */
export function spellPaths(): Pass {
  return pass('iconloom-spell-paths', (root) => {
    // A selector of a style sheet may contain path data.
    if (traitsOf(root).keepsStructure) return;
    for (const { name, attributes, children } of elements(root)) {
      if (name !== 'path' || !attributes.d || children.length > 0) continue;
      attributes.d = spellPath(attributes.d);
    }
  });
}
