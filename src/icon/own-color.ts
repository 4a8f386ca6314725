import type { XastParent } from 'svgo';
import { elements, type Pass, pass } from './tree.ts';

const CURRENT = /^currentcolor$/i;
const PAINTS = ['fill', 'stroke', 'stop-color', 'flood-color', 'lighting-color'] as const;

/**
 * Puts in the color where a drawing sets `color` itself: its `currentColor` is then not the page's.
 * Left alone where shapes are drawn by `<use>`, since they take the color of the place of use.
 *
 * `<g color="red"><path fill="currentColor"/></g>` → `<g><path fill="red"/></g>`
 */
export function ownColor(): Pass {
  return pass('iconloom-own-color', (root) => {
    const all = [...elements(root)];
    const sets = all.some(({ attributes }) => attributes.color !== undefined);
    const isShared = all.some(({ name }) => name === 'use' || name === 'style');
    // A shadow without a color takes the element's own, wherever that is from.
    const hasShadow = all.some(({ attributes: { style = '', filter = '' } }) =>
      /drop-shadow/i.test(style + filter),
    );
    if (sets && !isShared && !hasShadow) put(root, undefined);
  });
}

function put(parent: XastParent, inherited: string | undefined): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const { attributes } = child;
    const own = attributes.color;
    const isOwn = own !== undefined && !/^(inherit|currentcolor)$/i.test(own);
    const color = isOwn && !own.includes('var(') ? own : isOwn ? undefined : inherited;
    for (const paint of PAINTS) {
      if (color !== undefined && CURRENT.test(attributes[paint] ?? '')) attributes[paint] = color;
    }
    if (isOwn && color === own) delete attributes.color;
    put(child, color);
  }
}
