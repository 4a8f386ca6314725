/** Old and new name of an icon, in all forms that code uses. */
export interface RenamedIcon {
  readonly from: string;
  readonly to: string;
  /** Properties of `icon`: `chevronDown`. */
  readonly fromKey: string;
  readonly toKey: string;
  /** Ids of the symbol. */
  readonly fromId: string;
  readonly toId: string;
  /** File names of sprites. */
  readonly sprites: ReadonlySet<string>;
}

/** Kind of an iconloom export that can contain icon names. */
export type ExportKind =
  /** A function whose first argument is a name. */
  | 'name-first'
  /** A component whose prop `name` is a name. */
  | 'component'
  /** `icon`, whose properties are named after icons. */
  | 'constants'
  /** An object whose keys are names. */
  | 'by-name'
  /** A type whose values are names. */
  | 'type'
  /** A function that creates a component, or a function that takes a name first. */
  | 'makes-component'
  | 'makes-name-first'
  /** A bundler plugin, whose options contain names. */
  | 'plugin'
  /** A namespace import of a module with icon names. */
  | 'namespace';

/** Use of an icon name, and its replacement. Offsets are into the text of the file. */
export interface NameMatch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Span of the surrounding code to show. */
  readonly context: readonly [start: number, end: number];
}

/** Possible use that is left unchanged, and why. */
export interface UnsureMatch {
  readonly start: number;
  readonly reason: string;
}

/** Uses in a file, or in a part of it. */
export interface CodeMatches {
  readonly uses: readonly NameMatch[];
  readonly unsure: readonly UnsureMatch[];
}
