import { isRealPage } from './real-page.ts';
import { reportProblem } from './report-problem.ts';

/** Delay in ms before the page is searched: apps render most of it after their sprite. */
const CHECK_DELAY = 3000;

/** Reports, once and later, ids of symbols that other elements of the page have, too. */
export function checkDuplicateIds(
  ids: readonly string[],
  root: Document | ShadowRoot | undefined = globalThis.document,
): void {
  if (isRealPage()) setTimeout(search, CHECK_DELAY, new Set(ids), root);
}

function search(ids: ReadonlySet<string>, root: Document | ShadowRoot): void {
  for (const element of root.querySelectorAll('[id]')) {
    if (!ids.has(element.id) || element.closest('svg[data-iconloom]')) continue;
    reportProblem('id-taken', { id: element.id, element: `<${element.localName}>` });
  }
}
