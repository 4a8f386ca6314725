import type { Diagnostic } from '../../core/diagnostics.ts';
import { hasElement } from '../source/source-text.ts';
import { type TransformOptions, type TriedIcon, tryTransformIcon } from '../transform.ts';
import { type Compare, prepareSymbol, referenceOf } from '../verify/verify-icon.ts';
import { largestStep, pathDigits, zoomedSides } from './digits.ts';
import { gridSteps } from './grid.ts';
import { DEFAULT_DIGITS, roundIcon, settleIcon } from './round-icon.ts';

/** Chosen form of an icon. */
export interface DigitsChoice {
  readonly icon: TriedIcon;
  /** Most digits after the decimal point in its paths. */
  readonly digits: number;
  /** True if it was compared with the original source, not only with the optimized icon. */
  readonly matchesSource: boolean;
}

/** Source of an icon, and how to transform and compare it. */
export interface DigitsRequest {
  readonly svg: string;
  readonly options: TransformOptions;
  readonly compare: Compare;
}

/**
 * Chooses the fewest digits with which an icon looks like its source at eight times its nominal
 * size, and at an uneven size.
 *
 * Stable: an icon taken from a sprite keeps its digits. If it has fewer than the usual number, its
 * text alone says that it was built. If not, fewer digits have been compared with the optimized icon
 * too, which is the source of the next build.
 *
 * @param base the icon with the usual number of digits
 */
export async function chooseDigits(
  base: TriedIcon,
  diagnostics: readonly Diagnostic[],
  request: DigitsRequest,
): Promise<DigitsChoice> {
  const { svg, options } = request;
  const usualDigits = options.svgo?.floatPrecision ?? DEFAULT_DIGITS;
  const baseDigits = pathDigits(base.plainSymbol);
  const unchanged = { icon: base, digits: baseDigits, matchesSource: false };
  const { content } = CONTENT.exec(base.plainSymbol)?.groups ?? {};
  const isBuilt = baseDigits < usualDigits && content !== undefined && svg.includes(content);
  if (isBuilt || hasUnrenderedStates(base)) return unchanged;

  const maxDigits = Math.max(usualDigits, baseDigits) - 1;
  // A grid as fine as the icon's own changes nothing.
  const steps = gridSteps(largestStep(base.facts), maxDigits).filter(
    (step) => step > 10 ** -baseDigits,
  );
  if (steps.length === 0) return unchanged;
  const compare = await createComparison(base, diagnostics, request);
  if (!compare) return unchanged;
  const rejected: TriedIcon[] = [];
  let chosen: TriedIcon | undefined;
  for (let [low, high] = [0, steps.length]; low < high; ) {
    // The second coarsest first, since it suits most icons.
    const middle = Math.min(low + 1, high - 1);
    const icon = await roundIcon(base, { step: steps[middle] as number, maxDigits }, options);
    if (!icon) {
      // No smaller, and still less so on a finer grid.
      high = middle;
    } else if (await compare.matches('source', icon)) {
      [chosen, high] = [icon, middle];
    } else {
      rejected.push(icon);
      low = middle + 1;
    }
  }
  if (chosen) {
    const settled = await settleIcon(chosen, options);
    const isSame = settled === chosen || (settled && (await compare.matches('source', settled)));
    if (!isSame) return unchanged;
    return {
      icon: settled,
      digits: pathDigits(settled.plainSymbol),
      matchesSource: compare.hasSource,
    };
  }
  if (rejected.length === 0) return unchanged;
  if (compare.hasSource && !(await compare.matches('source', base))) {
    const icon = await withMoreDigits(base, request, usualDigits + MORE_DIGITS);
    if (icon && (await compare.matches('source', icon))) {
      return { icon, digits: pathDigits(icon.plainSymbol), matchesSource: true };
    }
  }
  for (const icon of compare.hasSource ? rejected : []) {
    if (await compare.matches('base', icon)) {
      return { icon, digits: pathDigits(icon.plainSymbol), matchesSource: false };
    }
  }
  return unchanged;
}

/** Content of a symbol. */
const CONTENT = /^<symbol\b[^>]*>(?<content>.+)<\/symbol>$/s;

/** Additional digits if the usual number is too small, as in verification. */
const MORE_DIGITS = 3;

/** Checks for shapes that no picture shows: later in an animation, or when a rule applies. */
function hasUnrenderedStates({ facts: { needs } }: TriedIcon): boolean {
  return needs.includes('animation') || needs.includes('style');
}

async function withMoreDigits(
  base: TriedIcon,
  { svg, options }: DigitsRequest,
  floatPrecision: number,
): Promise<TriedIcon | undefined> {
  const { value } = await tryTransformIcon(svg, options, {
    about: 'optimized with more digits',
    preset: { floatPrecision },
  });
  return value?.facts.form === base.facts.form ? value : undefined;
}

interface ZoomedReferences {
  /** False if the source cannot be rendered, so that the optimized icon takes its place. */
  readonly hasSource: boolean;
  readonly matches: (reference: 'source' | 'base', icon: TriedIcon) => Promise<boolean>;
}

/** Creates comparisons with the source; `undefined` if nothing can be rendered. */
async function createComparison(
  base: TriedIcon,
  diagnostics: readonly Diagnostic[],
  { svg, options: { id }, compare }: DigitsRequest,
): Promise<ZoomedReferences | undefined> {
  const reference = await referenceOf(svg, diagnostics);
  const preparedBase = await prepareSymbol(base, id);
  if (preparedBase.unsupportedReason !== undefined) return undefined;
  const source = reference && 'svg' in reference ? reference.svg : undefined;
  const references = { source: source ?? preparedBase.svg, base: preparedBase.svg };
  const { width, height } = base.facts;
  const { even, uneven } = zoomedSides(base.facts);
  const shape = {
    sides: [even, uneven],
    isWide: width >= height,
    hasText: hasElement(svg, 'text'),
    isZoomed: true,
  };
  return {
    hasSource: source !== undefined,
    async matches(which, icon) {
      const { svg: after } = await prepareSymbol(icon, id);
      const comparison = await compare({ ...shape, before: references[which], after });
      return !('failed' in comparison) && comparison.every((ratio) => ratio === 0);
    },
  };
}
