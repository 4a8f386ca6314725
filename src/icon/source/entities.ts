/** Characters that the entities of one source may expand to. */
export const MAX_ENTITY_LENGTH = 1_000_000;
/** Entities inside entities; Illustrator writes none. */
const MAX_ENTITY_DEPTH = 20;

const DECLARATION = /<!ENTITY\s+([^\s%]+)\s+(?:'([^']*)'|"([^"]*)")\s*>/g;
const REFERENCE = /&([^\s&;#]+);/g;

/**
 * Reads the entities that a document type declaration defines, with nested entities expanded.
 * Leaves out entities that expand to too much or refer to themselves.
 */
export function declaredEntities(doctype: string): Record<string, string> {
  const values = new Map(
    [...doctype.matchAll(DECLARATION)].map(([, name = '', a, b]) => [name, a ?? b ?? ''] as const),
  );
  const resolve = (text: string, depth: number): string => {
    if (depth > MAX_ENTITY_DEPTH || text.length > MAX_ENTITY_LENGTH) return '';
    return text.replace(REFERENCE, (whole, name: string) => {
      const value = values.get(name);
      return value === undefined ? whole : resolve(value, depth + 1);
    });
  };
  const uses = [...values.keys()].map((name) => `&${name};`).join('');
  if (!entitiesAreBounded(doctype + uses)) return {};
  return Object.fromEntries([...values].map(([name, value]) => [name, resolve(value, 0)]));
}

/**
 * Checks that the entities of a source stay within bounds. Illustrator writes a dozen short ones; a
 * few that contain each other can expand to gigabytes.
 */
export function entitiesAreBounded(svg: string): boolean {
  return entityLength(svg) <= MAX_ENTITY_LENGTH;
}

/** Number of characters that the entities of a source expand to; infinite if too many to count. */
export function entityLength(svg: string): number {
  if (!svg.includes('<!ENTITY')) return 0;
  const values = new Map(
    [...svg.matchAll(DECLARATION)].map(([, name = '', a, b]) => [name, a ?? b ?? ''] as const),
  );
  const lengths = new Map<string, number>();

  /** Length of a text with its entities expanded; infinite for circular ones. */
  function lengthOf(text: string, path: readonly string[]): number {
    let length = text.length;
    for (const [, name = ''] of text.matchAll(REFERENCE)) {
      const value = values.get(name);
      if (value === undefined) continue;
      if (path.includes(name) || path.length > MAX_ENTITY_DEPTH) return Number.POSITIVE_INFINITY;
      const valueLength = lengths.get(name) ?? lengthOf(value, [...path, name]);
      lengths.set(name, valueLength);
      length += valueLength;
      if (length > MAX_ENTITY_LENGTH) return Number.POSITIVE_INFINITY;
    }
    return length;
  }

  const body = svg.replace(DECLARATION, '');
  let total = 0;
  for (const [, name = ''] of body.matchAll(REFERENCE)) {
    const value = values.get(name);
    if (value !== undefined) total += lengthOf(value, [name]);
    if (total > MAX_ENTITY_LENGTH) return Number.POSITIVE_INFINITY;
  }
  return total;
}
