import type { IconSet } from '../icon-set.ts';
import { hrefOf } from '../parts.ts';
import { UNBOUND } from '../unbound.ts';
import { checkIgnoredProps, type RequestedStyle } from './check-ignored-props.ts';
import { checkSprite } from './check-sprite.ts';
import { pageRecord } from './page.ts';
import { isRealPage, isSimulated } from './real-page.ts';
import { reportProblem } from './report-problem.ts';
import { suggestion } from './suggest.ts';

/**
 * Checks that a set can draw an icon. Reports problems, some of them later.
 *
 * @param requested colors and lines that the icon is to have
 */
export function inspect(
  set: IconSet,
  name: string | undefined,
  requested: RequestedStyle = {},
): boolean {
  if (!name) {
    reportProblem('no-name');
    return false;
  }
  if (set === UNBOUND) {
    // Tests may run without the bundler plugin.
    if (!isSimulated()) reportProblem('no-set');
    return isSimulated();
  }
  if (isRealPage()) claimPage(set);
  const href = hasIcon(set, name) ? hrefOf(set, name) : undefined;
  if (href === undefined) {
    const names = [...(set.iconNames ?? []), ...Object.keys(set.aliases ?? {})];
    reportProblem('unknown-icon', {
      name: String(name),
      suggestion: suggestion(String(name), names),
    });
    return false;
  }
  if (isRealPage()) {
    checkSprite(href);
    checkIgnoredProps(href, name, requested);
  }
  return true;
}

/** True if a set has an icon. A set without names is trusted; the sprite is checked later. */
function hasIcon(set: IconSet, name: string): boolean {
  if (Object.hasOwn(set.aliases ?? {}, name)) return true;
  return set.isIconName?.(name) ?? set.iconNames?.includes(name) ?? true;
}

/** Identity of this copy of the package. */
const COPY = {};

function claimPage({ spriteUrl }: IconSet): void {
  const record = pageRecord();
  record.copy ??= COPY;
  if (record.copy !== COPY) reportProblem('two-copies');
  if (spriteUrl === undefined) return;
  // In development, the query of the URL changes with the contents of the sprite.
  const url = spriteUrl.replace(/[?#].*/s, '');
  record.spriteUrl ??= url;
  if (record.spriteUrl !== url)
    reportProblem('two-plugins', { first: record.spriteUrl, second: url });
}
