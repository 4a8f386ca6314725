import type { TransformedIcon } from '../transform-options.ts';
import { checkSymbol } from './check-symbol.ts';

/**
 * Checks a finished icon of any origin: its symbols are safe in a page and match its facts.
 *
 * @returns the reason not to use it; `undefined` if there is none
 */
export function checkIcon(
  { symbol, plainSymbol, facts }: Pick<TransformedIcon, 'symbol' | 'plainSymbol' | 'facts'>,
  id: string,
): string | undefined {
  const { viewBox, form, needs } = facts;
  const isImage = form === 'image';
  if (isImage === (symbol === plainSymbol)) return `its form is not '${form}'`;
  if (!isImage && needs.includes('text')) return 'its text is not in an image';
  return (
    checkSymbol(symbol, { id, viewBox, allowsText: false }) ??
    (isImage ? checkSymbol(plainSymbol, { id, viewBox, allowsText: true }) : undefined)
  );
}
