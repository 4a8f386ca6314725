import type { XastRoot } from 'svgo';
import { renameReferences } from './references.ts';
import type { StyleSheets } from './style-sheet.ts';
import { elements, type Pass, pass, svgElement } from './tree.ts';

/**
 * Drops ids that nothing refers to, and the second and further of equal ids: a browser finds the
 * first. What is left is free to be optimized, and svgo's own id pass, which does not know every
 * kind of reference, is not needed.
 *
 * `<path id="a"/><path id="b"/><use href="#b"/>` → `<path/><path id="b"/><use href="#b"/>`
 */
export function pruneIds(styles: StyleSheets | undefined): Pass {
  return pass('iconloom-prune-ids', (root) => {
    const wanted = referencedIds(root, styles);
    const seen = new Set<string>();
    for (const { attributes } of elements(root)) {
      const id = attributes.id;
      if (id === undefined) continue;
      if (!wanted.has(id) || seen.has(id)) delete attributes.id;
      seen.add(id);
    }
  });
}

function referencedIds(root: XastRoot, styles: StyleSheets | undefined): Set<string> {
  const ids = new Set<string>();
  const note = (id: string): undefined => {
    ids.add(id);
  };
  for (const element of elements(root)) {
    for (const [name, value] of Object.entries(element.attributes)) {
      if (mayRefer(name, value)) renameReferences(name, value, note);
    }
  }
  styles?.rename(root, { id: note });
  return ids;
}

/**
 * Gives each id and class a name that no other icon of the sprite has, and the page hardly:
 * `<scope>_a`, `<scope>_b` … in document order. Classes that no style sheet of the drawing
 * mentions go out. A reference to nothing is turned to `<scope>_0`, which no element ever gets,
 * lest it find something of another icon.
 *
 * `<linearGradient id="a"/><path fill="url(#a)"/>` → `<linearGradient id="flag_a"/><path fill="url(#flag_a)"/>`
 */
export function scopeIds(
  scope: string,
  styles: StyleSheets | undefined,
  onDangling: (id: string) => void,
): Pass {
  return pass('iconloom-scope', (root) => {
    const idNames = new Map<string, string>();
    for (const { attributes } of elements(root)) {
      const id = attributes.id;
      if (id === undefined) continue;
      if (!idNames.has(id)) idNames.set(id, `${scope}_${letters(idNames.size)}`);
      attributes.id = idNames.get(id) as string;
    }
    const renameId = (id: string) => {
      const renamed = idNames.get(id);
      if (renamed === undefined) onDangling(id);
      return renamed ?? `${scope}_0`;
    };

    const classNames = new Map<string, string>();
    const nameOf = (names: Map<string, string>) => (name: string) => {
      const known = names.get(name) ?? `${scope}_${letters(names.size)}`;
      names.set(name, known);
      return known;
    };
    let needsRootClass = false;
    styles?.scope(root, {
      id: (id) => idNames.get(id) ?? `${scope}_0`,
      url: renameId,
      class: nameOf(classNames),
      keyframes: nameOf(new Map()),
      root: () => {
        needsRootClass = true;
        return `${scope}_0`;
      },
    });

    for (const { attributes } of elements(root)) {
      for (const [name, value] of Object.entries(attributes)) {
        if (name === 'class') renameClasses(attributes, classNames);
        else if (name === 'begin' || name === 'end' || name.startsWith('aria-')) {
          // Not every word there is an id, so an unknown one is left alone.
          attributes[name] = renameReferences(name, value, (id) => idNames.get(id));
        } else if (mayRefer(name, value)) {
          attributes[name] = renameReferences(name, value, renameId);
        }
      }
    }
    const svg = svgElement(root);
    if (svg && needsRootClass) {
      svg.attributes.class = [svg.attributes.class, `${scope}_0`].filter(Boolean).join(' ');
    }
  });
}

function renameClasses(attributes: Record<string, string>, names: Map<string, string>): void {
  const kept = (attributes.class ?? '').split(/\s+/).flatMap((name) => names.get(name) ?? []);
  if (kept.length > 0) attributes.class = kept.join(' ');
  else delete attributes.class;
}

/** Spares the patterns on path data and the like, which is most of a drawing. */
function mayRefer(name: string, value: string): boolean {
  return value.includes('#') || name === 'begin' || name === 'end' || name.startsWith('aria-');
}

/** a, b … z, aa, ab … */
function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(97 + (index % 26));
}
