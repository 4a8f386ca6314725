/**
 * Characters that control a terminal, break or reorder a line, or are invisible: controls, lone
 * surrogates, line separators, default ignorables (Unicode DerivedCoreProperties: bidi controls,
 * zero-width characters, the byte order mark) and interlinear annotations. Made on demand: parsing
 * classes of Unicode takes a notable part of a start.
 */
const hiddenCharacters = () =>
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
/** Joiners and variation selectors that scripts and emoji need. */
const allowedJoiners = () =>
  /(?<=\p{Extended_Pictographic}|\p{M}|(?!\p{Script=Latin})\p{L})(?:\u200c|\u200d|[\ufe00-\ufe0f])/gu;

/**
 * Puts text of unknown origin on one line and shows hidden characters as U+FFFD. File names, metadata
 * and messages that quote them pass through this before they are printed or reported.
 */
export function oneLine(text: string): string {
  return replaceHidden(text, () => '\ufffd');
}

/** Removes hidden characters from a text. Line breaks and tabs become spaces. */
export function stripHidden(text: string): string {
  return replaceHidden(text.replace(/\s+/g, ' '), () => '').trim();
}

/** Returns the code points of the hidden characters of a text: `U+202E`, each once. */
export function hiddenCodePoints(text: string): readonly string[] {
  const found = new Set<string>();
  replaceHidden(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    found.add(`U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
    return '';
  });
  return [...found];
}

/**
 * Serializes a value as JSON on one line, with hidden characters as escapes: the parsed value is the
 * same. `##[`, which GitHub's runner takes for a command anywhere in a log, is escaped, too.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value)
    .replace(
      hiddenCharacters(),
      (character) =>
        escapeCodeUnit(character.charCodeAt(0)) + escapeCodeUnit(character.charCodeAt(1)),
    )
    .replaceAll('##[', `#${escapeCodeUnit(0x23)}[`);
}

/** Escapes a code unit for JSON; '' if there is none. */
function escapeCodeUnit(unit: number): string {
  return Number.isNaN(unit) ? '' : `\\u${unit.toString(16).padStart(4, '0')}`;
}

/** Printable ASCII, as most texts are, needs no closer look. */
const PRINTABLE_ASCII = /^[ -~]*$/;

function replaceHidden(text: string, replacement: (character: string) => string): string {
  if (PRINTABLE_ASCII.test(text)) return text;
  const joiners = new Set([...text.matchAll(allowedJoiners())].map(({ index }) => index));
  return text.replace(hiddenCharacters(), (character, at: number) =>
    joiners.has(at) ? character : replacement(character),
  );
}
