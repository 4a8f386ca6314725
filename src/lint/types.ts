import type { Severity } from '../core/diagnostics.ts';
import type { Icon, IconMeta } from '../core/types.ts';
import type { SourceElement } from '../icon/source/element-tree.ts';
import type { Preset } from './presets.ts';
import type { RuleSection } from './rule-sections.ts';

export type { SourceAttribute, SourceElement } from '../icon/source/element-tree.ts';

/** Painted area of a drawing in units of its viewBox, regardless of color. */
export interface Ink {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Center of the painted area, weighted by opacity. */
  readonly center: readonly [x: number, y: number];
  /** Painted share of the viewBox, 0 to 1. */
  readonly share: number;
}

/** One icon, as rules see it. */
export interface LintSource {
  /** Path relative to the working folder, with forward slashes. */
  readonly file: string;
  readonly name: string;
  /** The folder right below the input that it lies in, in kebab-case, or ''. */
  readonly folder: string;
  /** Text of the file. */
  readonly svg: string;
  /** Its `<svg>` element. */
  readonly root: SourceElement;
  /** Text of each `<style>` element. */
  readonly sheets: ReadonlyMap<SourceElement, string>;
  readonly meta: IconMeta;
  /** Result of the build. */
  readonly icon: Icon;
  /** Rendered on first use and cached. `undefined` if it cannot be rendered, or paints nothing. */
  readonly ink: () => Promise<Ink | undefined>;
  /** Computes a value of its picture, unless it is cached; see `Keep`. */
  readonly memoize: <T>(
    key: string,
    make: () => Promise<T>,
    isValid: (value: unknown) => boolean,
  ) => Promise<T>;
}

/**
 * Computes a value of a picture, unless it is cached for the same symbol. The key stands for the
 * computation; the value must survive JSON. Other programs may write to the cache, so a value that
 * is not valid is computed again.
 */
export type Memoize = <T>(
  what: string,
  symbol: string,
  make: () => Promise<T>,
  isValid: (value: unknown) => boolean,
) => Promise<T>;

/** Replacement of a range of the source text; `start === end` inserts. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A finding of a rule, in words of designers. */
export interface LintFinding {
  /** Path of the source file. */
  readonly file: string;
  /** Problem, one sentence: `The line is 1.5 px wide; the set's lines are 2 px.` */
  readonly message: string;
  /** Instruction to fix it in the drawing tool, one sentence. */
  readonly hint: string;
  /** Offset into the source text. */
  readonly offset?: number;
  /** Edits that fix it in the text without other effects; missing if the intent is not clear. */
  readonly fix?: readonly Edit[];
  /** Label of a button that applies the fix, in the imperative: `Follow the text color`. */
  readonly fixLabel?: string;
  /** Further files that are involved, for duplicates. */
  readonly others?: readonly string[];
}

/** Input of rules that check the whole set. */
export interface LintSet {
  readonly sources: readonly LintSource[];
  /** Set in a build, where reading the text of each source takes too long. Default: false. */
  readonly isFactsOnly?: true;
  /** Icons of other packages in the same build; they are not checked. Default: none. */
  readonly foreign?: readonly Icon[];
  /** Sprites that a build would write. */
  readonly sprites: readonly { readonly file: string; readonly contents: string }[];
}

/** Kind of an option's value. */
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
   * Accepted kinds of values. Default: the kind of its default; a number, a text or texts if that
   * is
   * `set`. An option whose `about` names `set` accepts that word, too.
   */
  readonly takes?: readonly OptionKind[];
  /** The only words that it accepts, alone or in a list. */
  readonly allowedWords?: readonly string[];
  /** One sentence without a full stop, with the unit. */
  readonly about: string;
}

interface RuleBase {
  /** In kebab-case; diagnostics have it as their code, with `lint/` in front. */
  readonly name: string;
  /** Requirement of the rule, one sentence without a full stop. */
  readonly about: string;
  readonly options: Readonly<Record<string, RuleOption>>;
  /** Setting in each preset; off if it is missing. */
  readonly presets: Readonly<Partial<Record<Exclude<Preset, 'none'>, RuleSetting>>>;
  readonly docs: RuleDocs;
}

/** Documentation of a rule, from which docs/rules.md is generated. Texts are Markdown. */
export interface RuleDocs {
  readonly section: RuleSection;
  /** Position in the section. Steps of ten leave room for more. */
  readonly order: number;
  /** Reason for the rule, what it measures and what it skips; follows `about`. */
  readonly why?: string;
  /** Instruction for drawing tools; whole sentences. */
  readonly fix: string;
  /** Rest of the sentence “`--fix` …”; missing if the rule has no fix. */
  readonly autofix?: string;
  /** Example of a message, if the rule is not in `test/fixtures/rules/captions.json`. */
  readonly message?: string;
  /** Description of the picture in `docs/figures/rules/`, if it is drawn by hand. */
  readonly figure?: string;
}

type RuleOptionValues = Readonly<Record<string, unknown>>;

/** A rule that checks one drawing at a time. */
export interface SourceRule extends RuleBase {
  readonly scope: 'drawing';
  readonly check: (
    source: LintSource,
    options: RuleOptionValues,
  ) => readonly LintFinding[] | Promise<readonly LintFinding[]>;
}

/** A rule that checks all drawings together: duplicates, sizes of sprites. */
export interface SetRule extends RuleBase {
  readonly scope: 'set';
  /**
   * True if it reads only facts of drawings that have no problem, so that builds can afford it.
   * Default: false.
   */
  readonly isCheap?: true;
  /**
   * Checks if the rule requires anything of a drawing; if not, a suppression is not reported as unused.
   * Default: true.
   */
  readonly applies?: (
    source: LintSource,
    set: LintSet,
    options: RuleOptionValues,
  ) => boolean | Promise<boolean>;
  readonly check: (
    set: LintSet,
    options: RuleOptionValues,
  ) => readonly LintFinding[] | Promise<readonly LintFinding[]>;
}

export type Rule = SourceRule | SetRule;

/**
 * Setting of a rule: off, or the severity of its findings, with options that differ from the
 * defaults.
 */
export type RuleSetting =
  | 'off'
  | Severity
  | readonly [severity: Severity, options: RuleOptionValues];
