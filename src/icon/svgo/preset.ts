import type {
  BuiltinPlugin,
  PluginInfo,
  PresetDefaultOverrides,
  XastChild,
  XastParent,
  XastRoot,
} from 'svgo';
import { builtinPlugins } from 'svgo/browser';
import { guardAttributes } from './attribute-guards.ts';
import { type ElementGuard, elementGuardFor, mustSkipPlugin } from './element-guards.ts';
import { hasLongRun, PATH_PLUGINS } from './long-runs.ts';
import { OPTION_INDEPENDENT_PASSES, PASS_BITS } from './pass-bits.ts';
import type { OptionalPass } from './until-stable.ts';

/** Options for the plugins of the preset. */
export interface PresetOptions {
  /** Digits after the decimal point, for every plugin that has such an option. */
  readonly floatPrecision?: number | undefined;
  /** Options by name of the plugin; `false` leaves it out. */
  readonly overrides: PresetDefaultOverrides;
}

type Plugin = BuiltinPlugin<string, object>;

/** The plugins of svgo's `preset-default`, each as a pass of its own, so that each can be left out. */
export function presetPasses({
  floatPrecision,
  overrides,
}: PresetOptions): readonly OptionalPass[] {
  const unknown = Object.keys(overrides).find(
    (name) => !PLUGINS.some((plugin) => plugin.name === name),
  );
  if (unknown !== undefined) throw new Error(`svgo's preset-default has no plugin '${unknown}'`);
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
        bit: canSkip ? (PASS_BITS as Readonly<Record<string, number>>)[plugin.name] : undefined,
        fn: (root, _, info) => {
          if (PATH_PLUGINS.has(plugin.name) && hasLongRun(root)) return;
          if (mustSkipPlugin(plugin.name, root)) return;
          const restore = guardAttributes(plugin.name, root);
          runPlugin(plugin, root, params, info);
          restore?.();
        },
      },
    ];
  });
}

const PRESET = builtinPlugins.find(({ name }) => name === 'preset-default') as unknown as {
  plugins: readonly Plugin[];
};
/**
 * Plugins in the preset's order, but with paths merged before they are shortened: a path that
 * begins where another ends is shorter when it is relative to it, and svgo would need a second
 * round to see that.
 */
const PLUGINS = movedBefore(PRESET.plugins, 'mergePaths', 'convertPathData');

function movedBefore(plugins: readonly Plugin[], name: string, next: string): readonly Plugin[] {
  const moved = plugins.filter((plugin) => plugin.name === name);
  return plugins.flatMap((plugin) => {
    if (plugin.name === name) return [];
    return plugin.name === next ? [...moved, plugin] : [plugin];
  });
}

function runPlugin(plugin: Plugin, root: XastRoot, params: object, info: PluginInfo): void {
  const visitor = plugin.fn(root, params, info);
  if (visitor) visitNode(root, visitor as Visitor, root, elementGuardFor(plugin.name, root), false);
}

type Visit = (node: XastRoot | XastChild, parent: XastParent) => unknown;
type Visitor = Readonly<Record<string, { readonly enter?: Visit; readonly exit?: Visit }>>;

/** Visits nodes as svgo does: a symbol as result skips the children, and so does a removed node. */
function visitNode(
  node: XastRoot | XastChild,
  visitor: Visitor,
  parent: XastParent,
  guard: ElementGuard | undefined,
  isInsideTarget: boolean,
): void {
  // Called again at the end, since the children may have changed by then.
  const isProtected = () =>
    node.type === 'element' && guard?.isProtected(node, isInsideTarget) === true;
  const callbacks = visitor[node.type];
  if (!isProtected() && typeof callbacks?.enter?.(node, parent) === 'symbol') return;
  const isAttached = node.type === 'root' || parent.children.includes(node as XastChild);
  if (isAttached && 'children' in node) {
    const isChildInsideTarget =
      isInsideTarget || (node.type === 'element' && guard?.isAnimationTarget(node) === true);
    for (const child of node.children) visitNode(child, visitor, node, guard, isChildInsideTarget);
  }
  if (callbacks?.exit && !isProtected()) callbacks.exit(node, parent);
}
