import type { Diagnostic } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import type { ActiveContent, Checked, ColorMode, IconFacts, Limits } from '../core/types.ts';
import { openBudget } from './budget.ts';
import { type Gentleness, USUAL } from './gentler.ts';
import type { SourceFacts } from './inspect-source.ts';
import { withParts } from './lazy-parts.ts';
import type { SvgoOptions } from './plugin-order.ts';
import { transformText } from './transform-text.ts';

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

/**
 * Turns the text of one SVG file into a symbol: optimized, cleaned of all that does not draw, its
 * ids and classes made its own. The result depends on the two arguments alone.
 *
 * @throws {BuildError} when the drawing cannot be used; carries every problem found.
 * @throws {TypeError} when the id has other characters than letters, digits, `.`, `_` and `-`.
 * @example
 * const { symbol } = await transformIcon('<svg viewBox="0 0 8 8"><path d="M0 0h8v8"/></svg>', { id: 'half' });
 * // <symbol id="half" viewBox="0 0 8 8"><path d="M0 0h8v8"/></symbol>
 */
export async function transformIcon(
  svg: string,
  options: TransformOptions,
): Promise<TransformedIcon> {
  const { value, diagnostics } = await tryTransformIcon(svg, options);
  if (!value) throw new BuildError(diagnostics);
  const { symbol, plainSymbol, facts } = value;
  return { symbol, plainSymbol, facts, diagnostics };
}

/** A symbol with what is needed to hold it against its drawing. */
export interface TriedIcon extends Omit<TransformedIcon, 'diagnostics'> {
  readonly source: SourceFacts;
  /** The color that became `currentColor`, where one did. */
  readonly recolored: string | undefined;
}

/** As {@link transformIcon}, but problems are data: without a value there is an error among them. */
export async function tryTransformIcon(
  text: string,
  options: TransformOptions,
  gentleness: Gentleness = USUAL,
): Promise<Checked<TriedIcon | undefined>> {
  const { id, limits = LIMITS } = options;
  if (!ID.test(id)) throw new TypeError(`The id must be letters, digits, '.', '_' and '-': ${id}`);
  return withParts((parts) => {
    const context = { level: 1, budget: openBudget(text, limits), place: {}, parts };
    return transformText(text, options, gentleness, context);
  });
}

/** Letters and digits of any script, as names have them. */
const ID = /^[\p{L}\p{M}\p{N}._-]+$/u;
