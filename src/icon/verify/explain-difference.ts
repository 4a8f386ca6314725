import type { PluginConfig } from 'svgo';
import { type Diagnostic, diagnose, type Where } from '../../core/diagnostics.ts';
import { type OptimizeLevel, REBUILDING_PLUGINS, UNOPTIMIZED } from '../svgo/optimize-level.ts';
import { type TransformOptions, type TriedIcon, tryTransformIcon } from '../transform.ts';
import type { Comparison } from './compare.ts';
import { removedParts } from './removed-parts.ts';

/**
 * Measures the share of pixels that differ from the source; `undefined` if it cannot be rendered.
 */
type MeasureMismatch = (icon: TriedIcon) => Promise<number | undefined>;

/** An icon that differs from its source at every optimization level. */
export interface PictureDifference {
  readonly svg: string;
  readonly file: string;
  readonly options: TransformOptions;
  /** Share of pixels that differ, 0 to 1. */
  readonly mismatch: number;
  readonly tolerance: number;
  /** Description of the area, see `changedArea`. */
  readonly area: string;
  readonly measureMismatch: MeasureMismatch;
  /** Compares two sources. */
  readonly compareSources: (before: string, after: string) => Promise<Comparison>;
}

interface DifferenceCause {
  /** Follows “of the pixels differ”. */
  readonly text: string;
  readonly fix: string;
  readonly where?: Where;
}

/** Creates `picture-differs`: the lost part, its position, and a fix. */
export async function explainDifference(difference: PictureDifference): Promise<Diagnostic> {
  const { file, mismatch, area } = difference;
  const cause = (await findPluginCause(difference)) ?? (await findRemovalCause(difference));
  const near = area === '' ? '' : `, near ${area}`;
  return diagnose('picture-differs', {
    file,
    ...(cause?.where && { where: cause.where }),
    args: {
      percent: (mismatch * 100).toFixed(1),
      what: `${near}${cause ? `, ${cause.text}` : ''}`,
      fix: cause?.fix ?? SIMPLIFY,
      meta: file.replace(/^.*\//, '').replace(/\.svg$/i, '.meta.json'),
      tolerance: String(Math.ceil(mismatch * 1000) / 1000),
    },
  });
}

const SIMPLIFY =
  'Simplify what the picture shows (Illustrator: Object > Expand; Figma: Flatten; Inkscape: Path > Object to Path)';

/** Finds the plugin of the user without which the icon matches. */
async function findPluginCause(
  difference: PictureDifference,
): Promise<DifferenceCause | undefined> {
  const { svg, options, tolerance, measureMismatch } = difference;
  const { plugins = [], ...svgo } = options.svgo ?? {};
  const matchesWith = async (used: readonly PluginConfig[]): Promise<boolean> => {
    const changed = { ...options, svgo: { ...svgo, plugins: used } };
    const { value } = await tryTransformIcon(svg, changed, UNOPTIMIZED);
    return value !== undefined && ((await measureMismatch(value)) ?? 1) <= tolerance;
  };
  if (plugins.length === 0 || !(await matchesWith([]))) return undefined;
  for (const plugin of plugins) {
    if (!(await matchesWith(plugins.filter((each) => each !== plugin)))) continue;
    const name = typeof plugin === 'string' ? plugin : plugin.name;
    return {
      text: `since the svgo plugin '${name}' changes it`,
      fix: `Remove '${name}' from svgo.plugins or correct it`,
    };
  }
  return {
    text: 'since the plugins in svgo.plugins change it',
    fix: 'Remove them from svgo.plugins or correct them',
  };
}

/** Finds the first removed part without which the source looks different, too. */
async function findRemovalCause({
  svg,
  tolerance,
  compareSources,
}: PictureDifference): Promise<DifferenceCause | undefined> {
  for (const { name, where, svgWithout } of await removedParts(svg)) {
    const comparison = await compareSources(svg, svgWithout);
    if ('failed' in comparison || Math.max(...comparison) <= tolerance) continue;
    return {
      where,
      text: `since ${name} was removed, which is not supported in a sprite`,
      fix: name.startsWith('<')
        ? 'Convert it to shapes (Illustrator: Object > Expand Appearance; Figma: Flatten; Inkscape: Path > Object to Path)'
        : 'Replace it, or bake it into the shapes (Illustrator: Object > Expand Appearance; Figma: Flatten; Inkscape: Path > Object to Path)',
    };
  }
  return undefined;
}

/**
 * Finds by bisection the single svgo pass that changes the picture, if a level disables several.
 *
 * @param level level whose picture matches
 * @returns its name; `undefined` if no single pass does
 */
export async function findBreakingPass(
  { preset }: OptimizeLevel,
  matchesSource: (level: OptimizeLevel) => Promise<boolean>,
): Promise<string | undefined> {
  const presetOverrides = preset === false ? undefined : preset.overrides;
  if (!presetOverrides) return undefined;
  let suspects = Object.keys(REBUILDING_PLUGINS);
  while (suspects.length > 1) {
    const half = suspects.slice(0, Math.ceil(suspects.length / 2));
    const overrides = Object.fromEntries(half.map((name) => [name, false]));
    const level = { about: '', preset: { floatPrecision: 6, overrides } };
    suspects = (await matchesSource(level)) ? half : suspects.slice(half.length);
  }
  const [suspect = ''] = suspects;
  const overrides = { [suspect]: false };
  const isConfirmed = await matchesSource({ about: '', preset: { floatPrecision: 6, overrides } });
  return isConfirmed ? suspect : undefined;
}
