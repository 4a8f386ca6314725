import { parseDeclaration, splitDeclarations } from './css-values.ts';
import { geometryInPx, PRESENTATION_ATTRIBUTES } from './properties.ts';
import { elements, type Pass, pass } from './tree.ts';

/** Functions that are CSS only where they stand for a picture of their own. */
const FUNCTIONS: ReadonlySet<string> = new Set(['clip-path', 'filter', 'mask']);

/**
 * Turns `style` attributes into attributes, where no style sheet is left that could come between:
 * they are shorter, and all later passes know them.
 *
 * `<path style="fill:red;mix-blend-mode:screen"/>` → `<path fill="red" style="mix-blend-mode:screen"/>`
 */
export function unfoldStyleAttributes(): Pass {
  return pass('iconloom-style-attributes', (root) => {
    const all = [...elements(root)];
    if (all.some(({ name }) => name === 'style')) return;
    for (const { name, attributes } of all) {
      if (attributes.style === undefined) continue;
      const rest: string[] = [];
      const declarations = splitDeclarations(attributes.style);
      // A shorthand stays, and what comes after it must stay behind it.
      const hasFont = declarations.some((declaration) => /^font\s*:/i.test(declaration));
      for (const declaration of declarations) {
        const [property, value] = parseDeclaration(declaration);
        const isBehindFont = hasFont && property.startsWith('font');
        const px = geometryInPx(name, property, value);
        if (px !== undefined) attributes[property] = px;
        else if (!isBehindFont && isPlain(property, value)) attributes[property] = value;
        else rest.push(declaration);
      }
      if (rest.length > 0) attributes.style = rest.join(';');
      else delete attributes.style;
    }
  });
}

function isPlain(property: string, value: string): boolean {
  if (!PRESENTATION_ATTRIBUTES.has(property) || value.includes('!')) return false;
  return !FUNCTIONS.has(property) || /^(none|url\([^()]*\))$/.test(value);
}
