import { type Diagnostic, type DiagnosticCode, diagnose } from '../../core/diagnostics.ts';
import type { Result, VerificationSettings } from '../../core/types.ts';
import { hasElement } from '../source/source-text.ts';
import { FALLBACK_LEVELS, type OptimizeLevel, UNOPTIMIZED } from '../svgo/optimize-level.ts';
import { type TransformOptions, type TriedIcon, tryTransformIcon } from '../transform.ts';
import type { Comparison, RenderFailure, RenderProblem, SourcePair } from './compare.ts';
import { type GeometryPair, hasSameGeometry } from './geometry/same-geometry.ts';
import { downgradeHarmlessWarnings } from './harmless-warnings.ts';
import { type PreparedReference, prepareReference } from './reference.ts';
import { comparePictures } from './renderer.ts';
import { symbolAsSource } from './symbol-as-source.ts';

/** Renders two sources and compares them, on any thread or process. */
export interface Compare {
  (pair: SourcePair): Promise<Comparison>;
  /** Compares geometry on another thread, see {@link hasSameGeometry}. Default: on this one. */
  readonly hasSameGeometry?: (pair: GeometryPair, tolerance: number) => Promise<boolean>;
}

/**
 * Transforms an icon and compares the symbol with its source: by their geometry, and as pictures if
 * that does not prove them equal. If they differ, the icon is optimized again, level by level, and
 * reported; if even the last level differs, it is an error that carries the pictures.
 */
export async function transformVerified(
  svg: string,
  options: TransformOptions,
  verification: VerificationSettings | false,
  compare: Compare = comparePictures,
): Promise<Result<TriedIcon | undefined>> {
  const first = await tryTransformIcon(svg, options);
  return verifyTransformed(first, { svg, options, verification, compare });
}

/** Source of an icon, and how {@link verifyTransformed} verifies it. */
export interface VerificationRequest {
  readonly svg: string;
  readonly options: TransformOptions;
  readonly verification: VerificationSettings | false;
  readonly compare: Compare;
}

/**
 * Verifies like {@link transformVerified}.
 *
 * @param first result at the default level
 */
export async function verifyTransformed(
  first: Result<TriedIcon | undefined>,
  { svg, options, verification, compare }: VerificationRequest,
): Promise<Result<TriedIcon | undefined>> {
  if (!verification || !first.value) return first;
  const file = options.file ?? `${options.id}.svg`;
  const { tolerance } = verification;
  const reference = await referenceOf(svg, first.diagnostics);
  const context = { svg, options, icon: first.value, verification, compare, reference };
  const verifier = createVerifier(context);
  let outcome = await verifier(first.value);
  if ('failed' in outcome) return notVerified(first, context, REASONS[outcome.problem]);
  if (outcome.mismatch <= tolerance) {
    const { value, diagnostics } = first;
    const verifiedIcon = outcome.isSource
      ? { value, diagnostics: downgradeHarmlessWarnings(diagnostics, value.harmlessIfSame) }
      : first;
    return withUnverifiedReason(verifiedIcon, context, outcome);
  }

  for (const level of FALLBACK_LEVELS) {
    const next = await tryTransformIcon(svg, options, level);
    if (!next.value) return next;
    const retry = await verifier(next.value);
    if (!('failed' in retry)) outcome = retry;
    if (outcome.mismatch <= tolerance) {
      const { findBreakingPass } = await import('./explain-difference.ts');
      const pass = await findBreakingPass(level, async (tried) => {
        const { value } = await tryTransformIcon(svg, options, tried);
        const result = value && (await verifier(value));
        return result !== undefined && !('failed' in result) && result.mismatch <= tolerance;
      });
      const info = reportFallback(level, file, next.value, first.value, pass);
      return withUnverifiedReason(withDiagnostic(next, info), context, outcome);
    }
  }
  if (outcome.unsupportedReason !== undefined)
    return notVerified(first, context, outcome.unsupportedReason);
  if (hasEmbeddedSvg(first.value)) {
    // The renderer supports less in images than browsers, so it may render the source wrong.
    const retry = await createVerifier({ ...context, reference: undefined })(first.value);
    if (!('failed' in retry) && retry.mismatch <= tolerance) {
      const picture = await outcome.picture();
      return notVerified(first, context, 'its SVG image can be read in two ways', picture);
    }
  }
  const { explainDifference } = await import('./explain-difference.ts');
  const differenceReport = await explainDifference({
    svg,
    file,
    options,
    tolerance,
    mismatch: outcome.mismatch,
    area: await outcome.area(),
    async measureMismatch(icon) {
      const result = await verifier(icon);
      return 'failed' in result ? undefined : result.mismatch;
    },
    compareSources: (before, after) => compare({ ...pairOptionsOf(context), before, after }),
  });
  return withDiagnostic(
    { value: undefined, diagnostics: first.diagnostics },
    { ...differenceReport, picture: await outcome.picture() },
  );
}

