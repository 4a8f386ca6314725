import { checkSymbol } from './check-symbol.ts';
import type { TransformedIcon } from './transform-options.ts';

/**
 * Checks a finished icon, wherever it comes from: that its symbols are safe to stand in a page, and
 * that they are what its facts say.
 *
 * @returns why it is not to be used; `undefined` where nothing is wrong
 */
export function problemOfIcon(
  { symbol, plainSymbol, facts }: Pick<TransformedIcon, 'symbol' | 'plainSymbol' | 'facts'>,
  id: string,
): string | undefined {
  const { viewBox, form, needs } = facts;
  const isImage = form === 'image';
  if (isImage === (symbol === plainSymbol)) return `its form is not '${form}'`;
  if (!isImage && needs.includes('text')) return 'its text is no image';
  return (
    checkSymbol(symbol, { id, viewBox, allowsText: false }) ??
    (isImage ? checkSymbol(plainSymbol, { id, viewBox, allowsText: true }) : undefined)
  );
}
