/** Passes that can be told to have nothing to do. */
const NAMES = [
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
export const BITS: Readonly<Record<(typeof NAMES)[number], number>> = Object.fromEntries(
  NAMES.map((name, index) => [name, 1 << index]),
) as Record<(typeof NAMES)[number], number>;

/** Of those, the ones that have nothing to do whatever their options are. */
export const OF_ANY_OPTIONS: ReadonlySet<string> = new Set(['convertPathData', 'mergePaths']);

/**
 * Whether no other pass of a round has more to do after this one than before: it takes elements
 * away, orders what is there, or writes path data anew, and moves no transform into it.
 */
export function leavesAsMuch(name: string, bits: number): boolean {
  if (name === 'convertPathData') return (bits & BITS.convertTransform) === 0;
  return name === 'mergePaths' || name === 'sortAttrs' || name === 'sortDefsChildren';
}
