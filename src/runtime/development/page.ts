/** State that all copies of this file share on a page. */
export interface Page {
  /** Messages that have been reported. */
  readonly told: Set<string>;
  /** Identity of the first copy of the package that drew an icon. */
  copy?: object;
  /** The sprite of the bundler plugin. */
  spriteUrl?: string;
}

const KEY: unique symbol = Symbol.for('iconloom.development') as never;

/** Shared state of the page. */
export function page(): Page {
  const holder = globalThis as { [KEY]?: Page };
  holder[KEY] ??= { told: new Set() };
  return holder[KEY];
}
