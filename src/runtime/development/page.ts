/** State that all copies of this file share on a page. */
export interface PageRecord {
  /** Messages that have been reported. Copies of other versions share it, so its name stays. */
  readonly told: Set<string>;
  /** Identity of the first copy of the package that drew an icon. */
  copy?: object;
  /** The sprite of the bundler plugin. */
  spriteUrl?: string;
}

const KEY: unique symbol = Symbol.for('iconloom.development') as never;

/** Shared state of the page. */
export function pageRecord(): PageRecord {
  const holder = globalThis as { [KEY]?: PageRecord };
  holder[KEY] ??= { told: new Set() };
  return holder[KEY];
}
