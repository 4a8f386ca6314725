import { inlineSprite } from '../inline.ts';
import { createSpriteFor, type SpriteFor } from '../sprite-for.ts';
import { SVG } from '../svg-element.ts';
import { checkDuplicateIds } from './duplicate-ids.ts';
import type { LiveSet } from './served-icons.ts';
import { hasDocument } from './swap-uses.ts';

/**
 * Puts all icons of a development server into the page.
 *
 * @param symbols name → text of the symbol, as the module was loaded
 * @param isTest true if the page is simulated
 * @returns exports of `virtual:iconloom/inline`
 */
export function inlineServed(
  set: LiveSet,
  symbols: Readonly<Record<string, string>>,
  isTest: boolean,
): SpriteFor {
  const { prefix } = set.served;
  const all = Object.values(symbols);
  let renamed: Readonly<Record<string, string>> = {};
  if (hasDocument() && !isTest) {
    if (all.length > 0) {
      const svg = `<svg xmlns="${SVG}">${all.join('')}</svg>`;
      renamed = inlineSprite(svg, { onConflict: 'rename' }).renamed;
    }
    set.served.putIntoPage(Object.keys(symbols), renamed);
    checkDuplicateIds(Object.keys(symbols).map((name) => renamed[prefix + name] ?? prefix + name));
  }
  return (names) => {
    const knownNames = [...names].flatMap((name) => set.served.nameOf(name) ?? []);
    const texts = knownNames.map((name) => set.served.symbolOf(name) ?? symbols[name] ?? '');
    return createSpriteFor([...new Set(texts)], prefix, renamed)(knownNames);
  };
}
