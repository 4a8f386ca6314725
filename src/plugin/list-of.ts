/** Names that a message shows. */
const SHOWN = 10;

/** Names as the end of a sentence, and how many more there are. */
export function listOf(names: readonly string[]): string {
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  return names.slice(0, SHOWN).join(', ') + more;
}
