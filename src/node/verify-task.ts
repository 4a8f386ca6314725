import type { CompareSourcesOptions, Comparison, SourcePair } from '../icon/verify/compare.ts';
import type { GeometryPair } from '../icon/verify/geometry/same-geometry.ts';

/** Sources to compare: by geometry within a tolerance, or as pictures. */
export type VerifyTask =
  | { readonly geometry: GeometryPair; readonly tolerance: number }
  | { readonly pair: SourcePair };

/** Compares on this thread; for geometry, returns whether it is the same. */
export async function runVerifyTask(
  task: VerifyTask,
  options?: CompareSourcesOptions,
): Promise<Comparison | boolean> {
  if ('geometry' in task) {
    const { hasSameGeometry } = await import('../icon/verify/geometry/same-geometry.ts');
    return hasSameGeometry(task.geometry, task.tolerance);
  }
  // Loads the renderer, which many builds never need.
  const { compareInThisProcess } = await import('../icon/verify/compare.ts');
  return compareInThisProcess(task.pair, options);
}
