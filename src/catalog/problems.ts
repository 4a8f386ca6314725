import type { CatalogData, CatalogIcon, CatalogProblem } from '../emit/catalog-format.ts';
import { button, element } from './element.ts';
import { countProblems } from './problem-count.ts';
import { shownName } from './shown-name.ts';
import { findIcon } from './state.ts';
import { uiIcon } from './ui-icons.ts';

/** Problems of an icon and notes on it, with their fixes. */
export function createProblems({ problems }: CatalogIcon): HTMLElement | undefined {
  if (problems.length === 0) return undefined;
  return element('section', { class: 'problems' }, [
    element('h3', { class: 'detail__section' }, [countProblems(problems)]),
    element('ul', { class: 'problems__list' }, problems.map(createProblem)),
  ]);
}

const SEVERITIES = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

/** One problem: message, fix and location. */
export function createProblem({
  severity,
  code,
  message,
  hint,
  file,
  where,
}: CatalogProblem): HTMLElement {
  const place = where ? `${file}:${where.line}:${where.column}` : file;
  return element('li', { class: `problem problem--${severity}` }, [
    uiIcon(severity),
    element('div', {}, [
      element('p', { class: 'problem__what' }, [
        element('span', { class: 'unseen' }, [`${SEVERITIES[severity]}: `]),
        message,
      ]),
      element('p', { class: 'problem__fix' }, [element('strong', {}, ['Fix: ']), hint]),
      element('p', { class: 'problem__place' }, [`${place} · ${code}`]),
    ]),
  ]);
}

interface DeprecationContext {
  readonly data: CatalogData;
  readonly openIcon: (name: string) => boolean;
}

/** Notice that an icon is deprecated, with a link to its replacement. */
export function createDeprecation(
  { deprecated }: CatalogIcon,
  { data, openIcon }: DeprecationContext,
): HTMLElement | undefined {
  if (!deprecated) return undefined;
  const { use, since, note } = deprecated;
  const replacement = use === undefined ? undefined : findIcon(data, use);
  const label = replacement ? shownName(replacement) : use;
  return element('p', { class: 'deprecation' }, [
    uiIcon('info'),
    element('span', {}, [
      since ? `Deprecated since ${since}.` : 'Deprecated.',
      ...(use
        ? [' Use ', button({ class: 'link' }, [label], () => openIcon(use)), ' instead.']
        : []),
      ...(note ? [` ${note}`] : []),
    ]),
  ]);
}
