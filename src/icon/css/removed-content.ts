import type { ParsedValue } from '../../svg/css/values.ts';

/** Content that was removed from style sheets and styles. */
export interface RemovedContent {
  /** External references. */
  readonly outside: string[];
  /** Content that is in no table of supported content. */
  readonly unknown: string[];
}

/** Records the removed parts of a value with its place. */
export function recordRemoved(
  removed: RemovedContent,
  { outside, unsupported }: ParsedValue,
  where: string,
): void {
  removed.outside.push(...outside.map((found) => `${found} ${where}`));
  removed.unknown.push(...unsupported.map((found) => `${found} ${where}`));
}
