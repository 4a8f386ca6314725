import type { XastElement, XastRoot } from 'svgo';
import { elements, ownText, type Pass, svgElement, triggeredPass } from '../tree.ts';
import { TRAITS } from './tree-traits.ts';

const ISOLATED = 'isolation:isolate';
const BLENDS = /mix-blend-mode/i;

/**
 * Limits blending to the icon, as in a separate file, where nothing is behind it.
 *
 * `<svg><path style="mix-blend-mode:screen"/></svg>` →
 * `<svg><g style="isolation:isolate"><path style="mix-blend-mode:screen"/></g></svg>`
 */
export function isolateBlending(): Pass {
  return triggeredPass('iconloom-isolate', { triggers: TRAITS.style }, (root) => {
    const svg = svgElement(root);
    if (!svg || !hasBlending(root) || isolatedGroup(svg)) return;
    const attributes = { style: ISOLATED };
    svg.children = [{ type: 'element', name: 'g', attributes, children: svg.children }];
  });
}

/** Removes this group from an icon taken from a sprite, before it is optimized. */
export function unwrapIsolated(): Pass {
  return triggeredPass('iconloom-unwrap-isolated', { triggers: TRAITS.style }, (root) => {
    const svg = svgElement(root);
    const group = svg && isolatedGroup(svg);
    if (group) svg.children = group.children;
  });
}

/**
 * Removes the isolating group, which a root does not need: the renderer misplaces layers in a group
 * that is larger than the picture.
 */
export function withoutIsolation(svg: string): string {
  return svg.replace(ISOLATED_ROOT, '$1<g>');
}

const ISOLATED_ROOT = new RegExp(`^(<svg\\b[^>]*>)<g style="${ISOLATED}">`);

function isolatedGroup({ children }: XastElement): XastElement | undefined {
  const [only, ...others] = children;
  if (only?.type !== 'element' || only.name !== 'g' || others.length > 0) return undefined;
  const { style, ...rest } = only.attributes;
  return style === ISOLATED && Object.keys(rest).length === 0 ? only : undefined;
}

function hasBlending(root: XastRoot): boolean {
  const all = [...elements(root)];
  const sheets = all.filter(({ name }) => name === 'style').map(ownText);
  // A group would break child selectors.
  if (sheets.some((css) => css.includes('>'))) return false;
  return (
    sheets.some((css) => BLENDS.test(css)) ||
    all.some(({ attributes }) => BLENDS.test(attributes.style ?? ''))
  );
}
