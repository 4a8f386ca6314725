/**
 * Icons of components: the names that a build generates, or the virtual module of the bundler plugin.
 * The whole namespace of `icons.js` is one; its `{ iconHref, directional }` is enough.
 */
export interface IconSet {
  /** Returns the value of `<use href>`. Its parameter is the type of names that components accept. */
  iconHref(name: never): string;
  /** Checks if a value is the name of an icon; an alias is not. */
  isIconName?(value: unknown): boolean;
  /** All names, for “did you mean” while developing. */
  readonly iconNames?: readonly string[];
  /** Aliases: alias to name. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Names and aliases of the icons that mirror in right-to-left text. */
  readonly directional?: readonly string[];
  /** URL of the sprite, in the set of the bundler plugin; two are reported in development. */
  readonly spriteUrl?: string;
}

/** Names and aliases of a set. */
export type NameIn<Set extends IconSet> = Parameters<Set['iconHref']>[0] & string;
