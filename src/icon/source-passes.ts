import { diagnose } from '../core/diagnostics.ts';
import type { ActiveContent, ColorMode, Need } from '../core/types.ts';
import type { SizeAttributes } from '../svg/view-box.ts';
import type { EmbeddedImages } from './embedded-images.ts';
import type { CssParser } from './lazy-parts.ts';
import { contextPaints } from './passes/context-paints.ts';
import { cssTransforms } from './passes/css-transforms.ts';
import { resolveCurrentColor } from './passes/current-color.ts';
import { cutCycles } from './passes/cut-cycles.ts';
import { dropUnused } from './passes/drop-unused.ts';
import { pruneIds, scopeIds } from './passes/ids.ts';
import { inspectColors } from './passes/inspect-colors.ts';
import { inspectNeeds } from './passes/inspect-needs.ts';
import { inspectSource, type SourceFacts } from './passes/inspect-source.ts';
import { isolateBlending, unwrapIsolated } from './passes/isolate-blending.ts';
import { limitDrawnElements } from './passes/limit-drawn.ts';
import { moveAnimations } from './passes/move-animations.ts';
import { unifyNamespaces } from './passes/namespaces.ts';
import { plainValues } from './passes/plain-values.ts';
import { dropPrivateNames } from './passes/private-names.ts';
import { type Recolored, recolor } from './passes/recolor.ts';
import { dropRedundantClips } from './passes/redundant-clips.ts';
import { relativeLengths } from './passes/relative-lengths.ts';
import { resolveUnrendered } from './passes/resolve-unrendered.ts';
import { groupRoot } from './passes/root-attributes.ts';
import { drawBackground } from './passes/root-background.ts';
import { rootPercentages } from './passes/root-percentages.ts';
import { shapeProperties } from './passes/shape-properties.ts';
import { spellPaths } from './passes/spell-paths.ts';
import { unfoldStyleAttributes } from './passes/style-attributes.ts';
import { placeSymbols } from './passes/symbol-sizes.ts';
import { symbolize } from './passes/symbolize.ts';
import { breakTemplates } from './passes/template-syntax.ts';
import type { LocationHint } from './source/locate.ts';
import { resolveStyles, type StyleContext, sanitizeWithStyles } from './style-passes.ts';
import type { Passes } from './svgo/plugin-order.ts';
import type { Pass } from './tree.ts';

/** Context of the passes over one source. */
export interface PassContext extends StyleContext {
  readonly svg: string;
  /** Id of the symbol. */
  readonly id: string;
  readonly color: ColorMode;
  readonly activeContent: ActiveContent;
  /** Size of the image that embeds the source. */
  readonly imageSize: SizeAttributes;
  readonly images: EmbeddedImages;
  readonly css: CssParser | undefined;
}

/** Findings of the passes; complete after the last of them. */
export interface PassResults {
  /** Ids that are referred to and not defined. */
  readonly danglingIds: ReadonlySet<string>;
  readonly cutIds: () => ReadonlySet<string>;
  readonly recolored: () => Recolored;
  /** Facts about the source; `undefined` if it has no size, which is reported. */
  readonly source: () => SourceFacts | undefined;
  readonly colors: () => readonly string[];
  readonly needs: () => readonly Need[];
  readonly drawnCount: () => number;
}

/** Passes that depend on the tree alone. */
const SHARED_PASSES = {
  namespaces: unifyNamespaces(),
  resolveUnrendered: resolveUnrendered(),
  unwrapIsolated: unwrapIsolated(),
  shapeProperties: shapeProperties(),
  unfoldStyleAttributes: unfoldStyleAttributes(),
  plainValues: plainValues(),
  contextPaints: contextPaints(),
  resolveCurrentColor: resolveCurrentColor(),
  cssTransforms: cssTransforms(),
  rootPercentages: rootPercentages(),
  dropRedundantClips: dropRedundantClips(),
  moveAnimations: moveAnimations(),
  placeSymbols: placeSymbols(),
  isolateBlending: isolateBlending(),
};

