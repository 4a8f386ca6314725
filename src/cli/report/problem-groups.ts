import type { ReportedDiagnostic } from './pictures.ts';

/** Problems that are shown together. */
export type ProblemGroup = readonly [ReportedDiagnostic, ...ReportedDiagnostic[]];

/** Maximum number of files with problems of one code that are still shown one by one. */
const MAX_UNGROUPED = 3;

/**
 * Sorts problems of one severity by code, in the order in which codes come first, and groups those that
 * more than three files have: by message and hint, and what is left by code.
 *
 * @param isVerbose true to group nothing
 */
export function groupProblems(
  problems: readonly ReportedDiagnostic[],
  { isVerbose }: { readonly isVerbose: boolean },
): readonly ProblemGroup[] {
  return groupBy(problems, ({ code }) => code).flatMap((ofCode) => {
    if (isVerbose) return single(ofCode);
    const ofMessage = groupBy(ofCode, keyOf).filter(isLarge);
    const grouped = new Set(ofMessage.flat());
    const rest = ofCode.filter((each) => !grouped.has(each));
    const [first, ...others] = rest;
    const ofRest: readonly ProblemGroup[] =
      first && isLarge([first, ...others]) ? [[first, ...others]] : single(rest);
    return [...ofMessage, ...ofRest];
  });
}

/** Text that all problems of a group share. Each picture is shown. */
function keyOf({ message, hint, pictureFile = '' }: ReportedDiagnostic): string {
  return JSON.stringify([message, hint, pictureFile]);
}

function isLarge(group: ProblemGroup): boolean {
  return new Set(group.map(({ file }) => file)).size > MAX_UNGROUPED;
}

function single(problems: readonly ReportedDiagnostic[]): readonly ProblemGroup[] {
  return problems.map((each) => [each]);
}

function groupBy(
  problems: readonly ReportedDiagnostic[],
  keyIn: (problem: ReportedDiagnostic) => string,
): readonly ProblemGroup[] {
  const groups = new Map<string, [ReportedDiagnostic, ...ReportedDiagnostic[]]>();
  for (const each of problems) {
    const key = keyIn(each);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}
