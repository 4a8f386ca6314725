import { createColors } from 'picocolors';
import type { BrowserResult, VerifyResult } from '../../verify/model.ts';
import {
  browserLabel,
  byIcon,
  differenceText,
  iconCount,
  mergeDifferences,
} from '../../verify/report/text.ts';
import { escapeLine } from './escape-line.ts';
import { hasColors } from './pretty.ts';

/** Maximum number of names listed for one reason. */
const MAX_NAMED = 8;

/** Formats a result for a terminal: a paragraph for each browser. */
export function prettyVerify(result: VerifyResult): string {
  return result.browsers.map(browserLines).join('');
}

const pc = createColors(hasColors());

function browserLines(result: BrowserResult): string {
  const { equalCount, cachedCount, notCompared, differences, seconds } = result;
  const groups = byIcon(differences);
  const differ = `${iconCount(groups.length)} ${groups.length === 1 ? 'differs' : 'differ'} from ${groups.length === 1 ? 'its source' : 'their sources'}`;
  const verdict = groups.length > 0 ? pc.red(differ) : pc.green('no differences');
  const cached = cachedCount > 0 ? ` (${cachedCount} from cache)` : '';
  const notComparedText = notCompared.length > 0 ? `, ${notCompared.length} not compared` : '';
  const lines = groups.flatMap((group) => [
    `  ${escapeLine(group[0].icon.name)}  ${pc.dim(escapeLine(group[0].icon.file))}`,
    ...mergeDifferences(group).map((each) => `    ${escapeLine(differenceText(each))}`),
  ]);
  const head = `${escapeLine(browserLabel(result))}: ${verdict}, ${equalCount} equal${cached}${notComparedText}, in ${seconds.toFixed(1)} s`;
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
