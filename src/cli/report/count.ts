/** `1 icon`, `2 icons`, '' for none. */
export function count(amount: number, noun: string): string {
  return amount === 0 ? '' : `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

/** `1 icon`, `2 icons`, `no icons`. */
export function countOrNo(amount: number, noun: string): string {
  return count(amount, noun) || `no ${noun}s`;
}

/** `2 errors, 1 warning`, '' for none. Info messages are not counted. */
export function severityCounts({
  error,
  warning,
}: {
  readonly error: number;
  readonly warning: number;
}): string {
  return [count(error, 'error'), count(warning, 'warning')].filter(Boolean).join(', ');
}
