import type { BuiltinPlugin, PluginInfo, XastChild, XastParent, XastRoot } from 'svgo';
import type { ElementGuard } from './element-guards.ts';

/** A plugin of svgo, or a preset. */
export type Plugin = BuiltinPlugin<string, object>;

/** Input of a plugin. */
export interface PluginRun {
  readonly root: XastRoot;
  readonly params: object;
  readonly info: PluginInfo;
  readonly guard?: ElementGuard | undefined;
}

/** Runs a plugin on a tree, except on elements that the guard protects. */
export function runPlugin(plugin: Plugin, { root, params, info, guard }: PluginRun): void {
  const visitor = plugin.fn(root, params, info);
  if (visitor) new GuardedWalk(visitor as SvgoVisitor, guard).visit(root, root, false);
}

type Visit = (node: XastRoot | XastChild, parent: XastParent) => unknown;
/** Callbacks of a plugin by type of node. */
export type SvgoVisitor = Readonly<
  Record<string, { readonly enter?: Visit; readonly exit?: Visit }>
>;

/** Visits nodes as svgo does: a symbol as result skips the children, and so does a removed node. */
class GuardedWalk {
  private readonly visitor: SvgoVisitor;
  private readonly guard: ElementGuard | undefined;

  constructor(visitor: SvgoVisitor, guard: ElementGuard | undefined) {
    this.visitor = visitor;
    this.guard = guard;
  }

  visit(node: XastRoot | XastChild, parent: XastParent, isInsideTarget: boolean): void {
    const callbacks = this.visitor[node.type];
    const isSkipped =
      !this.isProtected(node, isInsideTarget) &&
      typeof callbacks?.enter?.(node, parent) === 'symbol';
    if (isSkipped) return;
    const isAttached = node.type === 'root' || parent.children.includes(node as XastChild);
    if (isAttached && 'children' in node) {
      const isChildInsideTarget =
        isInsideTarget || (node.type === 'element' && this.guard?.isAnimationTarget(node) === true);
      for (const child of node.children) this.visit(child, node, isChildInsideTarget);
    }
    // Checked again, since the children may have changed.
    if (callbacks?.exit && !this.isProtected(node, isInsideTarget)) callbacks.exit(node, parent);
  }

  private isProtected(node: XastRoot | XastChild, isInsideTarget: boolean): boolean {
    return node.type === 'element' && this.guard?.isProtected(node, isInsideTarget) === true;
  }
}
