import type { Inspection, PreviewProblem } from '../../preview/api.ts';
import { formatCount } from './format-number.ts';

const SEVERITIES = { error: 'error', warning: 'warning', info: 'note' } as const;

/** `2 warnings, 1 note`; '' without problems. */
export function countProblems(problems: readonly PreviewProblem[]): string {
  return Object.entries(SEVERITIES)
    .map(([severity, noun]) => ({
      noun,
      count: problems.filter((problem) => problem.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ noun, count }) => formatCount(count, noun))
    .join(', ');
}

/** Result of a preview in one or two sentences, for screen readers. */
export function summarize({ icon, problems, taken }: Inspection): string {
  if (!icon) return `This cannot be an icon yet: ${problems.map((each) => each.message).join(' ')}`;
  const count = countProblems(problems) || 'No problems';
  return `${count}.${taken ? ` An icon named ${taken.name} already exists.` : ''}`;
}
