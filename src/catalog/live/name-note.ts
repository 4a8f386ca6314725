/** Text beside the field of a name. */
export interface NameNote {
  readonly text: string;
  /** True if the icon cannot be saved with it. */
  readonly isError: boolean;
}

const HINT = 'Enter what the icon shows, such as arrow-left.';

/**
 * Explains what becomes of an entered name.
 *
 * @param saved the name that it is saved as, or '' if nothing is left of it
 */
export function describeName(entered: string, saved: string): NameNote {
  if (entered.trim() === '') return { text: `The name is empty. ${HINT}`, isError: true };
  if (saved === '') {
    return {
      text: `No letter and no digit is left of “${entered.trim()}”. ${HINT}`,
      isError: true,
    };
  }
  if (saved === entered.trim()) return { text: '', isError: false };
  return { text: `${reasonFor(entered.trim())} It will be saved as ${saved}.`, isError: false };
}

/** `A name cannot have spaces, “&” and “.”.` */
function reasonFor(entered: string): string {
  const characters = new Set(entered.replace(/[\p{L}\p{N}\p{M}-]/gu, ''));
  const labels = [...characters].map((each) => (/\s/.test(each) ? 'spaces' : `“${each}”`));
  const unique = [...new Set(labels)].slice(0, 4);
  if (unique.length > 0) {
    const list =
      unique.length === 1 ? unique[0] : `${unique.slice(0, -1).join(', ')} or ${unique.at(-1)}`;
    return `A name cannot contain ${list}.`;
  }
  if (/\p{Lu}/u.test(entered)) return 'A name is lowercase, with hyphens between words.';
  return 'A name has single hyphens between words.';
}
