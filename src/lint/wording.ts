/** Formats a number with at most two decimals, or four for numbers below 0.01. */
export function formatFigure(value: number): string {
  const digits = Math.abs(value) < 0.01 ? 4 : 2;
  return String(Number(value.toFixed(digits)));
}

/** `1.5 px` */
export function formatPx(value: number): string {
  return `${formatFigure(value)} px`;
}

/** Formats a length that was measured in pixels, with one decimal. */
export function formatMeasured(value: number): string {
  return formatPx(Number(value.toFixed(1)));
}

/** `A line is`, `3 lines are` */
export function countNoun(
  number: number,
  noun: string,
  [one, many]: readonly [string, string],
): string {
  return number === 1 ? `A ${noun} ${one}` : `${number} ${noun}s ${many}`;
}

/** `a, b and c` */
export function joinList(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
