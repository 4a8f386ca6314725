import type { Diagnostic } from '../core/diagnostics.ts';
import type { ActiveContent, ColorMode, IconFacts, Limits } from '../core/types.ts';
import type { SourceFacts } from './inspect-source.ts';
import type { SvgoOptions } from './plugin-order.ts';

/** How to transform one icon. */
export interface TransformOptions {
  /** Id of the symbol. */
  readonly id: string;
  /** The file to name in diagnostics. Default: the id with `.svg`. */
  readonly file?: string;
  /** Options for svgo. Default: `preset-default`, with ids and style sheets left to iconloom. */
  readonly svgo?: SvgoOptions;
  /** What becomes of the colors. Default: `keep`. */
  readonly color?: ColorMode;
  /**
   * Whether a drawing that an external sprite cannot carry in every browser becomes an image in its
   * symbol. One with text always does, lest its words stand in the page. Default: true.
   */
  readonly portable?: boolean;
  /** What becomes of scripts, handlers and the like. Default: `error`. */
  readonly activeContent?: ActiveContent;
  /** The most that a drawing may hold. Default: `LIMITS`. */
  readonly limits?: Limits;
}

/** A finished symbol and what is known of it. */
export interface TransformedIcon {
  /** `<symbol id viewBox …>…</symbol>`, ready to stand in a sprite. */
  readonly symbol: string;
  /** The symbol without an image around its drawing; the same where `facts.form` is `symbol`. */
  readonly plainSymbol: string;
  readonly facts: IconFacts;
  /** Warnings and infos. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A symbol with what is needed to compare it with its source. */
export interface TriedIcon extends Omit<TransformedIcon, 'diagnostics'> {
  readonly source: SourceFacts;
  /** The color that became `currentColor`, where one did. */
  readonly recolored: string | undefined;
}
