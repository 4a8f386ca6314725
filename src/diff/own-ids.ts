import { drawingOfSymbol, symbolWithId } from '../core/symbol.ts';
import type { Icon } from '../core/types.ts';

/** The icon as a file of its own, with whatever ids. */
export function standalone(icon: Icon, attributes: string): string {
  return drawingOfSymbol(symbolWithId(icon, 'x'), 'x', attributes);
}
