import type { XastChild, XastElement, XastParent } from 'svgo';
import type { Plugin, SvgoVisitor } from '../run-plugin.ts';
import { type Decimals, decimalsOf, knownDigits } from './decimals.ts';
import { outlinesOf, type SubpathOutline } from './outline.ts';
import { mayOverlap } from './overlap.ts';
import {
  appendPath,
  type CachedPath,
  PathBuffer,
  parsedPath,
  readPathInto,
} from './path-buffer.ts';
import { readPathTraits } from './path-traits.ts';
import { writeUnchanged } from './write-path.ts';

/**
 * svgo's `mergePaths` with the same results in a fraction of the time: outlines and hulls of paths
 * are computed once, not for each pair. Icons with style sheets, references or other options, and
 * unusual paths, are left to the plugin itself.
 */
export function mergePaths(plugin: Plugin): Plugin {
  return {
    ...plugin,
    fn: (root, params, info) => {
      const createVisitor = () => plugin.fn(root, params, info) as SvgoVisitor | null;
      const digits = knownDigits(params);
      const traits = readPathTraits(root);
      if (digits === undefined || !traits.isPlain || traits.hasReferences) return createVisitor();
      let visitor: SvgoVisitor | null | undefined;
      return {
        element: {
          enter: (node, parent) => {
            if (node.children.length < 2) return;
            const merges = findMerges(node);
            if (merges) applyMerges(node, merges, decimalsOf(digits));
            else {
              visitor ??= createVisitor();
              visitor?.element?.enter?.(node, parent);
            }
          },
        },
      };
    },
  };
}

/** Paths in a row that are drawn as one. */
interface Merge {
  readonly paths: readonly XastElement[];
}

const buffer = new PathBuffer();

/** Finds the paths to merge; `undefined` if a path is not usual. */
function findMerges(parent: XastParent): readonly Merge[] | undefined {
  const merges: Merge[] = [];
  let paths: XastElement[] = [];
  let outlines: readonly SubpathOutline[] | undefined;
  for (const child of parent.children) {
    const [path] = paths;
    const isCandidate = isPath(child);
    if (path && isCandidate && hasSameAttributes(path, child)) {
      outlines ??= readOutlines(path);
      const others = readOutlines(child);
      if (!outlines || !others) return undefined;
      if (!mayOverlap(outlines, others)) {
        paths.push(child);
        outlines = [...outlines, ...others];
        continue;
      }
      if (paths.length > 1) merges.push({ paths });
      paths = [child];
      outlines = others;
      continue;
    }
    if (paths.length > 1) merges.push({ paths });
    paths = isCandidate ? [child] : [];
    outlines = undefined;
  }
  if (paths.length > 1) merges.push({ paths });
  return merges;
}

function readOutlines(path: XastElement): readonly SubpathOutline[] | undefined {
  return readPathInto(buffer, path) ? outlinesOf(buffer) : undefined;
}

function isPath(child: XastChild): child is XastElement {
  return (
    child.type === 'element' &&
    child.name === 'path' &&
    child.children.length === 0 &&
    child.attributes.d !== undefined
  );
}

function hasSameAttributes({ attributes }: XastElement, other: XastElement): boolean {
  let unmatched = 0;
  for (const name in attributes) {
    if (name !== 'd' && attributes[name] !== other.attributes[name]) return false;
    unmatched += 1;
  }
  for (const _ in other.attributes) unmatched -= 1;
  return unmatched === 0;
}

function applyMerges(parent: XastParent, merges: readonly Merge[], decimals: Decimals): void {
  if (merges.length === 0) return;
  const merged = new Set<XastChild>();
  for (const { paths } of merges) {
    const [path, ...others] = paths as [XastElement, ...XastElement[]];
    buffer.count = 0;
    for (const each of paths) appendPath(buffer, each);
    path.attributes.d = writeUnchanged(buffer, decimals);
    // The numbers without rounding, for the plugin that shortens paths.
    Object.assign(path, { pathJS: parsedPath(buffer) } satisfies CachedPath);
    for (const each of others) merged.add(each);
  }
  parent.children = parent.children.filter((child) => !merged.has(child));
}
