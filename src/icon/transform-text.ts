import { optimize } from 'svgo/browser';
import {
  asEmbeddedImageDiagnostic,
  type Diagnostic,
  diagnose,
  type Where,
} from '../core/diagnostics.ts';
import { LIMITS, tooLargeDiagnostic } from '../core/limits.ts';
import type { IconFacts, Limits, Need, Result } from '../core/types.ts';
import type { SizeAttributes } from '../svg/view-box.ts';
import type { WorkBudget } from './budget.ts';
import type { RemovedContent } from './css/removed-content.ts';
import type { StyleSheets } from './css/style-sheet.ts';
import { embeddedImages } from './embedded-images.ts';
import { unwrapImage, wrapInImage } from './image-form.ts';
import { type LazyParts, PartNeeded } from './lazy-parts.ts';
import { contextPaints } from './passes/context-paints.ts';
import { cssTransforms } from './passes/css-transforms.ts';
import { resolveCurrentColor } from './passes/current-color.ts';
import { cutCycles } from './passes/cut-cycles.ts';
import { dropUnused } from './passes/drop-unused.ts';
import { pruneIds, scopeIds } from './passes/ids.ts';
import { inspectColors } from './passes/inspect-colors.ts';
import { inspectNeeds } from './passes/inspect-needs.ts';
import { inspectSource } from './passes/inspect-source.ts';
import { isolateBlending, unwrapIsolated } from './passes/isolate-blending.ts';
import { diagnoseKeptColors } from './passes/kept-colors.ts';
import { limitDrawnElements } from './passes/limit-drawn.ts';
import { moveAnimations } from './passes/move-animations.ts';
import { unifyNamespaces } from './passes/namespaces.ts';
import { plainValues } from './passes/plain-values.ts';
import { dropPrivateNames } from './passes/private-names.ts';
import { recolor } from './passes/recolor.ts';
import { dropRedundantClips } from './passes/redundant-clips.ts';
import { relativeLengths } from './passes/relative-lengths.ts';
import { resolveUnrendered } from './passes/resolve-unrendered.ts';
import { groupRoot } from './passes/root-attributes.ts';
import { drawBackground } from './passes/root-background.ts';
import { rootPercentages } from './passes/root-percentages.ts';
import { type SanitizeOptions, sanitize } from './passes/sanitize.ts';
import { shapeProperties } from './passes/shape-properties.ts';
import { unfoldStyleAttributes } from './passes/style-attributes.ts';
import { placeSymbols } from './passes/symbol-sizes.ts';
import { symbolize } from './passes/symbolize.ts';
import { breakTemplates } from './passes/template-syntax.ts';
import { followsPage, unportableNeeds, waitsForEvents } from './portable.ts';
import { createProblemLog, type ReportProblem } from './problem-log.ts';
import { checkSource } from './source/check-source.ts';
import { LimitError } from './source/limits.ts';
import type { LocationHint } from './source/locate.ts';
import { hasElement } from './source/source-text.ts';
import { levelFor, type OptimizeLevel } from './svgo/optimize-level.ts';
import { pluginOrder, type SvgoOptions } from './svgo/plugin-order.ts';
import type { ComparableIcon, TransformOptions } from './transform-options.ts';
import { type Pass, pass } from './tree.ts';

/** Position of a source among those around it, and what it shares with them. */
interface SourceContext {
  /** 1 in a file, 2 in an image of it. */
  readonly level: number;
  readonly budget: WorkBudget;
  /** Size of the image that embeds the source. */
  readonly place: SizeAttributes;
  readonly parts: LazyParts;
}

