import type { LiveChanges, LiveData } from '../../preview/api.ts';

/** Applies changes to the data; unchanged icons stay the same objects. */
export function applyChanges(
  before: LiveData,
  { icons, gone, symbols: _, ...rest }: LiveChanges,
): LiveData {
  const changedIcons = new Map(icons.map((icon) => [icon.name, icon]));
  const replaced = new Set([...gone, ...changedIcons.keys()]);
  const unchanged = before.icons.filter(({ name }) => !replaced.has(name));
  const all = [...unchanged, ...changedIcons.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { ...before, ...rest, icons: all };
}