/** Checks whether one of its images is an SVG. */
function hasEmbeddedSvg({ plainSymbol }: TriedIcon): boolean {
  return plainSymbol.includes('data:image/svg');
}

/** Prepares the original source; `undefined` if something was omitted on purpose, so that it is none. */
export async function referenceOf(
  svg: string,
  diagnostics: readonly Diagnostic[],
): Promise<PreparedReference | undefined> {
  return diagnostics.some(({ code }) => INCOMPLETE_CODES.has(code))
    ? undefined
    : prepareReference(svg);
}

const INCOMPLETE_CODES: ReadonlySet<DiagnosticCode> = new Set([
  'bitmap-unreadable',
  'circular-reference',
]);

/** Follows “could not be verified:”. */
const REASONS: Readonly<Record<RenderProblem, string>> = {
  invalid: 'it cannot be rendered here',
  crash: 'it crashes the renderer',
  slow: 'it takes too long to render',
  unavailable: 'the renderer cannot be started here',
};

/** Reports an icon that could not be verified: a warning, or an error if verification is strict. */
function notVerified(
  { value, diagnostics }: Result<TriedIcon | undefined>,
  { options, verification }: VerificationContext,
  reason: string,
  picture?: Uint8Array,
): Result<TriedIcon | undefined> {
  const file = options.file ?? `${options.id}.svg`;
  const baseDiagnostic = diagnose('not-proven', { file, args: { reason } });
  const { isStrict } = verification;
  const diagnostic: Diagnostic = {
    ...baseDiagnostic,
    severity: isStrict ? 'error' : baseDiagnostic.severity,
    ...(picture && { picture }),
  };
  return withDiagnostic({ value: isStrict ? undefined : value, diagnostics }, diagnostic);
}

/** Reports an icon that was compared only with its cleaned source. */
function withUnverifiedReason(
  icon: Result<TriedIcon | undefined>,
  context: VerificationContext,
  { unverifiedReason }: VerificationResult,
): Result<TriedIcon | undefined> {
  return unverifiedReason === undefined ? icon : notVerified(icon, context, unverifiedReason);
}

function reportFallback(
  { about }: OptimizeLevel,
  file: string,
  icon: TriedIcon,
  first: TriedIcon,
  pass: string | undefined,
): Diagnostic {
  const cost = Buffer.byteLength(icon.symbol) - Buffer.byteLength(first.symbol);
  return diagnose('optimized-gently', {
    file,
    args: {
      about,
      cost: String(cost),
      pass: pass === undefined ? '' : `: svgo's ${pass} changes it`,
    },
  });
}

function withDiagnostic<T>({ value, diagnostics }: Result<T>, diagnostic: Diagnostic): Result<T> {
  return { value, diagnostics: [...diagnostics, diagnostic] };
}

/** Comparison of a symbol with its reference. */
interface VerificationResult {
  /** Largest share of pixels that differ, 0 to 1. */
  readonly mismatch: number;
  /**
   * Reason that the original source was no reference; `undefined` if it was, or on purpose is none.
   */
  readonly unverifiedReason: string | undefined;
  /** Reason that the symbol could not be prepared for the renderer. */
  readonly unsupportedReason?: string | undefined;
  /** PNG of before, after and difference. */
  readonly picture: () => Promise<Uint8Array>;
  /** Description of the area, see `changedArea`. */
  readonly area: () => Promise<string>;
  /** True if the reference is the original source, and not the cleaned one. */
  readonly isSource: boolean;
}

