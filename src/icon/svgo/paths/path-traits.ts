import type { XastElement, XastParent } from 'svgo';
import type { StrokeFacts } from './shorten-segments.ts';

/** Traits of an icon for plugins that change paths. */
export interface PathTraits {
  /** True if only attributes decide how paths look: no style sheet, style or marker. */
  isPlain: boolean;
  /** True if something may be painted, clipped or masked by another element. */
  hasReferences: boolean;
  /** True if a path has a transform. */
  hasTransforms: boolean;
  /** Paths with their strokes, if the icon is plain. */
  readonly paths: Map<XastElement, StrokeFacts>;
}

/** Finds all paths of an icon in one walk. */
export function readPathTraits(root: XastParent): PathTraits {
  const traits: PathTraits = {
    isPlain: true,
    hasReferences: false,
    hasTransforms: false,
    paths: new Map(),
  };
  collect(root, INITIAL, traits);
  return traits;
}

interface Stroke {
  readonly stroke: string;
  readonly cap: string;
  readonly join: string;
}

const INITIAL: Stroke = { stroke: 'none', cap: 'butt', join: 'miter' };
const PATHS: ReadonlySet<string> = new Set(['path', 'glyph', 'missing-glyph']);

function collect(parent: XastParent, outer: Stroke, traits: PathTraits): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const { name, attributes, children } = child;
    let stroke = outer;
    for (const key in attributes) {
      const value = attributes[key] as string;
      if (key === 'style' || key.startsWith('marker')) traits.isPlain = false;
      else if (key === 'clip-path' || key === 'mask' || value.includes('url(')) {
        traits.hasReferences = true;
      }
      if (key === 'stroke') stroke = { ...stroke, stroke: value };
      else if (key === 'stroke-linecap') stroke = { ...stroke, cap: value };
      else if (key === 'stroke-linejoin') stroke = { ...stroke, join: value };
    }
    if (name === 'style') traits.isPlain = false;
    if (!traits.isPlain) return;
    if (attributes.d !== undefined) {
      traits.hasTransforms ||= attributes.transform !== undefined;
      if (PATHS.has(name)) traits.paths.set(child, factsOf(stroke));
    }
    if (children.length > 0) collect(child, stroke, traits);
  }
}

function factsOf({ stroke, cap, join }: Stroke): StrokeFacts {
  const mayBeStroked = stroke !== 'none';
  return {
    mayBeStroked,
    mayHaveCaps: cap !== 'butt',
    canClose: !mayBeStroked || (cap === 'round' && join === 'round'),
  };
}
