import { byCodeUnit } from '../core/names.ts';
import { shapeKey } from '../core/symbol.ts';
import type { Icon } from '../core/types.ts';
import type { AliasChange, IconDiff, IconPair, IconSnapshot } from './model.ts';
import { metaChanges, notesOn } from './notes.ts';
import { comparePictures, renderIcon } from './picture.ts';

/** Finds all differences between two states of a set. */
export async function compareSnapshots(
  before: IconSnapshot,
  after: IconSnapshot,
): Promise<IconDiff> {
  const [beforeMap, afterMap] = [byName(before.icons), byName(after.icons)];
  const removedIcons = before.icons.filter(({ name }) => !afterMap.has(name));
  const addedIcons = after.icons.filter(({ name }) => !beforeMap.has(name));
  const renames = await findRenames(removedIcons, addedIcons);
  const common = before.icons.flatMap((icon): [Icon, Icon][] => {
    const current = afterMap.get(icon.name);
    return current ? [[icon, current]] : [];
  });
  const renamed: IconPair[] = [];
  for (const [from, to] of renames) renamed.push(await comparePair(from, to));
  const pairs: IconPair[] = [];
  let unchanged = 0;
  for (const [from, to] of common) {
    const pair = isSame(from, to) ? undefined : await comparePair(from, to);
    if (pair) pairs.push(pair);
    else unchanged += 1;
  }
  const isRedrawn = ({ share, notes }: IconPair) => share !== 0 || notes.length > 0;
  const samePicture = pairs.filter((pair) => !isRedrawn(pair));
  const [from, to] = [new Set(renames.keys()), new Set(renames.values())];
  return {
    before: { label: before.label, count: before.icons.length },
    after: { label: after.label, count: after.icons.length },
    removed: sorted(removedIcons.filter((icon) => !from.has(icon))),
    renamed: renamed.sort((a, b) => byCodeUnit(a.before.name, b.before.name)),
    changed: pairs.filter(isRedrawn),
    added: sorted(addedIcons.filter((icon) => !to.has(icon))),
    metadata: samePicture.filter(({ meta }) => meta.length > 0),
    rewritten: samePicture.filter(({ meta }) => meta.length === 0),
    aliases: aliasChanges(before, after, renames),
    unchanged,
  };
}

/** True if nothing differs. */
export function isEmpty(diff: IconDiff): boolean {
  const { removed, renamed, changed, added, metadata, rewritten, aliases } = diff;
  const lists = [removed, renamed, changed, added, metadata, rewritten, aliases];
  return lists.every(({ length }) => length === 0);
}

function byName(icons: readonly Icon[]): ReadonlyMap<string, Icon> {
  return new Map(icons.map((icon) => [icon.name, icon]));
}

function sorted(icons: readonly Icon[]): readonly Icon[] {
  return [...icons].sort((a, b) => byCodeUnit(a.name, b.name));
}

function isSame(a: Icon, b: Icon): boolean {
  return shapeKey(a) === shapeKey(b) && metaChanges(a, b).length === 0;
}

async function comparePair(before: Icon, after: Icon): Promise<IconPair> {
  const isSameSymbol = shapeKey(before) === shapeKey(after);
  const change = isSameSymbol ? { share: 0, png: undefined } : await comparePictures(before, after);
  const [meta, notes] = [metaChanges(before, after), notesOn(before, after)];
  return { before, after, ...change, meta, notes };
}

/**
 * Matches removed icons with added ones: by an alias with the old name, by the same bytes or code, or
 * by the same picture. Each icon is matched once.
 */
async function findRenames(
  removedIcons: readonly Icon[],
  addedIcons: readonly Icon[],
): Promise<ReadonlyMap<Icon, Icon>> {
  const renamedTo = new Map<Icon, Icon>();
  if (removedIcons.length === 0 || addedIcons.length === 0) return renamedTo;
  const matched = new Set<Icon>();
  const match = (from: Icon, to: Icon | undefined) => {
    if (!to || matched.has(to) || renamedTo.has(from)) return;
    renamedTo.set(from, to);
    matched.add(to);
  };
  const aliased = new Map(addedIcons.flatMap((icon) => icon.aliases.map((alias) => [alias, icon])));
  for (const icon of removedIcons) match(icon, aliased.get(icon.name));
  for (const keyOf of [(icon: Icon) => icon.source.hash, shapeKey, pixelKey]) {
    const unmatched = removedIcons.filter((icon) => !renamedTo.has(icon));
    const candidates = addedIcons.filter((icon) => !matched.has(icon));
    if (unmatched.length === 0 || candidates.length === 0) break;
    const byKey = new Map<string, Icon[]>();
    for (const icon of candidates) {
      const key = await keyOf(icon);
      if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), icon]);
    }
    for (const icon of unmatched) {
      const key = await keyOf(icon);
      const same = key === undefined ? [] : (byKey.get(key) ?? []);
      match(
        icon,
        same.find((each) => !matched.has(each)),
      );
    }
  }
  return renamedTo;
}

/** Key of the rendered picture; `undefined` if it is blank. */
async function pixelKey(icon: Icon): Promise<string | undefined> {
  const picture = await renderIcon(icon, { side: 48 });
  if (!picture || picture.pixels.every((value) => value === 0)) return undefined;
  return `${picture.width}x${picture.height} ${Buffer.from(picture.pixels).toString('latin1')}`;
}

/** Aliases that were added, removed, or refer to another icon; those of renamed icons follow. */
function aliasChanges(
  before: IconSnapshot,
  after: IconSnapshot,
  renames: ReadonlyMap<Icon, Icon>,
): readonly AliasChange[] {
  const aliasOwners = ({ icons }: IconSnapshot) =>
    new Map(icons.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name] as const)));
  const [beforeMap, afterMap] = [aliasOwners(before), aliasOwners(after)];
  const names = new Map([...renames].map(([from, to]) => [from.name, to.name]));
  const [namesBefore, namesAfter] = [byName(before.icons), byName(after.icons)];
  return [...new Set([...beforeMap.keys(), ...afterMap.keys()])]
    .sort(byCodeUnit)
    .flatMap((alias) => {
      const [from, to] = [beforeMap.get(alias), afterMap.get(alias)];
      const isSameIcon = from !== undefined && (names.get(from) ?? from) === to;
      // A name that became an alias, or the reverse, is reported with its icon.
      const wasName = from === undefined && namesBefore.has(alias);
      const isName = to === undefined && namesAfter.has(alias);
      return isSameIcon || wasName || isName ? [] : { alias, before: from, after: to };
    });
}
