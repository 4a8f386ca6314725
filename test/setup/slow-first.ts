import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take long, the longest first. One that begins last has the rest of the processors wait
 * for it, and a fresh clone knows no times of an earlier run.
 */
const SLOW = [
  'browser/hostile',
  'e2e/crash',
  'e2e/odd-input',
  'browser/roots-and-rules',
  'browser/symbols',
  'catalog/small',
  'preview/page',
  'runtime/apps',
  'plugin/dev',
  'e2e/diff',
  'package/component-types',
  'browser/layouts',
  'e2e/cli',
  'e2e/odd-names',
];

export default class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

function placeOf({ moduleId, project }: TestSpecification): number {
  // At the end, since a process that files share ends where the next one is not of them.
  if (project.config.isolate) return SLOW.length + 1;
  const place = SLOW.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
  return place === -1 ? SLOW.length : place;
}
