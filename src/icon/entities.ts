/** Characters that the entities of one source may expand to. */
export const MOST_ENTITIES = 1_000_000;
/** Entities inside entities; Illustrator writes none. */
const DEEPEST = 20;

const DECLARATION = /<!ENTITY\s+([^\s%]+)\s+(?:'([^']*)'|"([^"]*)")\s*>/g;
const REFERENCE = /&([^\s&;#]+);/g;

/**
 * Reads the entities that a document type declaration defines, with nested entities expanded.
 * Leaves out entities that expand to too much or refer to themselves.
 */
export function declaredEntities(doctype: string): Record<string, string> {
  const raw = new Map(
    [...doctype.matchAll(DECLARATION)].map(([, name = '', a, b]) => [name, a ?? b ?? ''] as const),
  );
  const resolve = (text: string, depth: number): string => {
    if (depth > DEEPEST || text.length > MOST_ENTITIES) return '';
    return text.replace(REFERENCE, (whole, name: string) => {
      const value = raw.get(name);
      return value === undefined ? whole : resolve(value, depth + 1);
    });
  };
  const uses = [...raw.keys()].map((name) => `&${name};`).join('');
  if (!entitiesAreBounded(doctype + uses)) return {};
  return Object.fromEntries([...raw].map(([name, value]) => [name, resolve(value, 0)]));
}

/**
 * Checks that the entities of a source stay within bounds. Illustrator writes a dozen short ones; a
 * few lines that name each other can expand to gigabytes.
 */
export function entitiesAreBounded(svg: string): boolean {
  return entityLength(svg) <= MOST_ENTITIES;
}

/** Number of characters that the entities of a source expand to; infinite if too many to count. */
export function entityLength(svg: string): number {
  if (!svg.includes('<!ENTITY')) return 0;
  const values = new Map(
    [...svg.matchAll(DECLARATION)].map(([, name = '', a, b]) => [name, a ?? b ?? ''] as const),
  );
  const lengths = new Map<string, number>();

  /** Length of a text with its entities put in. One that leads back to itself has no end. */
  function lengthOf(text: string, way: readonly string[]): number {
    let length = text.length;
    for (const [, name = ''] of text.matchAll(REFERENCE)) {
      const value = values.get(name);
      if (value === undefined) continue;
      if (way.includes(name) || way.length > DEEPEST) return Number.POSITIVE_INFINITY;
      const known = lengths.get(name) ?? lengthOf(value, [...way, name]);
      lengths.set(name, known);
      length += known;
      if (length > MOST_ENTITIES) return Number.POSITIVE_INFINITY;
    }
    return length;
  }

  const drawing = svg.replace(DECLARATION, '');
  let added = 0;
  for (const [, name = ''] of drawing.matchAll(REFERENCE)) {
    const value = values.get(name);
    if (value !== undefined) added += lengthOf(value, [name]);
    if (added > MOST_ENTITIES) return Number.POSITIVE_INFINITY;
  }
  return added;
}