interface VerificationContext {
  readonly svg: string;
  readonly options: TransformOptions;
  /** Icon at the default level. */
  readonly icon: TriedIcon;
  readonly verification: VerificationSettings;
  readonly compare: Compare;
  /** Prepared source; without it, the cleaned source is the reference. */
  readonly reference: PreparedReference | undefined;
}

function pairOptionsOf({
  svg,
  icon: { facts },
  verification: { sides },
}: VerificationContext): Omit<SourcePair, 'before' | 'after'> {
  return { sides, isWide: facts.width >= facts.height, hasText: hasElement(svg, 'text') };
}

/**
 * Compares symbols of one source with their reference; if that cannot be rendered, with the source
 * after our own passes and before svgo's.
 */
function createVerifier(
  context: VerificationContext,
): (icon: TriedIcon) => Promise<VerificationResult | RenderFailure> {
  const { svg, options, icon, verification, compare, reference } = context;
  const { sides, tolerance } = verification;
  const pairOptions = pairOptionsOf(context);
  let unverifiedReason =
    reference && 'unsupported' in reference ? reference.unsupported : undefined;
  let before = reference && 'svg' in reference ? reference.svg : undefined;
  let isCleaned = false;

  const geometryPair = (from: string, to: string): GeometryPair => {
    const { isWide } = pairOptions;
    return { before: from, after: to, sides, isWide };
  };
  const isSameBy = (pair: GeometryPair) =>
    (compare.hasSameGeometry ?? hasSameGeometry)(pair, tolerance);

  async function compareWith(after: string): Promise<Comparison> {
    if (before !== undefined && (await isSameBy(geometryPair(before, after))))
      return sides.map(() => 0);
    const failed: Comparison = { failed: 'before', problem: 'invalid' };
    const comparison =
      before === undefined ? failed : await compare({ ...pairOptions, before, after });
    if (!('failed' in comparison) || comparison.failed === 'after' || isCleaned) return comparison;
    // The cleaned source takes as long.
    if (comparison.problem === 'slow') return comparison;
    isCleaned = true;
    if (before !== undefined) unverifiedReason ??= REASONS[comparison.problem];
    const cleaned = await tryTransformIcon(svg, options, UNOPTIMIZED);
    before = cleaned.value && (await prepareSymbol(cleaned.value, options.id)).svg;
    return before === undefined ? comparison : compare({ ...pairOptions, before, after });
  }

  return async (tried) => {
    const { svg: after, unsupportedReason } = await prepareSymbol(tried, options.id);
    const comparison = await compareWith(after);
    if ('failed' in comparison) return comparison;
    const pair = { ...pairOptions, before: before as string, after };
    const worstIndex = Math.max(
      comparison.findIndex((ratio) => ratio > tolerance),
      0,
    );
    return {
      mismatch: Math.max(...comparison),
      unverifiedReason,
      unsupportedReason,
      isSource: !isCleaned && unverifiedReason === undefined,
      async area() {
        const { changedArea } = await import('./changed-area.ts');
        return changedArea(pair, sides[worstIndex] as number, icon.facts.viewBox);
      },
      async picture() {
        const { comparisonPng } = await import('./comparison-png.ts');
        return comparisonPng(pair, sides[worstIndex] as number);
      },
    };
  };
}

/** Prepares a symbol for the renderer; if that is not possible, it is unchanged. */
export async function prepareSymbol(
  icon: TriedIcon,
  id: string,
): Promise<{ readonly svg: string; readonly unsupportedReason?: string }> {
  const symbol = symbolAsSource(icon, id);
  const prepared = await prepareReference(symbol);
  return 'svg' in prepared ? prepared : { svg: symbol, unsupportedReason: prepared.unsupported };
}
