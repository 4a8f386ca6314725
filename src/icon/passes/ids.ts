import type { XastElement, XastRoot } from 'svgo';
import type { StyleSheets } from '../css/style-sheet.ts';
import { mayReference, type Rename, renameReferences } from '../references.ts';
import { comesAfter, sortPositionOf } from '../svgo/sort-order.ts';
import { elements, type Pass, svgElement, triggeredPass } from '../tree.ts';
import { TRAITS } from './tree-traits.ts';

/**
 * Drops unreferenced ids and duplicates of an id, of which browsers use the first. Renames the
 * others, and all references to them, to plain names, since the optimizer does not read escapes.
 * Elements without ids can be optimized. It replaces svgo's pass for ids, which does not support
 * every kind of reference.
 *
 * `<path id="x"/><path id="b.c"/><use href="#b%2Ec"/>` → `<path/><path id="a"/><use href="#a"/>`
 */
export function pruneIds(styles: StyleSheets | undefined, onDangling: (id: string) => void): Pass {
  return triggeredPass(
    'iconloom-prune-ids',
    { triggers: TRAITS.id | TRAITS.class | TRAITS.reference },
    (root) => {
      const referenced = referencedIds(root, styles);
      const names = new Map<string, string>();
      for (const { attributes } of elements(root)) {
        const { id } = attributes;
        // Without style sheets, a class only prevents optimization.
        if (!styles && attributes.class !== undefined) delete attributes.class;
        if (id === undefined) continue;
        delete attributes.id;
        if (!referenced.has(id) || names.has(id)) continue;
        names.set(id, letterName(names.size));
        attributes.id = letterName(names.size - 1);
      }
      groupNamedRoot(root);
      const rename = (id: string) => {
        if (!names.has(id)) onDangling(id);
        return names.get(id) ?? UNRESOLVED_ID;
      };
      styles?.rename(root, { id: (id) => names.get(id) ?? UNRESOLVED_ID, url: rename });
      renameAttributes(root, rename, (id) => names.get(id));
    },
  );
}

/** Moves the id of the root to a group, since the symbol has its own id. */
function groupNamedRoot(root: XastRoot): void {
  const svg = svgElement(root);
  if (svg?.attributes.id === undefined) return;
  const { id, ...others } = svg.attributes;
  svg.attributes = others;
  svg.children = [{ type: 'element', name: 'g', attributes: { id }, children: svg.children }];
}

/** Name that a reference to a missing id gets; no element has it. */
export const UNRESOLVED_ID = '0';

/** Renames references in attributes. An event of an unknown id is removed. */
export function renameAttributes(root: XastRoot, rename: Rename, renameEvent: Rename): void {
  for (const { attributes } of elements(root)) {
    for (const name in attributes) {
      const value = attributes[name] as string;
      if (!mayReference(name, value)) continue;
      const isEvent = name === 'begin' || name === 'end';
      attributes[name] = renameReferences(name, value, isEvent ? renameEvent : rename);
    }
  }
}

function referencedIds(root: XastRoot, styles: StyleSheets | undefined): Set<string> {
  const ids = new Set<string>();
  const note = (id: string): undefined => {
    ids.add(id);
  };
  for (const { attributes } of elements(root)) {
    for (const name in attributes) {
      const value = attributes[name] as string;
      if (mayReference(name, value)) renameReferences(name, value, note);
    }
  }
  styles?.rename(root, { id: note });
  return ids;
}

/**
 * Gives each id and class a name that is unique in the sprite and unlikely in the page:
 * `<scope>_a`, `<scope>_b` … in document order. A reference to a missing id becomes `<scope>_0`,
 * which no element has, so that it never refers to another icon.
 *
 * `<linearGradient id="a"/><path fill="url(#a)"/>` → `<linearGradient id="flag_a"/><path fill="url(#flag_a)"/>`
 */
