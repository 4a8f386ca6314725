import type { LiveChanges, LiveData } from '../../core/preview.ts';

/** Applies changes to the data; unchanged icons stay the same objects. */
export function changed(
  before: LiveData,
  { icons, gone, symbols: _, ...rest }: LiveChanges,
): LiveData {
  const fresh = new Map(icons.map((icon) => [icon.name, icon]));
  const old = new Set([...gone, ...fresh.keys()]);
  const kept = before.icons.filter(({ name }) => !old.has(name));
  const all = [...kept, ...fresh.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { ...before, ...rest, icons: all };
}
