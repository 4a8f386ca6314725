import type { PluginConfig, PresetDefaultOverrides } from 'svgo';
import { inOrder } from '../passes/in-order.ts';
import type { Pass } from '../tree.ts';
import { dropUnpainted } from './drop-unpainted.ts';
import type { OptionalPass } from './idle-passes.ts';
import { isTestedVersion } from './installed-svgo.ts';
import type { OptimizeLevel } from './optimize-level.ts';
import { PASS_BITS } from './pass-bits.ts';
import { WITHOUT_ARCS } from './paths/shorten-paths.ts';
import { plainPreset } from './plain-preset.ts';
import { presetPasses } from './preset.ts';
import { untilStable } from './until-stable.ts';

/** Options of users for optimizing. */
export interface SvgoOptions {
  /** Digits after the decimal point. Default: 3, as in svgo. */
  readonly floatPrecision?: number;
  /** Changes to svgo's `preset-default`, by plugin name; `false` turns a plugin off. */
  readonly overrides?: PresetDefaultOverrides;
  /** Additional svgo plugins. They run first, on the unchanged source. */
  readonly plugins?: readonly PluginConfig[];
}

/** Passes of iconloom, by name. */
export interface Passes {
  readonly namespaces: Pass;
  readonly inspectSource: Pass;
  readonly sanitize: Pass;
  readonly dropPrivateNames: Pass;
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
  readonly spellPaths: Pass;
  readonly scopeIds: Pass;
  readonly isolateBlending: Pass;
  readonly breakTemplates: Pass;
  readonly inspectColors: Pass;
  readonly inspectOtherColors: Pass;
  readonly inspectNeeds: Pass;
  readonly symbolize: Pass;
}

/** Defaults that differ from the preset. */
const OVERRIDES: PresetDefaultOverrides = {
  // iconloom handles ids: svgo shortens the ids of each file to the same a, b, c.
  cleanupIds: false,
  // iconloom handles style sheets: rules were turned into attributes if possible; the rest must
  // stay.
  inlineStyles: false,
  mergeStyles: false,
  minifyStyles: false,
  // Some browsers draw an arc visibly different from the curve that it replaces.
  convertPathData: WITHOUT_ARCS,
};

/** Plugins that run once for a source, in order: those of the user, and all passes as one. */
export function pluginOrder(
  passes: Passes,
  svgo: SvgoOptions,
  { preset }: OptimizeLevel,
): PluginConfig[] {
  return [
    // First, so that they see the unchanged source, and nothing they add goes unchecked.
    ...(svgo.plugins ?? []),
    inOrder('iconloom', ownPasses(passes, svgo, preset)),
  ];
}

/** Passes that run once for a source, in order. */
function ownPasses(
  passes: Passes,
  svgo: SvgoOptions,
  preset: OptimizeLevel['preset'],
): readonly Pass[] {
  return [
    // Before all passes that compare names, so that each name has one spelling.
    passes.namespaces,
    // Before sanitizing, which drops the title, and symbolizing, which drops width and height.
    passes.inspectSource,
    // Before sanitizing: selectors count elements that sanitizing removes, and values of rules are
    // cleaned as attributes.
    passes.resolveStyles,
    // After style sheets, whose selectors count elements; before sanitizing drops conditions and
    // unknown elements.
    passes.resolveUnrendered,
    // Before sanitizing, which drops backgrounds.
    passes.drawBackground,
    // Before the preset: several of svgo's plugins do nothing if they find a script.
    passes.sanitize,
    // After sanitizing, which reads the values that they change.
    passes.dropPrivateNames,
    // After sanitizing, which writes style attributes in canonical spelling.
    passes.unwrapIsolated,
    // Before style attributes become presentation attributes, which allow no keywords.
    passes.shapeProperties,
    // After style sheets: if one stays, its rules rank between attributes and styles.
    passes.unfoldStyleAttributes,
    passes.plainValues,
    passes.contextPaints,
    passes.resolveCurrentColor,
    // Before the root's group, which may take the size of its font.
    passes.relativeLengths,
    // Before the preset, which may move attributes of a group to a shape.
    passes.groupRoot,
    passes.backgroundToBack,
    // After the root's group, which gets the transforms of the root.
    passes.moveAnimations,
    passes.placeSymbols,
    // After the transforms of the root, which have another origin, and before the preset.
    passes.cssTransforms,
    passes.rootPercentages,
    // Before ids are pruned, so that a clip is removed with its last reference.
    passes.dropRedundantClips,
    // Before ids are renamed, since it reports them, and before other passes follow references.
    passes.cutCycles,
    // Before the preset: an element with an id is not merged or collapsed.
    passes.pruneIds,
    // Before all passes that follow references, and after ids and references have the same
    // spelling.
    passes.limitDrawnElements,
    untilStable('iconloom-optimize', roundPasses(passes, svgo, preset)),
    // After the rounds, whose passes would undo it.
    ...(convertsPaths(svgo, preset) ? [passes.spellPaths] : []),
    // After the preset, so that ids of removed elements leave no gaps.
    passes.scopeIds,
    // After the preset, which moves attributes of groups to their content.
    passes.isolateBlending,
    // After all passes that write style sheets.
    passes.breakTemplates,
    passes.inspectColors,
    passes.inspectOtherColors,
    passes.inspectNeeds,
    // Last: svgo's plugins expect an <svg> root.
    passes.symbolize,
  ];
}

/** Checks if paths are in svgo's spelling, and the user did not choose another. */
function convertsPaths(svgo: SvgoOptions, preset: OptimizeLevel['preset']): boolean {
  const isChosen = svgo.overrides?.convertPathData !== undefined;
  return preset !== false && !isChosen && preset.overrides?.convertPathData === undefined;
}

/** Passes of each round of optimizing, in order. */
export function roundPasses(
  { dropUnused, recolor }: Pick<Passes, 'dropUnused' | 'recolor'>,
  svgo: SvgoOptions,
  preset: OptimizeLevel['preset'],
): readonly OptionalPass[] {
  const passes: readonly OptionalPass[] = [
    // Before the preset, and after elements that it removed in the previous round.
    { ...dropUnused, bit: PASS_BITS['iconloom-drop-unused'] },
    ...(preset
      ? [
          { ...dropUnpainted(), bit: PASS_BITS['iconloom-drop-unpainted'] },
          ...presetDefault(svgo, preset),
        ]
      : []),
    // After the preset, which writes colors in one spelling.
    recolor,
  ];
  return isTestedVersion ? passes : passes.map(({ name, fn }) => ({ name, fn }));
}

/**
 * Cached lists of passes: icons of a set share their options, and creating the list takes as long
 * as several passes.
 */
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
