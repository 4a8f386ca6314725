import type { Diagnostic } from '../core/diagnostics.ts';
import type { ActiveContent, ColorMode, IconFacts, Limits } from '../core/types.ts';
import type { SourceFacts } from './passes/inspect-source.ts';
import type { SvgoOptions } from './svgo/plugin-order.ts';

/** Options for transforming one icon. */
export interface TransformOptions {
  /** Id of the symbol. */
  readonly id: string;
  /** The file to name in diagnostics. Default: the id with `.svg`. */
  readonly file?: string;
  /** Options for svgo. Default: `preset-default`, with ids and style sheets left to iconloom. */
  readonly svgo?: SvgoOptions;
  /** Color mode. Default: `keep`. */
  readonly color?: ColorMode;
  /**
   * Turns an icon that an external sprite cannot carry in every browser into an image in its
   * symbol. An icon with text always becomes one, so that its text does not become text of the
   * page. Default: true.
   */
  readonly portable?: boolean;
  /** Handling of scripts, event handlers and the like. Default: `error`. */
  readonly activeContent?: ActiveContent;
  /** Limits for the source. Default: `LIMITS`. */
  readonly limits?: Limits;
}

/** A finished symbol and its facts. */
export interface TransformedIcon {
  /** `<symbol id viewBox …>…</symbol>`, ready for a sprite. */
  readonly symbol: string;
  /** The symbol without an image around its content; the same if `facts.form` is `symbol`. */
  readonly plainSymbol: string;
  readonly facts: IconFacts;
  /** Warnings and infos. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A symbol with what is needed to compare it with its source. */
export interface ComparableIcon extends Omit<TransformedIcon, 'diagnostics'> {
  readonly source: SourceFacts;
  /** The color that became `currentColor`, if any. */
  readonly recolored: string | undefined;
  /** Diagnostics without an effect if the symbol looks like its source. */
  readonly harmlessIfSame: ReadonlySet<Diagnostic>;
}