/**
 * Transforms the text of one source, synchronously, so that it can do the same for SVGs embedded in
 * it.
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
  const { parts } = context;
  const input = context.level === 1 ? unwrapInput(text, file, limits) : { svg: text };
  // Places in an unwrapped SVG are not places in the file.
  const withPlace = (problem: Diagnostic) =>
    input.isImage ? asEmbeddedImageDiagnostic(problem) : problem;
  const inner = checkSource(input.svg, file, limits);
  const rejection = input.rejection ?? (inner && withPlace(inner));
  if (rejection) return { value: undefined, diagnostics: [rejection] };
  // As XML reads them; the parser does not. Source: XML 1.0, 2.11.
  const svg = input.svg.replace(/\r\n?/g, '\n');
  const { activeContent = 'error' } = input.isImage ? { activeContent: 'remove' } : options;
  const log = createProblemLog();
  const { report } = log;
  // Content of an image has no place in the file.
  const isFile = context.level === 1 && !input.isImage;
  const diagnostics = () => {
    if (isFile && log.hasLocationHints() && !parts.locate) throw new PartNeeded('locate');
    return log.diagnostics(svg, isFile ? parts.locate : undefined);
  };
  const dangling = new Set<string>();
  const styles = styleSheetsFor(svg, svgo, parts);
  const [sourceFacts, inspectSourcePass] = inspectSource(svg, file, report, context.place);
  const [colors, inspectColorsPass] = inspectColors();
  const [needs, inspectNeedsPass] = inspectNeeds();
  const [recolored, recolorPass] = recolor(color);
  const images = embeddedImages({
    file,
    report,
    level: context.level,
    budget: context.budget,
    transform: (innerText, { id: innerId, level, imageSize }) =>
      transformText(
        innerText,
        // Browsers run no scripts in images, so what is removed there was no danger.
        { ...options, id: innerId, file, color: 'keep', portable: false, activeContent: 'remove' },
        optimizeLevel,
        { ...context, level, place: imageSize },
      ),
  });
  const [drawBackgroundPass, backgroundToBack] = drawBackground(parts.css, (found) =>
    report(diagnose('background-lost', { file, args: { found } }), {
      element: 'svg',
      attribute: 'style',
    }),
  );
  const reportPageDependent = (found: string, hint: LocationHint) =>
    report(diagnose('page-dependent', { file, args: { found } }), hint);
  const [cutIds, cutCyclesPass] = cutCycles(limits);
  const [drawn, limitDrawnPass] = limitDrawnElements(limits, images.drawnOf);
  const passes = {
    namespaces: unifyNamespaces(),
    inspectSource: inspectSourcePass,
    sanitize: sanitizeAll({ file, activeContent, images, css: parts.css, report }, styles),
    resolveStyles: resolveAll(file, limits, styles, report),
    resolveUnrendered: resolveUnrendered(),
    drawBackground: drawBackgroundPass,
    backgroundToBack,
    unwrapIsolated: unwrapIsolated(),
    shapeProperties: shapeProperties(),
    unfoldStyleAttributes: unfoldStyleAttributes(),
    plainValues: plainValues(),
    contextPaints: contextPaints(),
    ownColor: resolveCurrentColor(),
    relativeLengths: relativeLengths(({ element, attribute, value }) =>
      attribute === ''
        ? reportPageDependent(`${value} in <style>`, { element, text: value })
        : reportPageDependent(`${value} in ${attribute} of <${element}>`, { element, attribute }),
    ),
    groupRoot: groupRoot(styles, (effect) =>
      reportPageDependent(`${effect} of <svg>, which is drawn in px of the page`, {
        element: 'svg',
        attribute: effect,
      }),
    ),
    cssTransforms: cssTransforms(),
    rootPercentages: rootPercentages(),
    dropWholeClips: dropRedundantClips(),
    pruneIds: pruneIds(styles, (missing) => dangling.add(missing)),
    moveAnimations: moveAnimations(),
    placeSymbols: placeSymbols(),
    limitDrawn: limitDrawnPass,
    cutCycles: cutCyclesPass,
    dropUnused: dropUnused(styles),
    recolor: recolorPass,
    scopeIds: scopeIds(id.replace(/[-.]/g, '_'), styles),
    isolateBlending: isolateBlending(),
    breakTemplates: breakTemplates(file, report),
    inspectColors: inspectColorsPass,
    inspectNeeds: inspectNeedsPass,
    symbolize: symbolize(id, sourceFacts),
  };

  let plainSymbol: string;
  try {
    const plugins = pluginOrder(passes, svgo, levelFor(svg, optimizeLevel));
    plainSymbol = optimize(svg, { path: file, plugins, js2svg: { eol: 'lf' } }).data;
  } catch (error) {
    if (error instanceof PartNeeded) throw error;
    return {
      value: undefined,
      diagnostics: [...diagnostics(), withPlace(diagnoseThrown(error, file, limits))],
    };
  }
  if (dangling.size > 0) {
    report(diagnose('dangling-reference', { file, args: { ids: formatIds(dangling) } }), {
      reference: [...dangling][0] as string,
    });
  }
  if (cutIds().size > 0) {
    report(diagnose('circular-reference', { file, args: { ids: formatIds(cutIds()) } }), {
      reference: [...cutIds()][0] as string,
    });
  }
  const { color: replaced, keptReason } = recolored();
  if (keptReason && context.level === 1) report(diagnoseKeptColors(file, keptReason));
  const source = sourceFacts();
  if (!source || log.hasError()) return { value: undefined, diagnostics: diagnostics() };

  for (const diagnostic of portabilityWarnings(needs(), plainSymbol, file, portable))
    report(diagnostic);
  const reasons = needs().includes('text')
    ? [...unportableNeeds(needs()), 'text']
    : portable && canBeImage(plainSymbol)
      ? unportableNeeds(needs())
      : [];
  const isImage = reasons.length > 0;
  const facts: IconFacts = {
    ...source.size,
    title: source.title,
    ...colorFacts(colors()),
    needs: needs(),
    form: isImage ? 'image' : 'symbol',
  };
  if (isImage && facts.width !== facts.height && context.level === 1) {
    report(diagnose('image-snapped', { file, args: { needs: reasons.join(', ') } }));
  }
  const hasMask = facts.needs.includes('mask');
  const symbol = isImage ? wrapInImage(plainSymbol, id, { size: facts, hasMask }) : plainSymbol;
  const value = { symbol, plainSymbol, facts, source, recolored: replaced, drawn: drawn() };
  return { value, diagnostics: diagnostics() };
}

/** A finished text with what its images around it count. */
interface TransformedText extends ComparableIcon {
  readonly drawn: number;
}

