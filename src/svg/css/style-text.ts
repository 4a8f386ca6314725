/** A declaration of a canonical `style` attribute: property and value. */
export type StyleEntry = readonly [property: string, value: string];

/** One declaration: the text up to the next semicolon outside strings. */
const ENTRY = /((?:[^;"]|"(?:\\.|[^"\\])*")+)/g;

/**
 * Reads a `style` attribute that {@link writeStyle} wrote. Text from a file goes through
 * `readDeclarations` first.
 */
export function readStyle(style: string | undefined): readonly StyleEntry[] {
  if (!style) return [];
  return (style.match(ENTRY) ?? []).map((entry) => {
    const colon = entry.indexOf(':');
    return [entry.slice(0, colon), entry.slice(colon + 1)];
  });
}

/** Writes declarations as the text of a `style` attribute; '' if there are none. */
export function writeStyle(entries: readonly StyleEntry[]): string {
  return entries.map(([property, value]) => `${property}:${value}`).join(';');
}
