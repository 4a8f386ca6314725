import type { XastElement } from 'svgo';
import { ANIMATIONS } from '../../svg/elements.ts';
import { mayReference, renameReferences } from '../references.ts';
import { elements, type Pass, triggeredPass } from '../tree.ts';
import { TRAITS } from './tree-traits.ts';

/**
 * Moves position, size and transform of a `<symbol>` to each `<use>` of it, whose own size wins:
 * svgo drops them on symbols, and not every renderer reads them. Source: SVG 2, 5.5 and 5.7.
 *
 * `<symbol id="a" width="8" x="3"/><use href="#a" x="1"/>`
 * → `<symbol id="a"/><use href="#a" x="4" width="8"/>`
 */
export function placeSymbols(): Pass {
  return triggeredPass('iconloom-place-symbols', { triggers: TRAITS.definition }, (root) => {
    const symbols = new Map<string, XastElement>();
    for (const element of elements(root)) {
      const { id } = element.attributes;
      if (id !== undefined && !symbols.has(id)) symbols.set(id, element);
    }
    const placedSymbols = [...symbols.values()].filter(hasPlacement);
    if (placedSymbols.length === 0) return;
    for (const use of elements(root)) {
      const { href } = use.attributes;
      if (use.name !== 'use' || href === undefined || !mayReference('href', href)) continue;
      renameReferences('href', href, (id) => {
        const symbol = symbols.get(id);
        if (symbol && placedSymbols.includes(symbol)) applyPlacement(use, symbol.attributes);
        return undefined;
      });
    }
    for (const { attributes } of placedSymbols)
      for (const name of PLACEMENT_ATTRIBUTES) delete attributes[name];
  });
}

const PLACEMENT_ATTRIBUTES = ['x', 'y', 'width', 'height', 'transform'] as const;

function hasPlacement({ name, attributes, children }: XastElement): boolean {
  const isAnimated = children.some(
    (child) => child.type === 'element' && ANIMATIONS.has(child.name),
  );
  return (
    name === 'symbol' &&
    !isAnimated &&
    PLACEMENT_ATTRIBUTES.some((each) => attributes[each] !== undefined)
  );
}

function applyPlacement({ attributes }: XastElement, symbol: XastElement['attributes']): void {
  attributes.width ??= symbol.width ?? '';
  attributes.height ??= symbol.height ?? '';
  for (const name of ['width', 'height']) if (attributes[name] === '') delete attributes[name];
  const { x: useX = '0', y: useY = '0' } = attributes;
  const { x = '0', y = '0' } = symbol;
  const isPlain = Number.isFinite(Number(useX)) && Number.isFinite(Number(useY));
  if (symbol.transform !== undefined && isPlain) {
    const moved = `translate(${useX} ${useY}) ${symbol.transform}`;
    attributes.transform = [attributes.transform, moved].filter(Boolean).join(' ');
    [attributes.x, attributes.y] = [x, y];
  } else {
    attributes.x = sum(useX, x);
    attributes.y = sum(useY, y);
  }
  for (const name of ['x', 'y']) if (attributes[name] === '0') delete attributes[name];
}

/** Adds two lengths; in different units, returns the one that is not zero, or else the first. */
function sum(a: string, b: string): string {
  const total = Number(a) + Number(b);
  if (Number.isFinite(total)) return String(Number(total.toPrecision(12)));
  return Number(a) === 0 ? b : a;
}
