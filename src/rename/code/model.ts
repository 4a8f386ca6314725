/** An icon's old name and new, in all forms in which code has them. */
export interface Renamed {
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

/** What an export of ours is, as far as it can name icons. */
export type Kind =
  /** A function whose first argument is a name. */
  | 'name-first'
  /** A component whose property `name` is a name. */
  | 'component'
  /** `icon`, whose properties are called after names. */
  | 'constants'
  /** An object whose keys are names. */
  | 'by-name'
  /** A type whose values are names. */
  | 'type'
  /** A function that makes a component, or one that takes a name first. */
  | 'makes-component'
  | 'makes-name-first'
  /** A bundler plugin, whose options name icons. */
  | 'plugin'
  /** All exports of a module that knows names, as an object. */
  | 'namespace';

/** A stretch of a file to be replaced. Offsets are into its text. */
export interface Use {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What is shown of the code around. */
  readonly shown: readonly [start: number, end: number];
}

/** A place that may be a use, and why it is left. */
export interface Unsure {
  readonly start: number;
  readonly reason: string;
}

/** What was found in a file, or in a part of it. */
export interface Findings {
  readonly uses: readonly Use[];
  readonly unsure: readonly Unsure[];
}
