import { diagnose } from '../core/diagnostics.ts';
import type { Limits } from '../core/types.ts';
import type { RemovedContent } from './css/removed-content.ts';
import type { StyleSheets } from './css/style-sheet.ts';
import { type LazyParts, PartNeeded } from './lazy-parts.ts';
import { type SanitizeOptions, sanitize } from './passes/sanitize.ts';
import type { ReportProblem } from './problem-log.ts';
import type { LocationHint } from './source/locate.ts';
import { hasElement } from './source/source-text.ts';
import type { SvgoOptions } from './svgo/plugin-order.ts';
import { type Pass, pass } from './tree.ts';

/**
 * Returns the style sheet module if needed. A plugin of the user may add styles, so the text alone
 * does not decide.
 *
 * @throws {PartNeeded}
 */
export function styleSheetsFor(
  svg: string,
  { plugins = [] }: SvgoOptions,
  { styleSheets }: LazyParts,
): StyleSheets | undefined {
  if (!hasElement(svg, 'style') && plugins.length === 0) return undefined;
  if (!styleSheets) throw new PartNeeded('styleSheets');
  return styleSheets;
}

/** Context of the passes that read style sheets. */
export interface StyleContext {
  readonly file: string;
  readonly limits: Limits;
  /** `undefined` if the source has no style sheets. */
  readonly styles: StyleSheets | undefined;
  readonly report: ReportProblem;
}

/** Flattens nested rules, cleans rules, and turns them into attributes. */
export function resolveStyles({ file, limits, styles, report }: StyleContext): Pass {
  return pass('iconloom-resolve-styles', (root) => {
    for (const problem of styles?.unnest(root) ?? []) {
      report(diagnose('nesting-not-flat', { file, args: { problem } }));
    }
    if (!styles) return;
    reportRemoved(styles.cleanRules(root), file, report);
    reportRemoved(styles.resolve(root, limits), file, report);
  });
}

/** Sanitizes the tree and its style sheets. */
export function sanitizeWithStyles(
  options: SanitizeOptions,
  styles: StyleSheets | undefined,
): Pass {
  const { file, report } = options;
  const tree = sanitize(options);
  return pass(tree.name, (root) => {
    tree.fn(root, undefined, { multipassCount: 0 });
    for (const removed of styles?.clean(root) ?? []) reportRemoved(removed, file, report);
  });
}

function reportRemoved(
  { outside, unknown }: RemovedContent,
  file: string,
  report: ReportProblem,
): void {
  for (const found of outside) {
    report(diagnose('outside-reference', { file, args: { found } }), hintFor(found));
  }
  for (const found of unknown) {
    report(diagnose('not-allowed', { file, args: { found } }), hintFor(found));
  }
}

/** `https://… in <style>`, `url(…) in style on <path>` */
function hintFor(found: string): LocationHint {
  const [, text = '', element] = /^(.*) in (?:<style>|style on <([^<>]*)>)$/s.exec(found) ?? [];
  return element === undefined ? { element: 'style', text } : { element, attribute: 'style' };
}
