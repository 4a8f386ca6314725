import type { PresetDefaultOverrides, XastRoot } from 'svgo';
import { guardAttributes } from './attribute-guards.ts';
import { traitsOf } from './document-traits.ts';
import { mustSkipPlugin, needsElementGuard } from './element-guards.ts';
import type { OptionalPass } from './idle-passes.ts';
import { PRESET } from './installed-svgo.ts';
import { hasLongRun, PATH_PLUGINS } from './long-runs.ts';
import { REBUILDING_PLUGINS } from './optimize-level.ts';
import { PASS_BITS } from './pass-bits.ts';
import { checkPluginNames, type PresetOptions } from './preset.ts';
import { runPlugin } from './run-plugin.ts';
import { DROPPING_PASSES } from './until-stable.ts';

/** Plugins of the preset in tested versions. */
const TESTED_PLUGINS: readonly string[] = [
  ...Object.keys(PASS_BITS).filter((name) => !name.startsWith('iconloom-')),
  ...['cleanupIds', 'inlineStyles', 'mergeStyles', 'minifyStyles'],
];

/**
 * svgo's `preset-default` as a single pass, for versions that are not tested. Nothing can protect
 * single elements inside it, so plugins that would need that for an icon are off for that icon, and
 * plugins that tested versions do not have are always off.
 */
export function plainPreset({ floatPrecision, overrides }: PresetOptions): readonly OptionalPass[] {
  const preset = PRESET;
  if (!preset) return [];
  const names = preset.plugins?.map(({ name }) => name) ?? TESTED_PLUGINS;
  checkPluginNames(overrides, [...names, ...TESTED_PLUGINS]);
  const untested = names.filter((name) => !TESTED_PLUGINS.includes(name));
  return [
    {
      name: preset.name,
      fn(root, _, info) {
        const disabled = [...untested, ...TESTED_PLUGINS.filter((name) => isUnsafe(name, root))];
        const all = { ...overrides, ...Object.fromEntries(disabled.map((name) => [name, false])) };
        const params = {
          ...(floatPrecision !== undefined && { floatPrecision }),
          // svgo prints a warning for other names.
          overrides: Object.fromEntries(
            Object.entries(all).filter(([name]) => names.includes(name)),
          ) as PresetDefaultOverrides,
        };
        runPlugin(preset, { root, params, info });
      },
    },
  ];
}

/** Checks by the traits of an icon if a plugin could change its look. */
function isUnsafe(plugin: string, root: XastRoot): boolean {
  const { keepsStructure, countsElements } = traitsOf(root);
  return (
    (keepsStructure && plugin in REBUILDING_PLUGINS) ||
    (countsElements && DROPPING_PASSES.has(plugin)) ||
    (PATH_PLUGINS.has(plugin) && hasLongRun(root)) ||
    mustSkipPlugin(plugin, root) ||
    needsElementGuard(plugin, root) ||
    needsAttributeGuard(plugin, root)
  );
}

function needsAttributeGuard(plugin: string, root: XastRoot): boolean {
  const restore = guardAttributes(plugin, root);
  restore?.();
  return restore !== undefined;
}
