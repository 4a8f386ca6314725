/** Default order of svgo's sorting plugin; all other attributes come after these, by name. */
const ORDER: readonly string[] = [
  ...['id', 'width', 'height', 'x', 'x1', 'x2', 'y', 'y1', 'y2', 'cx', 'cy', 'r'],
  ...['fill', 'stroke', 'marker', 'd', 'points'],
];

/** Position among the attributes that come first. */
export function sortRank(name: string): number {
  if (name === 'xmlns') return -3;
  if (name.startsWith('xmlns:')) return -2;
  if (name.includes(':')) return -1;
  const index = ORDER.indexOf(name.split('-')[0] as string);
  return index < 0 ? ORDER.length : index;
}

/** Sort key of an attribute. */
export interface SortPosition {
  readonly rank: number;
  readonly name: string;
}

/** Position that an attribute is sorted to. */
export function sortPositionOf(name: string): SortPosition {
  return { name, rank: sortRank(name) };
}

export function comesAfter(a: SortPosition, b: SortPosition): boolean {
  return a.rank > b.rank || (a.rank === b.rank && a.name > b.name);
}
