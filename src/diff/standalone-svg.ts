import { symbolToSvg, symbolWithId } from '../core/symbol.ts';
import type { Icon } from '../core/types.ts';

/** Icon as a standalone SVG, with new ids. */
export function standaloneSvg(icon: Icon, attributes: string): string {
  return symbolToSvg(symbolWithId(icon, 'x'), 'x', attributes);
}
