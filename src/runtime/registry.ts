/** Names of the app's icons, for types without a set. */

declare global {
  /** Filled by the `iconloom.d.ts` that the bundler plugin writes. */
  namespace Iconloom {
    /** Has a key for each name. */
    interface Icons {}
    /** Has a key for each alias, with the name that it refers to. */
    interface Aliases {}
    /** Has a key for each constant, with its name. */
    interface Constants {}
  }
}

type RegisteredNames<Names> = [keyof Names] extends [never] ? string : keyof Names & string;

/** The name of an icon of the app, or any string while none are registered. */
export type IconName = RegisteredNames<Iconloom.Icons>;

/** Alias of an icon of the app. */
export type IconAlias = keyof Iconloom.Aliases & string;
