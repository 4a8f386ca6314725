/** A declaration of a canonical `style` attribute: property and value. */
export type StyleEntry = readonly [property: string, value: string];

/** Up to the next semicolon that stands in no string. */
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

/** Writes declarations as the text of a `style` attribute; '' when there are none. */
export function writeStyle(entries: readonly StyleEntry[]): string {
  return entries.map(([property, value]) => `${property}:${value}`).join(';');
}
