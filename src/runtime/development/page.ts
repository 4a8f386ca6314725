/** What all copies of this file on one page know together. */
export interface Page {
  /** What has been told already. */
  readonly told: Set<string>;
  /** Stands for the first copy of the package that drew an icon. */
  copy?: object;
  /** The sprite of the bundler plugin. */
  spriteUrl?: string;
}

const KEY: unique symbol = Symbol.for('iconloom.development') as never;

/** The page's one record. */
export function page(): Page {
  const holder = globalThis as { [KEY]?: Page };
  holder[KEY] ??= { told: new Set() };
  return holder[KEY];
}
