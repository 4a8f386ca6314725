import type { IconSet } from '../icon-set.ts';
import { hrefOf } from '../parts.ts';
import { UNBOUND } from '../unbound.ts';
import { type Asked, checkFollows } from './check-follows.ts';
import { checkSprite } from './check-sprite.ts';
import { page } from './page.ts';
import { isRealPage, isSimulated } from './real-page.ts';
import { suggestion } from './suggest.ts';
import { tell } from './tell.ts';

/**
 * Checks that a set can draw an icon. Reports problems, some of them later.
 *
 * @param asked colors and lines that the icon is to have
 */
export function inspect(set: IconSet, name: string | undefined, asked: Asked = {}): boolean {
  if (!name) {
    tell('no-name');
    return false;
  }
  if (set === UNBOUND) {
    // Tests may run without the bundler plugin.
    if (!isSimulated()) tell('no-set');
    return isSimulated();
  }
  if (isRealPage()) claimPage(set);
  const href = isKnown(set, name) ? hrefOf(set, name) : undefined;
  if (href === undefined) {
    const names = [...(set.iconNames ?? []), ...Object.keys(set.aliases ?? {})];
    tell('unknown-icon', { name: String(name), suggestion: suggestion(String(name), names) });
    return false;
  }
  if (isRealPage()) {
    checkSprite(href);
    checkFollows(href, name, asked);
  }
  return true;
}

/** True if a set has an icon. A set without names is trusted; the sprite is checked later. */
function isKnown(set: IconSet, name: string): boolean {
  if (Object.hasOwn(set.aliases ?? {}, name)) return true;
  return set.isIconName?.(name) ?? set.iconNames?.includes(name) ?? true;
}

/** Identity of this copy of the package. */
const COPY = {};

function claimPage({ spriteUrl }: IconSet): void {
  const known = page();
  known.copy ??= COPY;
  if (known.copy !== COPY) tell('two-copies');
  if (spriteUrl === undefined) return;
  // In development, the query of the URL changes with the contents of the sprite.
  const url = spriteUrl.replace(/[?#].*/s, '');
  known.spriteUrl ??= url;
  if (known.spriteUrl !== url) tell('two-plugins', { first: known.spriteUrl, second: url });
}
