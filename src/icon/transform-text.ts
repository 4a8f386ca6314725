import { optimize } from 'svgo/browser';
import { asEmbeddedImageDiagnostic, diagnose } from '../core/diagnostics.ts';
import { LIMITS } from '../core/limits.ts';
import type { Result } from '../core/types.ts';
import type { SizeAttributes } from '../svg/view-box.ts';
import type { WorkBudget } from './budget.ts';
import { type EmbeddedImages, embeddedImages } from './embedded-images.ts';
import { finishSymbol } from './finish-symbol.ts';
import { type LazyParts, PartNeeded } from './lazy-parts.ts';
import { diagnoseKeptColors } from './passes/kept-colors.ts';
import {
  createProblemLog,
  type LocatedProblems,
  type ProblemLog,
  type ReportProblem,
} from './problem-log.ts';
import { readInput } from './source-input.ts';
import { createSourcePasses, type PassResults } from './source-passes.ts';
import { styleSheetsFor } from './style-passes.ts';
import { levelFor, type OptimizeLevel } from './svgo/optimize-level.ts';
import { pluginOrder, type SvgoOptions } from './svgo/plugin-order.ts';
import { thrownDiagnostic } from './thrown-diagnostic.ts';
import type { ComparableIcon, TransformOptions } from './transform-options.ts';

/** Nesting of a source in others, and the state that they share. */
interface SourceContext {
  /** 1 for a file, 2 for an image embedded in it. */
  readonly level: number;
  readonly budget: WorkBudget;
  /** Size of the image that embeds the source. */
  readonly imageSize: SizeAttributes;
  readonly parts: LazyParts;
}

/** A transformed text, with the number of elements for the limits of the outer file. */
interface TransformedText extends ComparableIcon {
  readonly drawnCount: number;
}

const DEFAULTS: SvgoOptions = {};

/**
 * Transforms the text of one source, synchronously, so that passes can call it for embedded SVGs.
 *
 * @throws {PartNeeded} when a part has to be loaded first.
 */
export function transformText(
  text: string,
  options: TransformOptions,
  optimizeLevel: OptimizeLevel,
  context: SourceContext,
): Result<TransformedText | undefined> {
  const { id, file = `${id}.svg`, svgo = DEFAULTS, color = 'keep', portable = true } = options;
  const { limits = LIMITS } = options;
  const { level, parts, imageSize } = context;
  const isFile = level === 1;
  const { svg, isImage, rejection } = readInput(text, { file, limits, isFile });
  if (rejection) return { value: undefined, diagnostics: [rejection] };
  const log = createProblemLog();
  const { report } = log;
  // Places in an unwrapped SVG, or in an image, are not places in the file.
  const locateProblems = () => locateIn(log, svg, isFile && !isImage ? parts : undefined);
  const { passes, results } = createSourcePasses({
    svg,
    id,
    file,
    color,
    limits,
    report,
    imageSize,
    activeContent: isImage ? 'remove' : (options.activeContent ?? 'error'),
    images: imagesOf(options, optimizeLevel, { context, file, report }),
    styles: styleSheetsFor(svg, svgo, parts),
    css: parts.css,
  });

  let plainSymbol: string;
  try {
    const plugins = pluginOrder(passes, svgo, levelFor(svg, optimizeLevel));
    plainSymbol = optimize(svg, { path: file, plugins, js2svg: { eol: 'lf' } }).data;
  } catch (error) {
    if (error instanceof PartNeeded) throw error;
    const thrown = thrownDiagnostic(error, file, limits);
    const problem = isImage ? asEmbeddedImageDiagnostic(thrown) : thrown;
    return { value: undefined, diagnostics: [...locateProblems().diagnostics, problem] };
  }
  reportReferences(results, file, report);
  const { color: recolored, keptReason } = results.recolored();
  if (keptReason && isFile) report(diagnoseKeptColors(file, keptReason));
  const source = results.source();
  if (!source || log.hasError()) {
    return { value: undefined, diagnostics: locateProblems().diagnostics };
  }

  const [colors, needs] = [results.colors(), results.needs()];
  const { symbol, facts, warnings } = finishSymbol({
    id,
    file,
    plainSymbol,
    source,
    colors,
    needs,
    portable,
    isFile,
  });
  for (const warning of warnings) report(warning);
  const drawnCount = results.drawnCount();
  const { diagnostics, harmlessIfSame } = locateProblems();
  const value = { symbol, plainSymbol, facts, source, recolored, drawnCount, harmlessIfSame };
  return { value, diagnostics };
}

/** @param parts `undefined` if problems have no places in the file */
function locateIn(log: ProblemLog, svg: string, parts: LazyParts | undefined): LocatedProblems {
  if (parts && log.hasLocationHints() && !parts.locate) throw new PartNeeded('locate');
  return log.locate(svg, parts?.locate);
}

interface ImagesContext {
  readonly context: SourceContext;
  readonly file: string;
  readonly report: ReportProblem;
}

/** Images of a source, which are transformed like files. */
function imagesOf(
  options: TransformOptions,
  optimizeLevel: OptimizeLevel,
  { context, file, report }: ImagesContext,
): EmbeddedImages {
  return embeddedImages({
    file,
    report,
    level: context.level,
    budget: context.budget,
    transform: (text, { id, level, imageSize }) =>
      transformText(
        text,
        // Browsers run no scripts in images, so removed scripts were not dangerous.
        { ...options, id, file, color: 'keep', portable: false, activeContent: 'remove' },
        optimizeLevel,
        { ...context, level, imageSize },
      ),
  });
}

function reportReferences(
  { danglingIds, cutIds }: PassResults,
  file: string,
  report: ReportProblem,
): void {
  const problems = [
    ['dangling-reference', danglingIds],
    ['circular-reference', cutIds()],
  ] as const;
  for (const [code, ids] of problems) {
    const [reference] = ids;
    if (reference === undefined) continue;
    report(diagnose(code, { file, args: { ids: formatIds(ids) } }), { reference });
  }
}

/** `#a, #b, #c and 4 more` */
function formatIds(ids: ReadonlySet<string>): string {
  const named = [...ids].slice(0, 3).map((id) => `#${id}`);
  const more = ids.size - named.length;
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
