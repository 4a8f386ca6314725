import type { BrowserResult, VerifyResult } from '../../verify/model.ts';
import {
  browserLabel,
  byIcon,
  differenceText,
  iconCount,
  mergeDifferences,
} from '../../verify/report/text.ts';
import { pc } from './colors.ts';
import { count } from './count.ts';
import { escapeLine } from './escape-line.ts';
import { fixSentence } from './verdict.ts';

/** Maximum number of names listed for one reason. */
const MAX_NAMED = 8;

/** Formats a result for a terminal: a paragraph for each browser. */
export function prettyVerify(result: VerifyResult): string {
  return result.browsers.map(browserLines).join('') + verdict(result);
}

/** Last line: icons that differ, those that are missing or stall a browser, or none. */
function verdict(result: VerifyResult): string {
  const { browsers, diagnostics, iconCount: total } = result;
  const differing = browsers.filter(({ differences }) => differences.length > 0);
  const files = new Set(
    differing.flatMap(({ differences }) => differences.map(({ icon }) => icon.file)),
  );
  const failed = new Set(
    browsers.flatMap(({ notCompared }) =>
      notCompared.flatMap(({ icon, isFailure }) => (isFailure ? [icon.file] : [])),
    ),
  );
  const parts = [
    files.size > 0
      ? `${files.size} of ${iconCount(total)} ${differText(files.size)} in ${differing.map(({ name }) => name).join(', ')}`
      : '',
    failed.size > 0 ? `${count(failed.size, 'icon')} could not be drawn` : '',
  ].filter(Boolean);
  const names = browsers.map(({ name }) => name).join(', ');
  const outcome =
    parts.length > 0 ? pc.red(`${parts.join('; ')}.`) : pc.green(`No differences in ${names}.`);
  return `${[outcome, fixSentence(diagnostics, false)].filter(Boolean).join(' ')}\n`;
}

/** `differs from its source`, `differ from their sources`. */
function differText(amount: number): string {
  return amount === 1 ? 'differs from its source' : 'differ from their sources';
}

function browserLines(result: BrowserResult): string {
  const { equalCount, cachedCount, notCompared, differences, seconds } = result;
  const groups = byIcon(differences);
  const differ = `${iconCount(groups.length)} ${differText(groups.length)}`;
  const outcome = groups.length > 0 ? pc.red(differ) : pc.green('no differences');
  const cached = cachedCount > 0 ? ` (${cachedCount} from cache)` : '';
  const notComparedText = notCompared.length > 0 ? `, ${notCompared.length} not compared` : '';
  const lines = groups.flatMap((group) => [
    `  ${escapeLine(group[0].icon.name)}  ${pc.dim(escapeLine(group[0].icon.file))}`,
    ...mergeDifferences(group).map((each) => `    ${escapeLine(differenceText(each))}`),
  ]);
  const head = `${escapeLine(browserLabel(result))}: ${outcome}, ${equalCount} equal${cached}${notComparedText}, in ${seconds.toFixed(1)} s`;
  return [head, ...lines, ...notComparedLines(result), ''].join('\n');
}

function notComparedLines({ notCompared }: BrowserResult): readonly string[] {
  const reasons = new Map<string, string[]>();
  for (const { icon, reason } of notCompared) {
    reasons.set(reason, [...(reasons.get(reason) ?? []), icon.name]);
  }
  return [...reasons].map(([reason, names]) => {
    const more = names.length - MAX_NAMED;
    const named = names.slice(0, MAX_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
    return `  not compared: ${escapeLine(named)}: ${escapeLine(reason)}`;
  });
}
