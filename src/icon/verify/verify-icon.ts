import { type Diagnostic, type DiagnosticCode, diagnose } from '../../core/diagnostics.ts';
import type { Checked, Verification } from '../../core/types.ts';
import { FALLBACK_LEVELS, type OptimizeLevel, UNOPTIMIZED } from '../optimize-level.ts';
import { hasElement } from '../source-text.ts';
import { type TransformOptions, type TriedIcon, tryTransformIcon } from '../transform.ts';
import type { Comparison, Pair, RenderFailure, RenderProblem } from './compare.ts';
import { withHarmlessInfos } from './harmless.ts';
import { prepareReference, type Reference } from './reference.ts';
import { comparePictures } from './renderer.ts';
import { sourceOfSymbol } from './source-of-symbol.ts';

/** Renders two sources and compares them, on any thread or process. */
export type Compare = (pair: Pair) => Promise<Comparison>;

/**
 * Transforms an icon and compares the symbol with its source, as pictures. If they differ, the icon
 * is optimized again, level by level, and reported; if even the last level differs, it is an error
 * that carries the pictures.
 */
export async function transformVerified(
  svg: string,
  options: TransformOptions,
  verification: Verification | false,
  compare: Compare = comparePictures,
): Promise<Checked<TriedIcon | undefined>> {
  const first = await tryTransformIcon(svg, options);
  if (!verification || !first.value) return first;
  const file = options.file ?? `${options.id}.svg`;
  const { tolerance } = verification;
  // If something was omitted on purpose, the original source is no reference.
  const isWhole = !first.diagnostics.some(({ code }) => NOT_WHOLE.has(code));
  const reference = isWhole ? await prepareReference(svg) : undefined;
  const context = { svg, options, icon: first.value, verification, compare, reference };
  const verifier = createVerifier(context);
  let found = await verifier(first.value);
  if ('failed' in found) return notVerified(first, context, REASONS[found.problem]);
  if (found.mismatch <= tolerance) {
    const { diagnostics } = first;
    const known = found.isSource
      ? { ...first, diagnostics: withHarmlessInfos(diagnostics) }
      : first;
    return withDoubt(known, context, found);
  }

  for (const level of FALLBACK_LEVELS) {
    const next = await tryTransformIcon(svg, options, level);
    if (!next.value) return next;
    const again = await verifier(next.value);
    if (!('failed' in again)) found = again;
    if (found.mismatch <= tolerance) {
      const { changingPass } = await import('./explain-difference.ts');
      const pass = await changingPass(level, async (tried) => {
        const { value } = await tryTransformIcon(svg, options, tried);
        const result = value && (await verifier(value));
        return result !== undefined && !('failed' in result) && result.mismatch <= tolerance;
      });
      const info = optimizedGently(level, file, next.value, first.value, pass);
      return withDoubt(withDiagnostic(next, info), context, found);
    }
  }
  if (found.unread !== undefined) return notVerified(first, context, found.unread);
  if (holdsDrawing(first.value)) {
    // The renderer supports less in images than browsers, so it may render the source wrong.
    const again = await createVerifier({ ...context, reference: undefined })(first.value);
    if (!('failed' in again) && again.mismatch <= tolerance) {
      const picture = await found.picture();
      return notVerified(first, context, 'its SVG image can be read in two ways', picture);
    }
  }
  const { explainDifference } = await import('./explain-difference.ts');
  const differs = await explainDifference({
    ...{ svg, file, options, tolerance, mismatch: found.mismatch, area: await found.area() },
    async mismatchOf(icon) {
      const result = await verifier(icon);
      return 'failed' in result ? undefined : result.mismatch;
    },
    compareSources: (before, after) => compare({ ...shapeOf(context), before, after }),
  });
  return withDiagnostic(
    { value: undefined, diagnostics: first.diagnostics },
    { ...differs, picture: await found.picture() },
  );
}

/** Checks whether one of its images is an SVG. */
function holdsDrawing({ plainSymbol }: TriedIcon): boolean {
  return plainSymbol.includes('data:image/svg');
}

const NOT_WHOLE: ReadonlySet<DiagnosticCode> = new Set(['bitmap-unreadable', 'circular-reference']);

/** Follows “could not be verified:”. */
const REASONS: Readonly<Record<RenderProblem, string>> = {
  invalid: 'it cannot be rendered here',
  crash: 'it crashes the renderer',
  slow: 'it takes too long to render',
  unavailable: 'the renderer cannot be started here',
};