/** Creates the passes over one source, with getters of their findings. */
export function createSourcePasses(context: PassContext): {
  readonly passes: Passes;
  readonly results: PassResults;
} {
  const { svg, id, file, limits, styles, css, images, report } = context;
  const danglingIds = new Set<string>();
  const [source, inspectSourcePass] = inspectSource(svg, file, report, context.imageSize);
  const [colors, inspectColorsPass, inspectOtherColors] = inspectColors();
  const [needs, inspectNeedsPass] = inspectNeeds();
  const [recolored, recolorPass] = recolor(context.color);
  const [cutIds, cutCyclesPass] = cutCycles(limits);
  const [drawnCount, limitDrawnPass] = limitDrawnElements(limits, images.drawnOf);
  const [drawBackgroundPass, backgroundToBack] = drawBackground(css, (found) =>
    report(diagnose('background-lost', { file, args: { found } }), {
      element: 'svg',
      attribute: 'style',
    }),
  );
  const [relativeLengthsPass, groupRootPass] = pageDependentPasses(context);
  const passes: Passes = {
    namespaces: SHARED_PASSES.namespaces,
    inspectSource: inspectSourcePass,
    sanitize: sanitizeWithStyles(context, styles),
    dropPrivateNames: dropPrivateNames(styles),
    resolveStyles: resolveStyles(context),
    resolveUnrendered: SHARED_PASSES.resolveUnrendered,
    drawBackground: drawBackgroundPass,
    backgroundToBack,
    unwrapIsolated: SHARED_PASSES.unwrapIsolated,
    shapeProperties: SHARED_PASSES.shapeProperties,
    unfoldStyleAttributes: SHARED_PASSES.unfoldStyleAttributes,
    plainValues: SHARED_PASSES.plainValues,
    contextPaints: SHARED_PASSES.contextPaints,
    resolveCurrentColor: SHARED_PASSES.resolveCurrentColor,
    relativeLengths: relativeLengthsPass,
    groupRoot: groupRootPass,
    cssTransforms: SHARED_PASSES.cssTransforms,
    rootPercentages: SHARED_PASSES.rootPercentages,
    dropRedundantClips: SHARED_PASSES.dropRedundantClips,
    pruneIds: pruneIds(styles, (missing) => danglingIds.add(missing)),
    moveAnimations: SHARED_PASSES.moveAnimations,
    placeSymbols: SHARED_PASSES.placeSymbols,
    limitDrawnElements: limitDrawnPass,
    cutCycles: cutCyclesPass,
    dropUnused: dropUnused(styles),
    recolor: recolorPass,
    spellPaths: spellPaths(),
    scopeIds: scopeIds(id.replace(/[-.]/g, '_'), styles),
    isolateBlending: SHARED_PASSES.isolateBlending,
    breakTemplates: breakTemplates(file, report),
    inspectColors: inspectColorsPass,
    inspectOtherColors,
    inspectNeeds: inspectNeedsPass,
    symbolize: symbolize(id, source),
  };
  const results = { danglingIds, cutIds, recolored, source, colors, needs, drawnCount };
  return { passes, results };
}

/** Passes that report content that depends on the page around the icon. */
function pageDependentPasses({
  file,
  styles,
  report,
}: PassContext): readonly [relativeLengths: Pass, groupRoot: Pass] {
  const reportPageDependent = (found: string, hint: LocationHint) =>
    report(diagnose('page-dependent', { file, args: { found } }), hint);
  return [
    relativeLengths(({ element, attribute, value }) =>
      attribute === ''
        ? reportPageDependent(`${value} in <style>`, { element, text: value })
        : reportPageDependent(`${value} in ${attribute} of <${element}>`, { element, attribute }),
    ),
    groupRoot(styles, (effect) =>
      reportPageDependent(`${effect} of <svg>, which is drawn in px of the page`, {
        element: 'svg',
        attribute: effect,
      }),
    ),
  ];
}
