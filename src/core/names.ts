// Patterns of Unicode are made on demand: parsing their classes takes a notable part of a start.

/** Word boundaries: between a small letter and a capital, and before the last capital of several. */
const caseBoundaries = () => /(\p{Ll}|\p{N})(\p{CWL})|(\p{CWL})(\p{CWL}\p{Ll})/gu;
/** Fast path for names that are kebab-case already. */
const KEBAB_CASE = /^[a-z\d]+(?:-[a-z\d]+)*$/;
const separators = () => /[^\p{L}\p{N}\p{M}]+/gu;
/**
 * Invisible marks and letters, such as variation selectors and Hangul fillers, and enclosing marks.
 * Other hidden characters, such as a soft hyphen, separate words.
 */
const invisible = () => /(?=[\p{M}\p{L}])\p{Default_Ignorable_Code_Point}|\p{Me}/gu;
/** Marks without a letter. */
const loneMarks = () => /(?<![\p{L}\p{N}\p{M}])\p{M}+/gu;

/**
 * Kebab-case name of any text: letters, digits and marks of every script, lower case, NFC.
 * `Menu Open` and `menuOpen` → `menu-open`; '' when nothing is left.
 */
export function kebabCase(text: string): string {
  if (KEBAB_CASE.test(text)) return text;
  return (
    text
      .replace(invisible(), '')
      .normalize('NFC')
      .replace(loneMarks(), '')
      .replace(caseBoundaries(), '$1$3-$2$4')
      .replace(separators(), '-')
      // Lower-casing can decompose a letter (İ), so normalization comes last.
      .toLowerCase()
      .normalize('NFC')
      .replace(/^-|-$/g, '')
  );
}

/** Name of an icon from its path below the input folder: `nav/Menu Open.svg` → `nav-menu-open`. */
export function nameFromPath(path: string): string {
  return kebabCase(path.replace(/\.svg$/i, ''));
}

/**
 * Property name of an icon in the generated constants: `chevron-down` → `chevronDown`.
 *
 * Two names never share an identifier: if camel case would lose the hyphen (before a digit or a
 * letter without case), it becomes `_`, and so does the start before a digit: `a-1` → `a_1`, `1x1` → `_1x1`.
 */
export function identifierFromName(name: string): string {
  const camel = name.replace(/-(.)/gu, (_, next: string) => {
    const upper = next.toUpperCase();
    return upper !== next && upper.toLowerCase() === next ? upper : `_${next}`;
  });
  return /^\p{ID_Start}/u.test(camel) ? camel : `_${camel}`;
}

/** Label made from a name: `arrow-left` → `Arrow left`. */
export function titleFromName(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Compares names by UTF-16 code units: the same order in every locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
