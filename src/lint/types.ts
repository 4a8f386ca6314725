import type { Severity } from '../core/diagnostics.ts';
import type { Icon, IconMeta } from '../core/types.ts';
import type { SourceElement } from '../icon/source-elements.ts';

export type { SourceAttribute, SourceElement } from '../icon/source-elements.ts';

/** What is painted of a drawing, in units of its viewBox, all colors alike. */
export interface Ink {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Center of all that is painted, weighed by how much of it there is. */
  readonly center: readonly [x: number, y: number];
  /** Share of the viewBox that is painted, 0 to 1. */
  readonly share: number;
}

/** One drawing, as rules see it. */
export interface Drawing {
  /** Path relative to the working folder, with forward slashes. */
  readonly file: string;
  readonly name: string;
  /** The folder right below the input that it lies in, in kebab-case, or ''. */
  readonly folder: string;
  /** Text of the file. */
  readonly svg: string;
  /** Its `<svg>` element. */
  readonly root: SourceElement;
  readonly meta: IconMeta;
  /** What a build makes of it. */
  readonly icon: Icon;
  /** Rendered when first asked for, and kept. `undefined` where it cannot be rendered, or paints nothing. */
  readonly ink: () => Promise<Ink | undefined>;
  /** Makes something of its picture, unless it was kept; see `Keep`. */
  readonly kept: <T>(
    what: string,
    make: () => Promise<T>,
    isRight: (value: unknown) => boolean,
  ) => Promise<T>;
}

/**
 * Makes something of a picture, unless it was kept of one with the same symbol. What it is called
 * stands for how it is made; it must come back the same from JSON. Where it is kept, others may have
 * written: what is not right is made again.
 */
export type Keep = <T>(
  what: string,
  symbol: string,
  make: () => Promise<T>,
  isRight: (value: unknown) => boolean,
) => Promise<T>;

/** Text to put in the place of a stretch of the drawing; `start === end` inserts. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a rule has found, in the words of people who draw. */
export interface LintFinding {
  /** The drawing's file. */
  readonly file: string;
  /** What is wrong, one sentence: `The line is 1.5 px wide; the set's lines are 2 px.` */
  readonly message: string;
  /** How to mend it in the drawing tool, one sentence. */
  readonly hint: string;
  /** Offset into the drawing's text. */
  readonly offset?: number;
  /** Mends it in the text, changing nothing else; only where the picture stays what it was meant to be. */
  readonly fix?: readonly Edit[];
  /** Further drawings that have to do with it, for duplicates. */
  readonly others?: readonly string[];
}

/** What rules can be told of the whole set. */
export interface LintSet {
  readonly drawings: readonly Drawing[];
  /** Icons of other packages that are built with them: known, and not asked about. Default: none. */
  readonly foreign?: readonly Icon[];
  /** Sprites as they would be written. */
  readonly sprites: readonly { readonly file: string; readonly contents: string }[];
}

/** Shape of an option's value. */
export type OptionKind =
  | 'number'
  | 'text'
  | 'flag'
  | 'numbers'
  | 'texts'
  | 'object'
  /** A regular expression, as a text. */
  | 'pattern';

/** One option of a rule. */
export interface RuleOption {
  readonly default: unknown;
  /**
   * Shapes of value that it takes. Default: that of its default; a number, a text or texts where
   * that is `set`. One whose `about` names `set` takes that word, too.
   */
  readonly takes?: readonly OptionKind[];
  /** The only words that it takes, alone or in a list. */
  readonly of?: readonly string[];
  /** One sentence without a full stop, with the unit. */
  readonly about: string;
}

interface RuleBase {
  /** In kebab-case; diagnostics have it as their code, with `lint/` in front. */
  readonly name: string;
  /** What it asks for, one sentence without a full stop. */
  readonly about: string;
  readonly options: Readonly<Record<string, RuleOption>>;
}

type Options = Readonly<Record<string, unknown>>;

/** A rule that looks at one drawing at a time. */
export interface DrawingRule extends RuleBase {
  readonly scope: 'drawing';
  readonly check: (
    drawing: Drawing,
    options: Options,
  ) => readonly LintFinding[] | Promise<readonly LintFinding[]>;
}

/** A rule that looks at all at once: duplicates, sizes of sprites. */
export interface SetRule extends RuleBase {
  readonly scope: 'set';
  readonly check: (
    set: LintSet,
    options: Options,
  ) => readonly LintFinding[] | Promise<readonly LintFinding[]>;
}

export type Rule = DrawingRule | SetRule;

/** How a rule is set: off, or how heavily its findings weigh, with options where they differ from the defaults. */
export type RuleSetting = 'off' | Severity | readonly [severity: Severity, options: Options];
