/** Words before a name that say in which style an icon is, or to which family it belongs. */
const BEFORE: ReadonlySet<string> = new Set(
  'outline outlined filled fill solid regular thin duotone sharp linear icon ic brand logo logos'.split(
    ' ',
  ),
);
/** Words behind a name that say in which style an icon is, or number its variants. */
const BEHIND: ReadonlySet<string> = new Set(
  'outline outlined filled fill solid regular thin duotone sharp round rounded alt logo 2 3 4 5'.split(
    ' ',
  ),
);
const FILLED: ReadonlySet<string> = new Set(['filled', 'fill', 'solid']);

/** Name without the words that say only how the icon is drawn. */
export interface NameParts {
  /** `trash` of `outline-trash-2`. */
  readonly core: readonly string[];
  /** `outline` and `2`. */
  readonly style: readonly string[];
  readonly isFilled: boolean;
}

export function splitName(words: readonly string[]): NameParts {
  let [start, end] = [0, words.length];
  if (end - start > 1 && BEFORE.has(words[start] ?? '')) start += 1;
  while (end - start > 1 && BEHIND.has(words[end - 1] ?? '')) end -= 1;
  const style = [...words.slice(0, start), ...words.slice(end)];
  return { core: words.slice(start, end), style, isFilled: style.some((word) => FILLED.has(word)) };
}
