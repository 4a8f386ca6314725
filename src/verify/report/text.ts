import type { BrowserResult, IconDifference, SymbolUse } from '../model.ts';

/** Difference, with all uses that have it. */
export interface MergedDifference extends IconDifference {
  readonly uses: readonly SymbolUse[];
}

/** Merges differences of one icon that are equal in both uses. */
export function mergeDifferences(
  differences: readonly IconDifference[],
): readonly MergedDifference[] {
  const findings = new Map<string, MergedDifference>();
  for (const each of differences) {
    const key = `${each.background} ${each.share} ${each.isBlank}`;
    const uses = [...(findings.get(key)?.uses ?? []), each.use];
    findings.set(key, { ...each, uses });
  }
  return [...findings.values()];
}

/** `external and inlined, on white: 12.3 % of the pixels differ`. */
export function differenceText(finding: MergedDifference): string {
  return `${finding.uses.join(' and ')}, ${amountText(finding)}`;
}

/** `on white: 12.3 % of the pixels differ`. */
export function amountText({ background, share, isBlank }: IconDifference): string {
  return `on ${background}: ${isBlank ? 'the sprite draws nothing' : shareText(share)}`;
}

function shareText(share: number): string {
  const percent = share * 100;
  // Edges that are slightly shifted make few pixels differ by much.
  if (percent < 0.1) return 'its edges are shifted';
  return `${percent.toFixed(1)} % of the pixels differ`;
}

/** `Chromium 156.0.1`. */
export function browserLabel({ name, version }: BrowserResult): string {
  return `${name} ${version}`;
}

/** Differing icons, with their differences, sorted by name. */
export function byIcon(
  differences: readonly IconDifference[],
): readonly (readonly [IconDifference, ...IconDifference[]])[] {
  const groups = new Map<string, [IconDifference, ...IconDifference[]]>();
  for (const each of differences) {
    const group = groups.get(each.icon.name);
    if (group) group.push(each);
    else groups.set(each.icon.name, [each]);
  }
  return [...groups.values()].sort(([a], [b]) => (a.icon.name < b.icon.name ? -1 : 1));
}

/** `12 icons`, `1 icon`, `no icons`. */
export function iconCount(count: number): string {
  return `${count || 'no'} ${count === 1 ? 'icon' : 'icons'}`;
}
