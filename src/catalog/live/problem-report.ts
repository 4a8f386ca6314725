import type { Inspection, PreviewProblem } from '../../preview/api.ts';
import { button, element } from '../element.ts';
import { createProblem } from '../problems.ts';
import { uiIcon } from '../ui-icons.ts';

export interface ProblemReportOptions {
  readonly onFix: () => void;
  readonly openIcon: (name: string) => void;
}

/** Report on a source: if it can be saved, its problems, and their fixes. */
export function createProblemReport(
  result: Inspection,
  { onFix, openIcon }: ProblemReportOptions,
): HTMLElement {
  const { problems, icon, fixed, twins } = result;
  return element('section', { class: 'verdict', 'aria-label': 'Problems' }, [
    icon === undefined && refusedNotice(),
    icon !== undefined && problems.length === 0 && twins.length === 0 && okNotice(),
    twins.length > 0 && duplicatesNotice(twins, openIcon),
    problems.length > 0 && icon !== undefined && problemsHeading(problems),
    fixed && fixes(fixed, onFix),
    problems.length > 0 && element('ul', { class: 'problems__list' }, problems.map(withPicture)),
  ]);
}

function refusedNotice(): HTMLElement {
  return element('p', { class: 'verdict__head verdict__head--error' }, [
    uiIcon('error'),
    'This cannot be an icon yet. Fix the errors to save it:',
  ]);
}

function okNotice(): HTMLElement {
  return element('p', { class: 'verdict__head verdict__head--good' }, [
    uiIcon('check'),
    'No problems found.',
  ]);
}

const SEVERITIES = { error: 'error', warning: 'warning', info: 'note' } as const;

/** `2 warnings, 1 note`. */
function problemsHeading(problems: readonly PreviewProblem[]): HTMLElement {
  const counts = Object.entries(SEVERITIES).flatMap(([severity, label]) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : `${count} ${label}${count === 1 ? '' : 's'}`;
  });
  return element('h3', { class: 'detail__section' }, [counts.join(', ')]);
}

function withPicture(problem: PreviewProblem): HTMLElement {
  const item = createProblem(problem);
  if (problem.picture === undefined) return item;
  const alt = 'The source file, the saved icon, and the difference';
  item.append(element('img', { class: 'problem__picture', src: problem.picture, alt }));
  return item;
}

function fixes(
  { count, label: only }: NonNullable<Inspection['fixed']>,
  onFix: () => void,
): HTMLElement {
  const label = only ?? (count === 1 ? 'Apply the fix' : `Apply ${count} fixes`);
  return element('div', { class: 'verdict__fixes' }, [
    button({ class: 'button' }, [uiIcon('check'), label], onFix),
    element('p', { class: 'showing__facts' }, [
      'Changes the icon here; your file stays unchanged.',
    ]),
  ]);
}

function duplicatesNotice(twins: readonly string[], openIcon: (name: string) => void): HTMLElement {
  return element('p', { class: 'verdict__head verdict__head--warning' }, [
    uiIcon('warning'),
    element('span', {}, [
      'The same icon already exists: ',
      ...twins.flatMap((name, index) => [
        index > 0 ? ', ' : '',
        button({ class: 'link' }, [name], () => openIcon(name)),
      ]),
      '.',
    ]),
  ]);
}
