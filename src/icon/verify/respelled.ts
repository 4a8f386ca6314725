import { optimize } from 'svgo/browser';
import { isAllowedAttribute } from '../allowed.ts';
import { cleanAttribute } from '../clean-attribute.ts';
import { cleanStyle } from '../clean-style.ts';
import { cssTransforms } from '../css-transforms.ts';
import { type CssParser, withParts } from '../lazy-parts.ts';
import { unifyNamespaces } from '../namespaces.ts';
import { ownColor } from '../own-color.ts';
import { plainValues } from '../plain-values.ts';
import { shapeProperties } from '../shape-properties.ts';
import { unfoldStyleAttributes } from '../style-attributes.ts';
import { elements, holdsElement, type Pass, pass } from '../tree.ts';

/**
 * A drawing with each value in one spelling and all else as it is: the renderer reads fewer
 * spellings than browsers do, so that such a drawing is no reference as it came. `undefined` when it
 * cannot be parsed.
 *
 * `<g style=";FILL:red!important" onclick="…"/>` → `<g onclick="…" fill="red"/>`
 */
export async function respelled(svg: string): Promise<string | undefined> {
  try {
    return await withParts(({ css }) => {
      const plugins = [
        unifyNamespaces(),
        respellValues(css),
        shapeProperties(),
        unfoldStyleAttributes(),
        plainValues(),
        ownColor(),
        cssTransforms(),
      ];
      return optimize(svg, { plugins, js2svg: { eol: 'lf' } }).data;
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'SvgoParserError') return undefined;
    throw error;
  }
}

/** Values of the grammar's own; names and references stay as they are. */
function respellValues(css: CssParser | undefined): Pass {
  return pass('iconloom-respell', (root) => {
    const staysImportant = holdsElement(root, 'style');
    for (const { name: element, attributes } of elements(root)) {
      for (const [name, value] of Object.entries(attributes)) {
        if (name === 'style') attributes.style = cleanStyle(value, { css, staysImportant }).style;
        else if (isAllowedAttribute(element, name)) {
          const { text } = cleanAttribute(element, name, value, css);
          if (text === undefined) delete attributes[name];
          else attributes[name] = text;
        }
      }
    }
  });
}
