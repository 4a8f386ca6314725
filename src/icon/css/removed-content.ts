import type { ParsedValue } from '../../svg/css/values.ts';

/** Content that was removed from style sheets and styles. */
export interface RemovedContent {
  /** References to the outside. */
  readonly outside: string[];
  /** Content that is in none of our tables. */
  readonly unknown: string[];
}

/** Notes what was left out of a value that stood at a place. */
export function recordRemoved(
  removed: RemovedContent,
  { outside, unsupported }: ParsedValue,
  where: string,
): void {
  removed.outside.push(...outside.map((found) => `${found} ${where}`));
  removed.unknown.push(...unsupported.map((found) => `${found} ${where}`));
}
