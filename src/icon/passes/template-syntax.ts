import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { breakTemplateSyntax, hasTemplateSyntax } from '../../core/template-syntax.ts';
import { containsElement, elements, ownText, type Pass, triggeredPass } from '../tree.ts';
import { TRAITS } from './tree-traits.ts';

/**
 * Rewrites style sheets and style attributes so that template languages find no code in them, and
 * drops other values with template syntax. An icon with text becomes an image, whose URL encodes
 * all of its content.
 *
 * `@media print{.a{fill:red}}` → `@media print{.a{fill:red} }`
 */
export function breakTemplates(file: string, report: (diagnostic: Diagnostic) => void): Pass {
  return triggeredPass('iconloom-break-templates', { triggers: TRAITS.bracket }, (root) => {
    const hasText = containsElement(root, 'text');
    for (const { name: element, attributes, children } of elements(root)) {
      const css = element === 'style' ? ownText({ type: 'root', children }) : '';
      if (hasTemplateSyntax(css)) {
        children.splice(0, children.length, { type: 'text', value: breakInCss(css) });
      }
      if (hasText) continue;
      for (const [name, value] of Object.entries(attributes)) {
        if (!hasTemplateSyntax(value)) continue;
        if (name === 'style') attributes.style = breakInCss(value);
        else {
          delete attributes[name];
          const found = `the template syntax in ${name} on <${element}>`;
          report(diagnose('not-allowed', { file, args: { found } }));
        }
      }
    }
  });
}

const PART = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^"']+|["']/gs;

/** The same style, with escapes in strings and spaces elsewhere. */
function breakInCss(css: string): string {
  return css.replace(PART, (part) =>
    breakTemplateSyntax(part, (character) =>
      /^["']/.test(part) ? `\\${character.charCodeAt(0).toString(16)} ` : `${character} `,
    ),
  );
}
