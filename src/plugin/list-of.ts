/** Limit of names in a message. */
const SHOWN = 10;

/** Formats names as the end of a sentence, with the number of omitted ones. */
export function listOf(names: readonly string[]): string {
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  return names.slice(0, SHOWN).join(', ') + more;
}
