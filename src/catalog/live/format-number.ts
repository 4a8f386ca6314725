/** Number with at most two decimals: `1.41`. */
export function formatNumber(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** `1 icon`, `3 icons` */
export function formatCount(count: number, one: string, many: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
