/**
 * What components are given: the names that a build generates, or the virtual module of the bundler
 * plugin. The whole namespace of `icons.js` is one; `{ iconHref, directional }` of it is enough.
 */
export interface IconSet {
  /** What goes into `<use href>`. Its parameter says which names the components take. */
  iconHref(name: never): string;
  /** Whether a value is the name of an icon; an alias is not. */
  isIconName?(value: unknown): boolean;
  /** All names, for “did you mean” while developing. */
  readonly iconNames?: readonly string[];
  /** Further names, alias to name. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Names and aliases of the icons that mirror in right-to-left text. */
  readonly directional?: readonly string[];
  /** Address of the sprite, in the set of the bundler plugin; while developing, two are told. */
  readonly spriteUrl?: string;
}

/** The names, and aliases, that a set knows. */
export type NameIn<Set extends IconSet> = Parameters<Set['iconHref']>[0] & string;
