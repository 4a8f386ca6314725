import type { BrowserResult, Difference } from '../model.ts';

/** `external, on white: 12.3 % of the pixels differ`. */
export function differenceWords({ use, background, share, isBlank }: Difference): string {
  const place = `${use}, on ${background}`;
  return isBlank ? `${place}: the sprite draws nothing` : `${place}: ${shareWords(share)}`;
}

function shareWords(share: number): string {
  const percent = share * 100;
  // Edges that all lie a little beside differ in few pixels by much.
  if (percent < 0.1) return 'its edges are shifted';
  return `${percent.toFixed(1)} % of the pixels differ`;
}

/** `Chromium 156.0.1`. */
export function browserLabel({ name, version }: BrowserResult): string {
  return `${name} ${version}`;
}

/** Differing icons, with their differences, in the order in which they were found. */
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
