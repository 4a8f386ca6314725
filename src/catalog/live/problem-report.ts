import type { Inspection, PreviewProblem } from '../../preview/api.ts';
import { button, element } from '../element.ts';
import { countProblems } from '../problem-count.ts';
import { createProblem } from '../problems.ts';
import { uiIcon } from '../ui-icons.ts';
import { formatCount } from './format-number.ts';

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
  const fixable = onlyFixable(result);
  return element('section', { class: 'verdict', 'aria-label': 'Problems', tabindex: -1 }, [
    icon === undefined && refusedNotice(problems),
    icon !== undefined && problems.length === 0 && twins.length === 0 && okNotice(),
    twins.length > 0 && duplicatesNotice(twins, openIcon),
    problems.length > 0 &&
      icon !== undefined &&
      element('h3', { class: 'detail__section' }, [countProblems(problems)]),
    fixed && fixable === undefined && fixes(fixed, onFix),
    problems.length > 0 &&
      element(
        'ul',
        { class: 'problems__list' },
        problems.map((problem) => problemItem(problem, problem === fixable ? onFix : undefined)),
      ),
  ]);
}

/** The problem that the only fix is for, if the fix has a label. */
function onlyFixable({ fixed, problems }: Inspection): PreviewProblem | undefined {
  const labeled = problems.filter(({ fixLabel }) => fixLabel !== undefined);
  return fixed?.count === 1 && labeled.length === 1 ? labeled[0] : undefined;
}

function refusedNotice(problems: readonly PreviewProblem[]): HTMLElement {
  const count = problems.filter(({ severity }) => severity === 'error').length;
  return element('p', { class: 'verdict__head verdict__head--error' }, [
    uiIcon('error'),
    `This cannot be an icon yet. Fix the ${count === 1 ? 'error' : 'errors'} to save it:`,
  ]);
}

function okNotice(): HTMLElement {
  return element('p', { class: 'verdict__head verdict__head--good' }, [
    uiIcon('check'),
    'No problems found.',
  ]);
}

/** @param onFix adds a button that fixes the problem */
function problemItem(problem: PreviewProblem, onFix: (() => void) | undefined): HTMLElement {
  const item = createProblem(problem);
  if (onFix) item.lastElementChild?.append(fixButton(problem.fixLabel ?? 'Apply the fix', onFix));
  if (problem.picture === undefined) return item;
  const alt = 'The source file, the saved icon, and the difference';
  item.append(element('img', { class: 'problem__picture', src: problem.picture, alt }));
  return item;
}

function fixes(
  { count, label: only }: NonNullable<Inspection['fixed']>,
  onFix: () => void,
): HTMLElement {
  const label =
    only ?? (count === 1 ? 'Apply the fix' : `Apply ${formatCount(count, 'fix', 'fixes')}`);
  return element('div', { class: 'verdict__fixes' }, [
    fixButton(label, onFix),
    element('p', { class: 'showing__facts' }, [
      'Changes the icon here; your file stays unchanged.',
    ]),
  ]);
}

function fixButton(label: string, onFix: () => void): HTMLElement {
  return button({ class: 'button' }, [uiIcon('check'), label], onFix);
}

function duplicatesNotice(twins: readonly string[], openIcon: (name: string) => void): HTMLElement {
  return element('p', { class: 'verdict__head verdict__head--warning' }, [
    uiIcon('warning'),
    element('span', {}, [
      twins.length === 1 ? 'The same icon already exists: ' : 'The same icons already exist: ',
      ...twins.flatMap((name, index) => [
        index > 0 ? ', ' : '',
        button({ class: 'link' }, [name], () => openIcon(name)),
      ]),
      '.',
    ]),
  ]);
}
