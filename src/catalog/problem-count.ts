import type { CatalogProblem } from '../emit/catalog-format.ts';

const SEVERITIES = { error: 'error', warning: 'warning', info: 'note' } as const;

/** True for errors and warnings. Notes are not problems. */
export function needsAttention({ severity }: Pick<CatalogProblem, 'severity'>): boolean {
  return severity !== 'info';
}

/** `1 error, 2 warnings, 1 note`; '' if there is none. */
export function countProblems(problems: readonly Pick<CatalogProblem, 'severity'>[]): string {
  const counts = Object.entries(SEVERITIES).flatMap(([severity, label]) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : `${count} ${label}${count === 1 ? '' : 's'}`;
  });
  return counts.join(', ');
}