/** Text to transform: the source, or the SVG inside if the source is only an image of one. */
interface SourceInput {
  readonly svg: string;
  readonly isImage?: boolean;
  readonly rejection?: Diagnostic | undefined;
}

function unwrapInput(text: string, file: string, limits: Limits): SourceInput {
  const inner = unwrapImage(text);
  if (inner === undefined) return { svg: text };
  return { svg: inner, isImage: true, rejection: checkSource(text, file, limits) };
}

/** Checks if an image would look the same as the symbol in a page, at all times. */
function canBeImage(symbol: string): boolean {
  return !followsPage(symbol) && !waitsForEvents(symbol);
}

const DEFAULTS: SvgoOptions = {};

/** Reports what is kept but may not look the same everywhere. */
function portabilityWarnings(
  needs: readonly Need[],
  symbol: string,
  file: string,
  portable: boolean,
): Diagnostic[] {
  const missing = unportableNeeds(needs);
  const cannotBePortable = portable && missing.length > 0 && followsPage(symbol);
  const args = { needs: missing.join(', ') };
  return [
    ...(drawsNothing(symbol) ? [diagnose('draws-nothing', { file })] : []),
    ...(needs.includes('text') ? [diagnose('text-element', { file })] : []),
    ...(needs.includes('bitmap') ? [diagnose('raster-image', { file })] : []),
    ...(cannotBePortable ? [diagnose('not-portable', { file, args })] : []),
  ];
}

function drawsNothing(symbol: string): boolean {
  return !symbol.endsWith('</symbol>');
}

function colorFacts(colors: readonly string[]): Pick<IconFacts, 'color' | 'colors'> {
  const isMono = colors.length < 2 && !colors.some((color) => /^(gradient|image)$/.test(color));
  return { color: isMono ? 'mono' : 'multi', colors };
}

/**
 * Returns the style sheet module if needed. A plugin of the user may add styles, so the text alone
 * does not decide.
 *
 * @throws {PartNeeded}
 */
function styleSheetsFor(
  svg: string,
  { plugins = [] }: SvgoOptions,
  { styleSheets }: LazyParts,
): StyleSheets | undefined {
  if (!hasElement(svg, 'style') && plugins.length === 0) return undefined;
  if (!styleSheets) throw new PartNeeded('styleSheets');
  return styleSheets;
}

function resolveAll(
  file: string,
  limits: Limits,
  styles: StyleSheets | undefined,
  report: ReportProblem,
): Pass {
  return pass('iconloom-resolve-styles', (root) => {
    for (const problem of styles?.unnest(root) ?? []) {
      report(diagnose('nesting-not-flat', { file, args: { problem } }));
    }
    if (styles) reportRemoved(styles.cleanRules(root), file, report);
    if (styles) reportRemoved(styles.resolve(root, limits), file, report);
  });
}

function sanitizeAll(options: SanitizeOptions, styles: StyleSheets | undefined): Pass {
  const { file, report } = options;
  const tree = sanitize(options);
  return pass(tree.name, (root) => {
    tree.fn(root, undefined, { multipassCount: 0 });
    for (const removed of styles?.clean(root) ?? []) reportRemoved(removed, file, report);
    dropPrivateNames(root, styles);
  });
}

function reportRemoved(
  { outside, unknown }: RemovedContent,
  file: string,
  report: ReportProblem,
): void {
  for (const found of outside) {
    report(diagnose('outside-reference', { file, args: { found } }), hintFor(found));
  }
  for (const found of unknown) {
    report(diagnose('not-allowed', { file, args: { found } }), hintFor(found));
  }
}

/** `https://… in <style>`, `url(…) in style on <path>` */
function hintFor(found: string): LocationHint {
  const [, text = '', element] = /^(.*) in (?:<style>|style on <([^<>]*)>)$/s.exec(found) ?? [];
  return element === undefined ? { element: 'style', text } : { element, attribute: 'style' };
}

/** `#a, #b, #c and 4 more` */
function formatIds(ids: ReadonlySet<string>): string {
  const named = [...ids].slice(0, 3).map((id) => `#${id}`);
  const more = ids.size - named.length;
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function diagnoseThrown(error: unknown, file: string, limits: Limits): Diagnostic {
  if (error instanceof LimitError) return tooLargeDiagnostic(file, error.limit, limits);
  const { name, message, reason, line, column } = error as Error &
    Partial<Where & { reason: string }>;
  if (name === 'SvgoParserError' && line !== undefined && column !== undefined) {
    return diagnose('parse-error', {
      file,
      // The parser counts what it has read of a line, which at its end may be nothing.
      where: { line, column: Math.max(column, 1) },
      args: { reason: `${reason?.replace(/\.$/, '')}.` },
    });
  }
  return diagnose('plugin-failed', { file, args: { reason: message ?? String(error) } });
}
