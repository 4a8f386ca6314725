import { attributeFor } from '../../svg/css/attribute-for.ts';
import { readStyle, type StyleEntry, writeStyle } from '../../svg/css/style-text.ts';
import { elements, type Pass, triggeredPass } from '../tree.ts';
import { TRAITS } from './tree-traits.ts';

/** Declarations without effect: initial values of properties that are not inherited. */
const INITIAL: ReadonlySet<string> = new Set(['isolation:auto', 'mix-blend-mode:normal']);

/**
 * Turns `style` attributes into presentation attributes, which are shorter and which all later
 * passes support. Skips icons with a style sheet, whose rules rank between the two.
 *
 * `<path style="fill:red;mix-blend-mode:screen"/>` → `<path fill="red" style="mix-blend-mode:screen"/>`
 */
export function unfoldStyleAttributes(): Pass {
  return triggeredPass(
    'iconloom-style-attributes',
    { triggers: TRAITS.style, changesTraits: true },
    (root) => {
      const all = [...elements(root)];
      if (all.some(({ name }) => name === 'style')) return;
      for (const { name, attributes } of all) {
        if (attributes.style === undefined) continue;
        const rest: StyleEntry[] = [];
        const declarations = readStyle(attributes.style);
        // The shorthand stays in the style, and so must longhands after it.
        const hasFont = declarations.some(([property]) => property === 'font');
        for (const [property, value] of declarations) {
          if (value === 'revert-layer' && attributes[property] !== undefined) continue;
          if (INITIAL.has(`${property}:${value}`)) continue;
          const isBehindFont = hasFont && property.startsWith('font');
          const attribute = isBehindFont ? undefined : attributeFor(name, property, value);
          if (attribute) attributes[attribute[0]] = attribute[1];
          else rest.push([property, value]);
        }
        if (rest.length > 0) attributes.style = writeStyle(rest);
        else delete attributes.style;
      }
    },
  );
}
