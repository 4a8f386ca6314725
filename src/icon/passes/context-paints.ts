import type { XastParent, XastRoot } from 'svgo';
import { parseFragment } from '../../svg/css/references.ts';
import { elements, type Pass, triggeredPass } from '../tree.ts';
import { TRAITS } from './tree-traits.ts';

const PAINTS = ['fill', 'stroke'] as const;
const CONTEXT_PAINT = /^context-(?:fill|stroke)$/i;

/**
 * Replaces context paints without a context by `none`: in a sprite, the `<use>` of the page would
 * become the context. Source: SVG 2, 13.2.
 *
 * `<path fill="context-fill"/>` → `<path fill="none"/>`
 */
export function contextPaints(): Pass {
  return triggeredPass(
    'iconloom-context-paints',
    { triggers: TRAITS.keywordOrFunction },
    (root) => {
      if (!usesContextPaints(root)) return;
      const used = new Set<string>();
      for (const { name, attributes } of elements(root)) {
        const target = name === 'use' ? parseFragment(attributes.href ?? '') : undefined;
        if (target !== undefined) used.add(target);
      }
      resolveContextPaints(root, used);
    },
  );
}

function usesContextPaints(root: XastRoot): boolean {
  for (const { attributes } of elements(root)) {
    if (PAINTS.some((name) => CONTEXT_PAINT.test(attributes[name] ?? ''))) return true;
  }
  return false;
}

function resolveContextPaints(parent: XastParent, used: ReadonlySet<string>): void {
  for (const child of parent.children) {
    if (child.type !== 'element' || child.name === 'marker') continue;
    const { id } = child.attributes;
    if (id !== undefined && used.has(id)) continue;
    for (const name of PAINTS) {
      if (CONTEXT_PAINT.test(child.attributes[name] ?? '')) child.attributes[name] = 'none';
    }
    resolveContextPaints(child, used);
  }
}
