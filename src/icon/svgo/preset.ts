import type { PresetDefaultOverrides } from 'svgo';
import { guardAttributes } from './attribute-guards.ts';
import { elementGuardFor, mustSkipPlugin } from './element-guards.ts';
import type { OptionalPass } from './idle-passes.ts';
import { PRESET } from './installed-svgo.ts';
import { hasLongRun, PATH_PLUGINS } from './long-runs.ts';
import { OPTION_INDEPENDENT_PASSES, PASS_BITS } from './pass-bits.ts';
import { mergePaths } from './paths/merge-paths.ts';
import { hasLongPath } from './paths/short-paths.ts';
import { shortenPaths } from './paths/shorten-paths.ts';
import { type Plugin, runPlugin } from './run-plugin.ts';
import { sortAttributes } from './sort-attributes.ts';

/** Options for the plugins of the preset. */
export interface PresetOptions {
  /** Digits after the decimal point, for every plugin that has such an option. */
  readonly floatPrecision?: number | undefined;
  /** Options by name of the plugin; `false` leaves it out. */
  readonly overrides: PresetDefaultOverrides;
}

/** The plugins of svgo's `preset-default`, each as a separate pass, so that each can be skipped. */
export function presetPasses({
  floatPrecision,
  overrides,
}: PresetOptions): readonly OptionalPass[] {
  checkPluginNames(
    overrides,
    PLUGINS.map(({ name }) => name),
  );
  return PLUGINS.flatMap((plugin): OptionalPass[] => {
    const override = overrides[plugin.name as keyof PresetDefaultOverrides];
    if (override === false) return [];
    const params = {
      ...(floatPrecision !== undefined && { floatPrecision }),
      ...(typeof override === 'object' && override),
    };
    // Known for the plugin's default options only.
    const canSkip = typeof override !== 'object' || OPTION_INDEPENDENT_PASSES.has(plugin.name);
    return [
      {
        name: plugin.name,
        hasWork: plugin.name === 'convertPathData' ? hasLongPath : undefined,
        bit: canSkip ? (PASS_BITS as Readonly<Record<string, number>>)[plugin.name] : undefined,
        fn: (root, _, info) => {
          if (PATH_PLUGINS.has(plugin.name) && hasLongRun(root)) return;
          if (mustSkipPlugin(plugin.name, root)) return;
          const restore = guardAttributes(plugin.name, root);
          const guard = elementGuardFor(plugin.name, root);
          runPlugin(plugin, { root, params, info, guard });
          restore?.();
        },
      },
    ];
  });
}

/** @throws if the preset has no plugin of a name */
export function checkPluginNames(overrides: object, names: readonly string[]): void {
  const unknown = Object.keys(overrides).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`svgo's preset-default has no plugin '${unknown}'`);
}

/** Plugins that take most of the time, with the same results in less. */
const FASTER: Readonly<Record<string, (plugin: Plugin) => Plugin>> = {
  convertPathData: shortenPaths,
  mergePaths,
  sortAttrs: sortAttributes,
};

/**
 * Plugins in the preset's order, but with paths merged before they are shortened: a merged path is
 * shorter with relative commands, which svgo would only find in a second round.
 */
const PLUGINS = movedBefore(PRESET?.plugins ?? [], 'mergePaths', 'convertPathData').map(
  (plugin) => FASTER[plugin.name]?.(plugin) ?? plugin,
);

function movedBefore(plugins: readonly Plugin[], name: string, next: string): readonly Plugin[] {
  const moved = plugins.filter((plugin) => plugin.name === name);
  return plugins.flatMap((plugin) => {
    if (plugin.name === name) return [];
    return plugin.name === next ? [...moved, plugin] : [plugin];
  });
}
