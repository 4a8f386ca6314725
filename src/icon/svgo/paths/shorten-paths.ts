import type { Plugin, SvgoVisitor } from '../run-plugin.ts';
import { decimalsOf, knownDigits } from './decimals.ts';
import { makeRelative } from './make-relative.ts';
import { type CachedPath, PathBuffer, readPathInto } from './path-buffer.ts';
import { readPathTraits } from './path-traits.ts';
import { isShort, markShort } from './short-paths.ts';
import { shortenSegments } from './shorten-segments.ts';
import { writePath } from './write-path.ts';

/** Options of `convertPathData` that paths are shortened with: no curve becomes an arc. */
export const WITHOUT_ARCS = { makeArcs: { threshold: 0, tolerance: 0 } } as const;

/**
 * svgo's `convertPathData` with the same results in a fraction of the time. Other options than the
 * usual ones, icons with style sheets, and unusual paths are left to the plugin itself.
 */
export function shortenPaths(plugin: Plugin): Plugin {
  return {
    ...plugin,
    fn: (root, params, info) => {
      const createVisitor = () => plugin.fn(root, params, info) as SvgoVisitor | null;
      const digits = digitsOf(params);
      const traits = readPathTraits(root);
      if (digits === undefined || !traits.isPlain) return createVisitor();
      const decimals = decimalsOf(digits);
      // The plugin first moves transforms into paths.
      let visitor = traits.hasTransforms ? createVisitor() : undefined;
      return {
        element: {
          enter: (node, parent) => {
            const facts = traits.paths.get(node);
            if (!facts || isShort(node)) return;
            const { d } = node.attributes;
            const isAsWritten = (node as CachedPath).pathJS === undefined;
            if (readPathInto(buffer, node)) {
              makeRelative(buffer);
              if (shortenSegments(buffer, facts, decimals)) {
                const shorter = writePath(buffer, decimals);
                if (isAsWritten && shorter === d) markShort(node, shorter);
                node.attributes.d = shorter;
                if ('pathJS' in node) node.pathJS = undefined;
                return;
              }
            }
            visitor ??= createVisitor();
            visitor?.element?.enter?.(node, parent);
          },
        },
      };
    },
  };
}

const buffer = new PathBuffer();

/** Digits of the plugin's options; `undefined` if these are not the usual ones. */
function digitsOf(params: object): number | undefined {
  const { makeArcs, ...others }: PathOptions = params;
  const isWithoutArcs = makeArcs?.threshold === 0 && makeArcs.tolerance === 0;
  return isWithoutArcs ? knownDigits(others) : undefined;
}

interface PathOptions {
  readonly makeArcs?: { readonly threshold: number; readonly tolerance: number };
}
