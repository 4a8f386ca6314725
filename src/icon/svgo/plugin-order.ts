import type { PluginConfig, PresetDefaultOverrides } from 'svgo';
import type { Pass } from '../tree.ts';
import { dropUnpainted } from './drop-unpainted.ts';
import { isTestedVersion } from './installed-svgo.ts';
import type { OptimizeLevel } from './optimize-level.ts';
import { PASS_BITS } from './pass-bits.ts';
import { plainPreset } from './plain-preset.ts';
import { presetPasses } from './preset.ts';
import { type OptionalPass, untilStable } from './until-stable.ts';

/** Options of users for optimizing. */
export interface SvgoOptions {
  /** Digits after the decimal point. Default: 3, as in svgo. */
  readonly floatPrecision?: number;
  /** Changes to svgo's `preset-default`, by plugin name; `false` turns a plugin off. */
  readonly overrides?: PresetDefaultOverrides;
  /** Additional svgo plugins. They run first, on the unchanged source. */
  readonly plugins?: readonly PluginConfig[];
}

/** Our passes, by their position in the order. */
export interface Passes {
  readonly namespaces: Pass;
  readonly inspectSource: Pass;
  readonly sanitize: Pass;
  readonly resolveStyles: Pass;
  readonly unwrapIsolated: Pass;
  readonly resolveUnrendered: Pass;
  readonly drawBackground: Pass;
  readonly backgroundToBack: Pass;
  readonly unfoldStyleAttributes: Pass;
  readonly shapeProperties: Pass;
  readonly plainValues: Pass;
  readonly contextPaints: Pass;
  readonly resolveCurrentColor: Pass;
  readonly relativeLengths: Pass;
  readonly groupRoot: Pass;
  readonly cssTransforms: Pass;
  readonly rootPercentages: Pass;
  readonly dropRedundantClips: Pass;
  readonly pruneIds: Pass;
  readonly moveAnimations: Pass;
  readonly placeSymbols: Pass;
  readonly limitDrawnElements: Pass;
  readonly cutCycles: Pass;
  readonly dropUnused: Pass;
  readonly recolor: Pass;
  readonly scopeIds: Pass;
  readonly isolateBlending: Pass;
  readonly breakTemplates: Pass;
  readonly inspectColors: Pass;
  readonly inspectNeeds: Pass;
  readonly symbolize: Pass;
}

/** Defaults that differ from the preset. */
const OVERRIDES: PresetDefaultOverrides = {
  // Ids are ours: svgo's pass knows one file, and shortens each file's ids to the same a, b, c.
  cleanupIds: false,
  // So are style sheets: what can become attributes has become it, and what is left must stay.
  inlineStyles: false,
  mergeStyles: false,
  minifyStyles: false,
  // A curve that is nearly an arc, written as one, is drawn visibly elsewhere by some browsers.
  convertPathData: { makeArcs: { threshold: 0, tolerance: 0 } },
};

/** The passes of the one parse, in order. */
export function pluginOrder(
  passes: Passes,
  svgo: SvgoOptions,
  { preset }: OptimizeLevel,
): PluginConfig[] {
  return [
    // First, so that they see the unchanged source, and nothing they add goes unchecked.
    ...(svgo.plugins ?? []),
    // Before all that looks at names, so that each name has one spelling.
    passes.namespaces,
    // Before sanitizing, which drops the title, and symbolizing, which drops width and height.
    passes.inspectSource,
    // Before sanitizing: selectors count what goes out there, and what rules say is cleaned with
    // the attributes that it becomes.
    passes.resolveStyles,
    // After selectors, which count positions; before conditions and unknown elements go.
    passes.resolveUnrendered,
    // Before sanitizing, which knows no backgrounds.
    passes.drawBackground,
    // Before the preset: several of svgo's plugins do nothing if they find a script.
    passes.sanitize,
    // After sanitizing, which spells style attributes in one way.
    passes.unwrapIsolated,
    // Before style attributes become attributes, which keywords do not fit.
    passes.shapeProperties,
    // After style sheets, which may stay and must not come between.
    passes.unfoldStyleAttributes,
    passes.plainValues,
    passes.contextPaints,
    passes.resolveCurrentColor,
    // Before the root's group, which may take the size of its font.
    passes.relativeLengths,
    // Before the preset, which may move attributes of a group to a shape.
    passes.groupRoot,
    passes.backgroundToBack,
    // After the root's group, which takes them along.
    passes.moveAnimations,
    passes.placeSymbols,
    // After the root's own, which counts from elsewhere, and before the preset.
    passes.cssTransforms,
    passes.rootPercentages,
    // Before ids are pruned, so that a clip that was dropped goes with its last user.
    passes.dropRedundantClips,
    // Before ids are renamed, which it reports, and before anything else follows references.
    passes.cutCycles,
    // Before the preset: an element with an id is not merged or collapsed.
    passes.pruneIds,
    // Before all that follows references, and after ids are spelled as references are.
    passes.limitDrawnElements,
    untilStable('iconloom-optimize', roundPasses(passes, svgo, preset)),
    // After the preset, so that ids of what was optimized away leave no gap.
    passes.scopeIds,
    // After the preset, which moves attributes of groups to their content.
    passes.isolateBlending,
    // After all that writes style sheets.
    passes.breakTemplates,
    passes.inspectColors,
    passes.inspectNeeds,
    // Last: svgo's plugins know an <svg> root and no <symbol>.
    passes.symbolize,
  ];
}

/** The passes of each round, in order. */
function roundPasses(
  { dropUnused, recolor }: Passes,
  svgo: SvgoOptions,
  preset: OptimizeLevel['preset'],
): readonly OptionalPass[] {
  const passes: readonly OptionalPass[] = [
    // Before the preset, and after what it optimized away in the round before.
    { ...dropUnused, bit: PASS_BITS['iconloom-drop-unused'] },
    ...(preset
      ? [
          { ...dropUnpainted(), bit: PASS_BITS['iconloom-drop-unpainted'] },
          ...presetDefault(svgo, preset),
        ]
      : []),
    // After the preset, which brings colors to one spelling.
    recolor,
  ];
  return isTestedVersion ? passes : passes.map(({ name, fn }) => ({ name, fn }));
}

/** A set's icons share their options, and putting the passes together takes as long as several of them. */
const passCache = new WeakMap<SvgoOptions, Map<string, readonly OptionalPass[]>>();

function presetDefault(
  svgo: SvgoOptions,
  level: Exclude<OptimizeLevel['preset'], false>,
): readonly OptionalPass[] {
  const cached = passCache.get(svgo) ?? new Map<string, readonly OptionalPass[]>();
  const key = JSON.stringify(level);
  const precisions = [svgo.floatPrecision, level.floatPrecision].filter((n) => n !== undefined);
  const createPasses = isTestedVersion ? presetPasses : plainPreset;
  const passes =
    cached.get(key) ??
    createPasses({
      floatPrecision: precisions.length > 0 ? Math.max(...precisions) : undefined,
      overrides: { ...OVERRIDES, ...svgo.overrides, ...level.overrides },
    });
  passCache.set(svgo, cached.set(key, passes));
  return passes;
}
