import type { Inspection } from '../../preview/api.ts';
import { countProblems } from '../problem-count.ts';

/** Result of a preview in one or two sentences, for screen readers. */
export function summarize({ icon, problems, taken }: Inspection): string {
  if (!icon) return `This cannot be an icon yet: ${problems.map((each) => each.message).join(' ')}`;
  const count = countProblems(problems) || 'No problems';
  return `${count}.${taken ? ` An icon named ${taken.name} already exists.` : ''}`;
}
