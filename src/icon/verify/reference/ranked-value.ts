/** A value of a property with its rank in the cascade. Source: CSS Cascade 5, 6. */
export interface RankedValue {
  readonly value: string;
  /** Importance, then origin: attribute 0, rule 1, `style` 2; then ids, classes, types, order. */
  readonly rank: readonly number[];
  /** Value of the presentation attribute below it, which `revert-layer` restores. */
  readonly attribute?: string;
  readonly isAttribute: boolean;
}

/** Stores the value that wins: the later of two with the same rank. */
export function cascadeValue(
  values: Map<string, RankedValue>,
  property: string,
  next: RankedValue,
): void {
  const current = values.get(property);
  if (current && compareRanks(next.rank, current.rank) < 0) return;
  const attribute = current?.isAttribute ? current.value : current?.attribute;
  values.set(property, attribute === undefined ? next : { ...next, attribute });
}

/** Negative if the first is lower. */
export function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
