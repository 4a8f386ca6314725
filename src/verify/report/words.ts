import type { BrowserResult, Difference, Use } from '../model.ts';

/** Difference, with all uses that have it. */
export interface Finding extends Difference {
  readonly uses: readonly Use[];
}

/** Merges differences of one icon that are equal in both uses. */
export function findingsOf(differences: readonly Difference[]): readonly Finding[] {
  const findings = new Map<string, Finding>();
  for (const each of differences) {
    const key = `${each.background} ${each.share} ${each.isBlank}`;
    const uses = [...(findings.get(key)?.uses ?? []), each.use];
    findings.set(key, { ...each, uses });
  }
  return [...findings.values()];
}

/** `external and inlined, on white: 12.3 % of the pixels differ`. */
export function findingWords(finding: Finding): string {
  return `${finding.uses.join(' and ')}, ${amountWords(finding)}`;
}

/** `on white: 12.3 % of the pixels differ`. */
export function amountWords({ background, share, isBlank }: Difference): string {
  return `on ${background}: ${isBlank ? 'the sprite draws nothing' : shareWords(share)}`;
}

function shareWords(share: number): string {
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
  differences: readonly Difference[],
): readonly (readonly [Difference, ...Difference[]])[] {
  const groups = new Map<string, [Difference, ...Difference[]]>();
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
