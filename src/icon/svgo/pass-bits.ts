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

/**
 * Checks that a pass creates no work for other passes of a round: it removes or orders elements, or
 * rewrites path data without moving transforms into it.
 */
export function createsNoWork(name: string, passMask: number): boolean {
  if (name === 'convertPathData') return (passMask & PASS_BITS.convertTransform) === 0;
  return name === 'mergePaths' || name === 'sortAttrs' || name === 'sortDefsChildren';
}
