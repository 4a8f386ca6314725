import type { XastElement } from 'svgo';
import { type Pass, pass, svgElement } from '../tree.ts';
import type { SourceFacts } from './inspect-source.ts';
import { INHERITED_BY_SYMBOL } from './root-attributes.ts';

/**
 * Turns the root into the symbol. The order of its attributes is fixed: id first.
 *
 * `<svg xmlns="…" width="24" height="24" fill="none"><path/></svg>`
 * → `<symbol id="menu" viewBox="0 0 24 24" fill="none"><path/></symbol>`
 */
export function symbolize(id: string, facts: () => SourceFacts | undefined): Pass {
  return pass('iconloom-symbolize', (root) => {
    const source = facts();
    if (!source) return;
    // The optimizer drops a root that shows nothing; the icon still gets an empty symbol.
    const { attributes, children }: Pick<XastElement, 'attributes' | 'children'> = svgElement(
      root,
    ) ?? { attributes: {}, children: [] };
    const { preserveAspectRatio } = attributes;
    const symbolAttributes: Record<string, string> = { id, viewBox: source.size.viewBox };
    if (preserveAspectRatio) symbolAttributes.preserveAspectRatio = preserveAspectRatio;
    const inherited = Object.keys(attributes).filter((name) => INHERITED_BY_SYMBOL.has(name));
    for (const name of inherited.sort()) symbolAttributes[name] = attributes[name] as string;
    root.children = [{ type: 'element', name: 'symbol', attributes: symbolAttributes, children }];
  });
}
