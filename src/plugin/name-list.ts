/** Limit of names in a message. */
const MAX_SHOWN_NAMES = 10;

/** Formats names as the end of a sentence, with the number of omitted ones. */
export function formatNameList(names: readonly string[]): string {
  const more = names.length > MAX_SHOWN_NAMES ? ` and ${names.length - MAX_SHOWN_NAMES} more` : '';
  return names.slice(0, MAX_SHOWN_NAMES).join(', ') + more;
}
