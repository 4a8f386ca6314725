import { inlineSprite as inline, ORIGIN, type PlacedSymbol } from '../inline.ts';
import { parseSymbols } from '../parse-sprite.ts';
import { checkDuplicateIds } from './duplicate-ids.ts';
import { isRealPage } from './real-page.ts';
import { reportProblem } from './report-problem.ts';

export { createSpriteFor, type SpriteFor } from '../sprite-for.ts';

/** Symbols that this copy of the package has put into the page → all ids of their sprite. */
const sprites = new WeakMap<Element, ReadonlySet<string>>();

/** `inlineSprite` of `../inline.ts` with checks. */
export const inlineSprite: typeof inline = (svg, options = {}) => {
  if (!isRealPage()) return inline(svg, options);
  const { root = document } = options;
  const before = symbolsIn(root);
  const inlined = inline(svg, options);
  const after = symbolsIn(root);
  const ids = new Set(parseSymbols(svg).map(({ element: { id } }) => inlined.renamed[id] ?? id));
  for (const id of ids) {
    const old = before.get(id);
    const symbol = after.get(id);
    if (old && old !== symbol && isFromOtherSprite(old, ids))
      reportProblem('symbol-replaced', { id });
    if (symbol) sprites.set(symbol, ids);
  }
  checkDuplicateIds([...ids], root);
  return inlined;
};

/** True if a symbol is from another sprite. A rebuilt sprite has at least the same ids. */
function isFromOtherSprite(old: PlacedSymbol, ids: ReadonlySet<string>): boolean {
  const spriteIds = sprites.get(old);
  return spriteIds ? [...spriteIds].some((id) => !ids.has(id)) : ORIGIN in old;
}

function symbolsIn(root: Document | ShadowRoot): ReadonlyMap<string, PlacedSymbol> {
  const symbols = root.querySelectorAll('svg[data-iconloom] > symbol');
  return new Map([...symbols].map((symbol) => [symbol.id, symbol]));
}
