import { randomBytes } from 'node:crypto';
import type { Icon } from '../core/types.ts';

/** Symbols of sources in preview, which the page shows like icons. */
export interface PreviewSymbols {
  /** URL of a symbol, relative to the page. */
  readonly put: (icon: Icon) => string;
  /** A sprite of one symbol. */
  readonly get: (key: string) => string | undefined;
}

/** Maximum number; beyond it, the oldest is removed. */
const MAX_SYMBOLS = 50;

export function createPreviewSymbols(): PreviewSymbols {
  const sprites = new Map<string, string>();
  return {
    put({ id, symbol }) {
      const key = randomBytes(8).toString('hex');
      sprites.set(key, `<svg xmlns="http://www.w3.org/2000/svg">${symbol}</svg>`);
      const [oldest] = sprites.keys();
      if (sprites.size > MAX_SYMBOLS && oldest !== undefined) sprites.delete(oldest);
      return `api/look/${key}.svg#${id}`;
    },
    get: (key) => sprites.get(key),
  };
}
