import type { PluginConfig, PresetDefaultOverrides } from 'svgo';
import type { Pass } from './tree.ts';

/** What users may say about optimizing. */
export interface SvgoOptions {
  /** Digits after the decimal point. Default: 3, as in svgo. */
  readonly floatPrecision?: number;
  /** Changes to svgo's `preset-default`, by plugin name; `false` turns a plugin off. */
  readonly overrides?: PresetDefaultOverrides;
  /** Further svgo plugins. They run first, on the drawing as it came. */
  readonly plugins?: readonly PluginConfig[];
}

/** Our passes, by the place in the order where each one stands. */
export interface Passes {
  readonly namespaces: Pass;
  readonly inspectSource: Pass;
  readonly sanitize: Pass;
  readonly pruneIds: Pass;
  readonly scopeIds: Pass;
  readonly inspectColors: Pass;
  readonly inspectPortability: Pass;
  readonly symbolize: Pass;
}

/** Where we know better than the preset. */
const OVERRIDES: PresetDefaultOverrides = {
  // Ids are ours: svgo's pass knows one file, and shortens each file's ids to the same a, b, c.
  cleanupIds: false,
  // A rule that becomes attributes works in an external sprite in every browser; a rule does not.
  inlineStyles: { onlyMatchedOnce: false },
};

/** The passes of the one parse, in order. */
export function pluginOrder(passes: Passes, svgo: SvgoOptions): PluginConfig[] {
  return [
    // First, so that they see the drawing as it came, and nothing they add goes unchecked.
    ...(svgo.plugins ?? []),
    // Before all that looks at names, so that each name has one spelling.
    passes.namespaces,
    // Before sanitizing, which drops the title, and symbolizing, which drops width and height.
    passes.inspectSource,
    // Before the preset: several of svgo's plugins stand down where they find a script.
    passes.sanitize,
    // Before the preset: an element with an id is not merged or collapsed.
    passes.pruneIds,
    {
      name: 'preset-default',
      params: {
        ...(svgo.floatPrecision !== undefined && { floatPrecision: svgo.floatPrecision }),
        overrides: { ...OVERRIDES, ...svgo.overrides },
      },
    },
    // After the preset, so that ids of what was optimized away leave no gap.
    passes.scopeIds,
    passes.inspectColors,
    passes.inspectPortability,
    // Last: svgo's plugins know an <svg> root and no <symbol>.
    passes.symbolize,
  ];
}
