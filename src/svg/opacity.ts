import { parseLength } from './length.ts';

/** Parses a number or a percentage into a value from 0 to 1; 1 if it is neither. */
export function parseOpacity(text: string): number {
  const length = parseLength(text);
  const value = length && (length.unit === '%' ? length.value / 100 : length.value);
  return Math.min(1, Math.max(0, value ?? 1));
}
