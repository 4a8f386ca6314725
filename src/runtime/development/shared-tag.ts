import type { IconSet } from '../icon-set.ts';
import { hrefOf } from '../parts.ts';
import { reportProblem } from './report-problem.ts';

/** Reports a tag that shows icons of two sets, in which names may clash. */
export function checkSharedTag(tag: string, sets: readonly IconSet[], added: IconSet): void {
  for (const set of sets) {
    if (set === added || isSameApp(set, added)) continue;
    const shared = sharedName(set, added);
    if (shared === undefined) reportProblem('two-sets', { tag, name: '' });
    else if (shared) reportProblem('two-sets', { tag, name: `, and both have '${shared}'` });
  }
}

/** Name that refers to different icons in two sets; '' if none does, `undefined` if names are unknown. */
function sharedName(set: IconSet, added: IconSet): string | undefined {
  const { iconNames } = set;
  if (!iconNames || !added.iconNames) return undefined;
  return (
    added.iconNames.find(
      (name) => iconNames.includes(name) && hrefOf(set, name) !== hrefOf(added, name),
    ) ?? ''
  );
}

/** True for sets of one app: modules that are reloaded after a change create their set again. */
function isSameApp(a: IconSet, b: IconSet): boolean {
  return a.spriteUrl !== undefined && withoutVersion(a.spriteUrl) === withoutVersion(b.spriteUrl);
}

function withoutVersion(url: string | undefined): string | undefined {
  return url?.replace(/[?#].*/s, '');
}
