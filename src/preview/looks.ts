import { randomBytes } from 'node:crypto';
import type { Icon } from '../core/types.ts';

/** Symbols of sources in preview, which the page shows like icons. */
export interface Looks {
  /** URL of a symbol, relative to the page. */
  readonly put: (icon: Icon) => string;
  /** A sprite of one symbol. */
  readonly get: (key: string) => string | undefined;
}

/** Maximum number; beyond it, the oldest is removed. */
const MOST = 50;

export function openLooks(): Looks {
  const sprites = new Map<string, string>();
  return {
    put({ id, symbol }) {
      const key = randomBytes(8).toString('hex');
      sprites.set(key, `<svg xmlns="http://www.w3.org/2000/svg">${symbol}</svg>`);
      const [oldest] = sprites.keys();
      if (sprites.size > MOST && oldest !== undefined) sprites.delete(oldest);
      return `api/look/${key}.svg#${id}`;
    },
    get: (key) => sprites.get(key),
  };
}
