/** Formats a number with at most two decimals, or four for numbers below 0.01. */
export function figure(value: number): string {
  const digits = Math.abs(value) < 0.01 ? 4 : 2;
  return String(Number(value.toFixed(digits)));
}

/** `1.5 px` */
export function px(value: number): string {
  return `${figure(value)} px`;
}

/** Formats a length that was measured in pixels, with one decimal. */
export function measured(value: number): string {
  return px(Number(value.toFixed(1)));
}

/** `A line is`, `3 lines are` */
export function count(
  number: number,
  noun: string,
  [one, many]: readonly [string, string],
): string {
  return number === 1 ? `A ${noun} ${one}` : `${number} ${noun}s ${many}`;
}

/** `a, b and c` */
export function list(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
