import type {
  BuiltinPlugin,
  PluginInfo,
  PresetDefaultOverrides,
  XastChild,
  XastParent,
  XastRoot,
} from 'svgo';
import { builtinPlugins } from 'svgo/browser';
import { guard } from './guards.ts';
import { hasLongRun, WRITES_PATHS } from './long-runs.ts';
import { BITS, OF_ANY_OPTIONS } from './pass-bits.ts';
import type { OptionalPass } from './settle.ts';
import { type Guard, guardOf, standsDown } from './svgo-guards.ts';

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
  const unknown = Object.keys(overrides).find((name) => !PLUGINS.some((it) => it.name === name));
  if (unknown !== undefined) throw new Error(`svgo's preset-default has no plugin '${unknown}'`);
  return PLUGINS.flatMap((plugin): OptionalPass[] => {
    const own = overrides[plugin.name as keyof PresetDefaultOverrides];
    if (own === false) return [];
    const params = {
      ...(floatPrecision !== undefined && { floatPrecision }),
      ...(typeof own === 'object' && own),
    };
    // Known for the plugin's default options only.
    const isTold = typeof own !== 'object' || OF_ANY_OPTIONS.has(plugin.name);
    return [
      {
        name: plugin.name,
        bit: isTold ? (BITS as Readonly<Record<string, number>>)[plugin.name] : undefined,
        fn: (root, _, info) => {
          if (WRITES_PATHS.has(plugin.name) && hasLongRun(root)) return;
          if (standsDown(plugin.name, root)) return;
          const restore = guard(plugin.name, root);
          run(plugin, root, params, info);
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

function run(plugin: Plugin, root: XastRoot, params: object, info: PluginInfo): void {
  const visitor = plugin.fn(root, params, info);
  if (visitor) visit(root, visitor as Visitor, root, guardOf(plugin.name, root), false);
}

type Visit = (node: XastRoot | XastChild, parent: XastParent) => unknown;
type Visitor = Readonly<Record<string, { readonly enter?: Visit; readonly exit?: Visit }>>;

/** Visits nodes as svgo does: a symbol as result skips the children, and so does a removed node. */
function visit(
  node: XastRoot | XastChild,
  visitor: Visitor,
  parent: XastParent,
  guard: Guard | undefined,
  isInside: boolean,
): void {
  // Called again at the end, since the children may have changed by then.
  const isLeft = () => node.type === 'element' && guard?.isLeft(node, isInside) === true;
  const callbacks = visitor[node.type];
  if (!isLeft() && typeof callbacks?.enter?.(node, parent) === 'symbol') return;
  const isThere = node.type === 'root' || parent.children.includes(node as XastChild);
  if (isThere && 'children' in node) {
    const isBelow = isInside || (node.type === 'element' && guard?.isTarget(node) === true);
    for (const child of node.children) visit(child, visitor, node, guard, isBelow);
  }
  if (callbacks?.exit && !isLeft()) callbacks.exit(node, parent);
}
