import type { readStyleAttribute } from '../svg/css/style-attribute.ts';
import type { parseValue } from '../svg/css/values.ts';
import type { StyleSheets } from './css/style-sheet.ts';
import type { locate } from './source/locate.ts';

/** The parser of CSS values. */
export interface CssParser {
  readonly parseValue: typeof parseValue;
  readonly readStyleAttribute: typeof readStyleAttribute;
}

/**
 * Parts that only some sources need. Each takes as long to load as a small build, so it is loaded
 * when the first source asks for it.
 */
export interface LazyParts {
  readonly css?: CssParser;
  readonly styleSheets?: StyleSheets;
  /** Finds the places of problems. */
  readonly locate?: typeof locate;
}

/**
 * Thrown by a synchronous transform that needs a part that is not loaded; see {@link withParts}.
 */
export class PartNeeded extends Error {
  readonly part: keyof LazyParts;

  constructor(part: keyof LazyParts) {
    super(part);
    this.part = part;
  }
}

let loaded: LazyParts = {};

/**
 * Runs a function with the parts that are loaded. One that throws {@link PartNeeded} runs again
 * with that part, so it must have no side effects before it throws.
 */
export async function withParts<T>(run: (parts: LazyParts) => T): Promise<T> {
  for (;;) {
    try {
      return run(loaded);
    } catch (error) {
      if (!(error instanceof PartNeeded)) throw error;
      loaded = { ...loaded, ...(await LOADERS[error.part]()) };
    }
  }
}

const LOADERS: Readonly<Record<keyof LazyParts, () => Promise<LazyParts>>> = {
  async css() {
    const [values, styleAttribute] = await Promise.all([
      import('../svg/css/values.ts'),
      import('../svg/css/style-attribute.ts'),
    ]);
    const { parseValue } = values;
    const { readStyleAttribute } = styleAttribute;
    return { css: { parseValue, readStyleAttribute } };
  },
  async locate() {
    return { locate: (await import('./source/locate.ts')).locate };
  },
  async styleSheets() {
    return { styleSheets: (await import('./css/style-sheet.ts')).styleSheets };
  },
};