export function scopeIds(scope: string, styles: StyleSheets | undefined): Pass {
  return triggeredPass(
    'iconloom-scope',
    { triggers: TRAITS.id | TRAITS.class | TRAITS.reference },
    (root) => {
      const unresolvedId = `${scope}_${UNRESOLVED_ID}`;
      const targets = styles ? targetsOfUses(root) : [];
      const ids = new Map<string, string>();
      for (const { attributes } of elements(root)) {
        if (attributes.id === undefined) continue;
        ids.set(attributes.id, `${scope}_${letterName(ids.size)}`);
        attributes.id = ids.get(attributes.id) as string;
      }
      const rename = (id: string) => ids.get(id) ?? unresolvedId;
      const classes = scopeClasses(root, scope);
      const nameOf = (names: Map<string, string>) => (name: string) => {
        const scopedName = names.get(name) ?? `${scope}_${letterName(countLettered(names))}`;
        names.set(name, scopedName);
        return scopedName;
      };
      const classInUses = `${scope}_${USE_SUFFIX}`;
      let [needsRootClass, needsUseClass] = [false, false];
      styles?.scope(root, {
        id: rename,
        class: nameOf(classes),
        keyframes: nameOf(new Map()),
        layer: nameOf(new Map()),
        rootClass: () => {
          needsRootClass = true;
          return unresolvedId;
        },
        classInUses:
          targets.length === 0
            ? undefined
            : () => {
                needsUseClass = true;
                return classInUses;
              },
      });
      renameAttributes(root, rename, (id) => ids.get(id));
      for (const { attributes } of elements(root)) renameClasses(attributes, classes);
      const svg = svgElement(root);
      if (svg && needsRootClass) addClass(svg, unresolvedId);
      if (needsUseClass) for (const element of targets) addClass(element, classInUses);
    },
  );
}

/** Suffix of the class for elements that a `<use>` draws. */
const USE_SUFFIX = '1';

/** Elements that a `<use>` draws. */
function targetsOfUses(root: XastRoot): XastElement[] {
  const ids = new Set<string>();
  for (const { name, attributes } of elements(root)) {
    if (name !== 'use' || attributes.href === undefined) continue;
    renameReferences('href', attributes.href, (id) => {
      ids.add(id);
      return undefined;
    });
  }
  return [...elements(root)].filter(({ attributes: { id = '' } }) => ids.has(id));
}

function addClass(element: XastElement, name: string): void {
  const { class: existing, ...others } = element.attributes;
  if (existing?.endsWith(name)) return;
  if (existing !== undefined) {
    element.attributes.class = `${existing} ${name}`;
    return;
  }
  // The position after sorting, so that an icon taken from a sprite builds to the same symbol.
  const entries = Object.entries(others);
  const next = entries.findIndex(([key]) =>
    comesAfter(sortPositionOf(key), sortPositionOf('class')),
  );
  entries.splice(next < 0 ? entries.length : next, 0, ['class', name]);
  element.attributes = Object.fromEntries(entries);
}

/** Classes that scope style sheets to the root and to uses, in an icon taken from a sprite. */
function scopeClasses(root: XastRoot, scope: string): Map<string, string> {
  const classes = svgElement(root)?.attributes.class?.split(/\s+/) ?? [];
  const rootClass = classes.find((each) => each.endsWith(`_${UNRESOLVED_ID}`));
  if (rootClass === undefined) return new Map();
  const prefix = rootClass.slice(0, -UNRESOLVED_ID.length);
  return new Map(
    [UNRESOLVED_ID, USE_SUFFIX].map((suffix) => [prefix + suffix, `${scope}_${suffix}`]),
  );
}

/** Counts names with a letter; the scoping classes have none. */
function countLettered(names: ReadonlyMap<string, string>): number {
  return [...names.values()].filter((name) => !/_[01]$/.test(name)).length;
}

function renameClasses(attributes: Record<string, string>, names: Map<string, string>): void {
  if (attributes.class === undefined) return;
  const remaining = attributes.class.split(/\s+/).flatMap((name) => names.get(name) ?? []);
  if (remaining.length > 0) attributes.class = remaining.join(' ');
  else delete attributes.class;
}

/** a, b … z, aa, ab … */
function letterName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letterName(rest - 1) : '') + String.fromCharCode(97 + (index % 26));
}