/** Reports an icon that could not be verified: a warning, or an error if verification is strict. */
function notVerified(
  { value, diagnostics }: Checked<TriedIcon | undefined>,
  { options, verification }: Context,
  reason: string,
  picture?: Uint8Array,
): Checked<TriedIcon | undefined> {
  const file = options.file ?? `${options.id}.svg`;
  const told = diagnose('not-proven', { file, args: { reason } });
  const { isStrict } = verification;
  const diagnostic: Diagnostic = {
    ...told,
    severity: isStrict ? 'error' : told.severity,
    ...(picture && { picture }),
  };
  return withDiagnostic({ value: isStrict ? undefined : value, diagnostics }, diagnostic);
}

/** Reports an icon that was compared only with its cleaned source. */
function withDoubt(
  icon: Checked<TriedIcon | undefined>,
  context: Context,
  { doubt }: Found,
): Checked<TriedIcon | undefined> {
  return doubt === undefined ? icon : notVerified(icon, context, doubt);
}

function optimizedGently(
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

function withDiagnostic<T>({ value, diagnostics }: Checked<T>, diagnostic: Diagnostic): Checked<T> {
  return { value, diagnostics: [...diagnostics, diagnostic] };
}

/** Comparison of a symbol with its reference. */
interface Found {
  /** Largest share of pixels that differ, 0 to 1. */
  readonly mismatch: number;
  /**
   * Reason that the original source was no reference; `undefined` if it was, or on purpose is none.
   */
  readonly doubt: string | undefined;
  /** Reason that the symbol could not be prepared for the renderer. */
  readonly unread?: string | undefined;
  /** PNG of before, after and difference. */
  readonly picture: () => Promise<Uint8Array>;
  /** Description of the area, see `changedArea`. */
  readonly area: () => Promise<string>;
  /** True if the reference is the original source, and not the cleaned one. */
  readonly isSource: boolean;
}

interface Context {
  readonly svg: string;
  readonly options: TransformOptions;
  /** Icon at the default level. */
  readonly icon: TriedIcon;
  readonly verification: Verification;
  readonly compare: Compare;
  /** Prepared source; without it, the cleaned source is the reference. */
  readonly reference: Reference | undefined;
}

function shapeOf({
  svg,
  icon: { facts },
  verification: { sides },
}: Context): Omit<Pair, 'before' | 'after'> {
  return { sides, isWide: facts.width >= facts.height, hasText: hasElement(svg, 'text') };
}

/**
 * Compares symbols of one source with their reference; if that cannot be rendered, with the source
 * after our own passes and before svgo's.
 */
function createVerifier(context: Context): (icon: TriedIcon) => Promise<Found | RenderFailure> {
  const { svg, options, icon, verification, compare, reference } = context;
  const { sides, tolerance } = verification;
  const shape = shapeOf(context);
  let doubt = reference && 'unsupported' in reference ? reference.unsupported : undefined;
  let before = reference && 'svg' in reference ? reference.svg : undefined;
  let isCleaned = false;

  async function compareWith(after: string): Promise<Comparison> {
    const failed: Comparison = { failed: 'before', problem: 'invalid' };
    const found = before === undefined ? failed : await compare({ ...shape, before, after });
    if (!('failed' in found) || found.failed === 'after' || isCleaned) return found;
    // The cleaned source takes as long.
    if (found.problem === 'slow') return found;
    isCleaned = true;
    if (before !== undefined) doubt ??= REASONS[found.problem];
    const cleaned = await tryTransformIcon(svg, options, UNOPTIMIZED);
    before = cleaned.value && (await readable(cleaned.value, options.id)).svg;
    return before === undefined ? found : compare({ ...shape, before, after });
  }

  return async (tried) => {
    const { svg: after, unread } = await readable(tried, options.id);
    const found = await compareWith(after);
    if ('failed' in found) return found;
    const pair = { ...shape, before: before as string, after };
    const worst = Math.max(
      found.findIndex((ratio) => ratio > tolerance),
      0,
    );
    return {
      mismatch: Math.max(...found),
      doubt,
      unread,
      isSource: !isCleaned && doubt === undefined,
      async area() {
        const { changedArea } = await import('./changed-area.ts');
        return changedArea(pair, sides[worst] as number, icon.facts.viewBox);
      },
      async picture() {
        const { comparisonPng } = await import('./comparison-png.ts');
        return comparisonPng(pair, sides[worst] as number);
      },
    };
  };
}

/** Prepares a symbol for the renderer; if that is not possible, it is unchanged. */
async function readable(
  icon: TriedIcon,
  id: string,
): Promise<{ readonly svg: string; readonly unread?: string }> {
  const symbol = sourceOfSymbol(icon, id);
  const prepared = await prepareReference(symbol);
  return 'svg' in prepared ? prepared : { svg: symbol, unread: prepared.unsupported };
}
