import { ALL_CHANGES, CHANGES } from './tree-changes.ts';

/** Passes that can be skipped if they have nothing to do. */
const PASS_NAMES = [
  'iconloom-drop-unused',
  'iconloom-drop-unpainted',
  'removeDoctype',
  'removeXMLProcInst',
  'removeComments',
  'removeDeprecatedAttrs',
  'removeMetadata',
  'removeEditorsNSData',
  'cleanupAttrs',
  'removeUselessDefs',
  'cleanupNumericValues',
  'convertColors',
  'removeUnknownsAndDefaults',
  'removeNonInheritableGroupAttrs',
  'removeUselessStrokeAndFill',
  'cleanupEnableBackground',
  'removeHiddenElems',
  'removeEmptyText',
  'convertShapeToPath',
  'convertEllipseToCircle',
  'moveElemsAttrsToGroup',
  'moveGroupAttrsToElems',
  'collapseGroups',
  'convertPathData',
  'convertTransform',
  'removeEmptyAttrs',
  'removeEmptyContainers',
  'mergePaths',
  'removeUnusedNS',
  'sortAttrs',
  'sortDefsChildren',
  'removeDesc',
] as const;

/** A bit for each of them, by name. */
export const PASS_BITS: Readonly<Record<(typeof PASS_NAMES)[number], number>> = Object.fromEntries(
  PASS_NAMES.map((name, index) => [name, 1 << index]),
) as Record<(typeof PASS_NAMES)[number], number>;

/** Passes that can be skipped with any options. */
export const OPTION_INDEPENDENT_PASSES: ReadonlySet<string> = new Set([
  'convertPathData',
  'mergePaths',
]);

const { pathData, emptyPath, order, attributes, structure } = CHANGES;

/** Changes that can create work for a pass; other passes depend on more. */
const DEPENDENCIES: Readonly<Partial<Record<keyof typeof PASS_BITS, number>>> = {
  cleanupAttrs: attributes,
  cleanupNumericValues: attributes,
  convertColors: attributes,
  convertEllipseToCircle: attributes,
  convertPathData: pathData | emptyPath | attributes | structure,
  convertTransform: attributes,
  mergePaths: pathData | emptyPath | attributes | structure,
  removeEmptyAttrs: attributes,
  sortAttrs: attributes | order,
  sortDefsChildren: structure,
};
const OTHER_DEPENDENCIES = emptyPath | attributes | structure;

/** Bits of passes by changes. */
const WORK_AFTER: readonly number[] = Array.from({ length: ALL_CHANGES + 1 }, (_, changes) =>
  PASS_NAMES.reduce(
    (mask, name) =>
      ((DEPENDENCIES[name] ?? OTHER_DEPENDENCIES) & changes) === 0 ? mask : mask | PASS_BITS[name],
    0,
  ),
);

/**
 * Finds the passes for which changes can create work, as a bit mask.
 *
 * @param changes bits of {@link CHANGES}
 */
export function passesWithWorkAfter(changes: number): number {
  return WORK_AFTER[changes] ?? ~0;
}

const IDEMPOTENT_PASSES: ReadonlySet<string> = new Set(['convertColors', 'sortAttrs']);

/** Checks that a pass never has more to do right after it ran. */
export function isIdempotent(name: string): boolean {
  return IDEMPOTENT_PASSES.has(name);
}
