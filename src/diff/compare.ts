import { byCodeUnit } from '../core/names.ts';
import { drawingKey } from '../core/symbol.ts';
import type { Icon } from '../core/types.ts';
import type { AliasChange, IconDiff, Pair, Side } from './model.ts';
import { metaChanges, notesOn } from './notes.ts';
import { changeOf, pictureOf } from './picture.ts';

/** Finds all differences between two states of a set. */
export async function compareSides(before: Side, after: Side): Promise<IconDiff> {
  const [was, is] = [byName(before.icons), byName(after.icons)];
  const gone = before.icons.filter(({ name }) => !is.has(name));
  const come = after.icons.filter(({ name }) => !was.has(name));
  const renames = await findRenames(gone, come);
  const stayed = before.icons.flatMap((icon): [Icon, Icon][] => {
    const now = is.get(icon.name);
    return now ? [[icon, now]] : [];
  });
  const renamed: Pair[] = [];
  for (const [from, to] of renames) renamed.push(await pairOf(from, to));
  const pairs: Pair[] = [];
  let unchanged = 0;
  for (const [from, to] of stayed) {
    const pair = isSame(from, to) ? undefined : await pairOf(from, to);
    if (pair) pairs.push(pair);
    else unchanged += 1;
  }
  const isRedrawn = ({ share, notes }: Pair) => share !== 0 || notes.length > 0;
  const quiet = pairs.filter((pair) => !isRedrawn(pair));
  const [from, to] = [new Set(renames.keys()), new Set(renames.values())];
  return {
    before: { label: before.label, count: before.icons.length },
    after: { label: after.label, count: after.icons.length },
    removed: sorted(gone.filter((icon) => !from.has(icon))),
    renamed: renamed.sort((a, b) => byCodeUnit(a.before.name, b.before.name)),
    changed: pairs.filter(isRedrawn),
    added: sorted(come.filter((icon) => !to.has(icon))),
    metadata: quiet.filter(({ meta }) => meta.length > 0),
    rewritten: quiet.filter(({ meta }) => meta.length === 0),
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
  return drawingKey(a) === drawingKey(b) && metaChanges(a, b).length === 0;
}

async function pairOf(before: Icon, after: Icon): Promise<Pair> {
  const isDrawnAlike = drawingKey(before) === drawingKey(after);
  const change = isDrawnAlike ? { share: 0, png: undefined } : await changeOf(before, after);
  const [meta, notes] = [metaChanges(before, after), notesOn(before, after)];
  return { before, after, ...change, meta, notes };
}

/**
 * Matches removed icons with added ones: by an alias with the old name, by the same bytes or code, or
 * by the same picture. Each icon is matched once.
 */
async function findRenames(
  gone: readonly Icon[],
  come: readonly Icon[],
): Promise<ReadonlyMap<Icon, Icon>> {
  const found = new Map<Icon, Icon>();
  if (gone.length === 0 || come.length === 0) return found;
  const taken = new Set<Icon>();
  const take = (from: Icon, to: Icon | undefined) => {
    if (!to || taken.has(to) || found.has(from)) return;
    found.set(from, to);
    taken.add(to);
  };
  const aliased = new Map(come.flatMap((icon) => icon.aliases.map((alias) => [alias, icon])));
  for (const icon of gone) take(icon, aliased.get(icon.name));
  for (const keyOf of [(icon: Icon) => icon.source.hash, drawingKey, pixelKey]) {
    const left = gone.filter((icon) => !found.has(icon));
    const free = come.filter((icon) => !taken.has(icon));
    if (left.length === 0 || free.length === 0) break;
    const byKey = new Map<string, Icon[]>();
    for (const icon of free) {
      const key = await keyOf(icon);
      if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), icon]);
    }
    for (const icon of left) {
      const key = await keyOf(icon);
      const same = key === undefined ? [] : (byKey.get(key) ?? []);
      take(
        icon,
        same.find((each) => !taken.has(each)),
      );
    }
  }
  return found;
}

/** Key of the rendered picture; `undefined` if it is blank. */
async function pixelKey(icon: Icon): Promise<string | undefined> {
  const picture = await pictureOf(icon, { side: 48 });
  if (!picture || picture.pixels.every((value) => value === 0)) return undefined;
  return `${picture.width}x${picture.height} ${Buffer.from(picture.pixels).toString('latin1')}`;
}

/** Aliases that were added, removed, or refer to another icon; those of renamed icons follow. */
function aliasChanges(
  before: Side,
  after: Side,
  renames: ReadonlyMap<Icon, Icon>,
): readonly AliasChange[] {
  const owners = ({ icons }: Side) =>
    new Map(icons.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name] as const)));
  const [was, is] = [owners(before), owners(after)];
  const names = new Map([...renames].map(([from, to]) => [from.name, to.name]));
  const [namesBefore, namesAfter] = [byName(before.icons), byName(after.icons)];
  return [...new Set([...was.keys(), ...is.keys()])].sort(byCodeUnit).flatMap((alias) => {
    const [from, to] = [was.get(alias), is.get(alias)];
    const isSameIcon = from !== undefined && (names.get(from) ?? from) === to;
    // A name that became an alias, or the reverse, is reported with its icon.
    const wasName = from === undefined && namesBefore.has(alias);
    const isName = to === undefined && namesAfter.has(alias);
    return isSameIcon || wasName || isName ? [] : { alias, before: from, after: to };
  });
}
