import { byCodeUnit } from '../../core/names.ts';
import { isSvgDataUrl } from '../../core/svg-data-url.ts';
import type { Need } from '../../core/types.ts';
import { elements, type Pass, triggeredPass } from '../tree.ts';
import { TRAITS } from './tree-traits.ts';

/** Elements that imply a need. */
const ELEMENT_NEEDS: ReadonlyMap<string, Need> = new Map(
  Object.entries({
    animate: 'animation',
    animateMotion: 'animation',
    animateTransform: 'animation',
    set: 'animation',
    clipPath: 'clip-path',
    filter: 'filter',
    linearGradient: 'gradient',
    radialGradient: 'gradient',
    marker: 'marker',
    mask: 'mask',
    pattern: 'pattern',
    style: 'style',
    text: 'text',
  }),
);

const IMAGE = /^(image|feImage)$/;

/** Needs of CSS values that require no element: effects that WebKit does not draw. */
const VALUE_NEEDS: readonly (readonly [value: RegExp, need: Need])[] = [
  [/(^|[;\s])(-webkit-)?filter\s*:/, 'filter'],
  [/(^|[;\s])(-webkit-)?mask(-image)?\s*:/, 'mask'],
];

/** Collects the browser features that a finished icon needs. */
export function inspectNeeds(): readonly [needs: () => readonly Need[], pass: Pass] {
  const needs = new Set<Need>();
  return [
    () => [...needs].sort(byCodeUnit),
    triggeredPass(
      'iconloom-inspect-needs',
      {
        triggers:
          TRAITS.animation |
          TRAITS.definition |
          TRAITS.text |
          TRAITS.otherElement |
          TRAITS.filter |
          TRAITS.style,
      },
      (root) => {
        for (const { name, attributes } of elements(root)) {
          const need = ELEMENT_NEEDS.get(name);
          if (need) needs.add(need);
          if (IMAGE.test(name) && !isSvgDataUrl(attributes.href)) needs.add('bitmap');
          if (attributes.filter !== undefined) needs.add('filter');
          for (const [value, valueNeed] of VALUE_NEEDS) {
            if (value.test(attributes.style ?? '')) needs.add(valueNeed);
          }
        }
      },
    ),
  ];
}
