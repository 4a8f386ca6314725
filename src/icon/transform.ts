import { BuildError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import type { Result } from '../core/types.ts';
import { createWorkBudget } from './budget.ts';
import { checkIcon } from './check/check-icon.ts';
import { unsafeSymbol } from './check/unsafe-symbol.ts';
import { withParts } from './lazy-parts.ts';
import { DEFAULT_LEVEL, type OptimizeLevel } from './svgo/optimize-level.ts';
import type { ComparableIcon, TransformedIcon, TransformOptions } from './transform-options.ts';
import { transformText } from './transform-text.ts';

export type {
  ComparableIcon as TriedIcon,
  TransformedIcon,
  TransformOptions,
} from './transform-options.ts';

/**
 * Turns the text of one SVG file into a symbol: optimized, without content that does not affect
 * rendering, and with unique ids and classes. The result depends on the two arguments alone.
 *
 * @throws {BuildError} if the source cannot be used; carries every problem found.
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
  const { id, file = `${id}.svg` } = options;
  const reason = checkIcon(value, id);
  if (reason !== undefined) {
    throw new BuildError([...diagnostics, unsafeSymbol(file, reason, 'made')]);
  }
  return { symbol, plainSymbol, facts, diagnostics };
}

/**
 * Transforms like {@link transformIcon}, but returns problems as data: without a value, one of them
 * is an error.
 */
export async function tryTransformIcon(
  text: string,
  options: TransformOptions,
  level: OptimizeLevel = DEFAULT_LEVEL,
): Promise<Result<ComparableIcon | undefined>> {
  const { id, limits = LIMITS } = options;
  if (!isId(id)) throw new TypeError(`The id must be letters, digits, '.', '_' and '-': ${id}`);
  return withParts((parts) => {
    const context = { level: 1, budget: createWorkBudget(text, limits), imageSize: {}, parts };
    return transformText(text, options, level, context);
  });
}

/** Checks if text is letters and digits of any script, as names have them. */
function isId(text: string): boolean {
  return ASCII_ID.test(text) || /^[\p{L}\p{M}\p{N}._-]+$/u.test(text);
}

/** Most ids. Compiling classes of Unicode takes a notable part of a small build. */
const ASCII_ID = /^[\w.-]+$/;
