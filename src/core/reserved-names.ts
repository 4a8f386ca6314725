/**
 * Names that Windows keeps for devices, with any ending and in any case, the superscript digits too.
 * Source: Microsoft, “Naming Files, Paths, and Namespaces”.
 */
const RESERVED = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$|clock\$)$/i;

/** The first part of a path that no file on Windows can have as its name; `undefined` for none. */
function reservedPartOf(path: string): string | undefined {
  return path.split(/[\\/]/).find((part) => RESERVED.test(part.split('.')[0]?.trim() ?? ''));
}

/** Why no file on Windows can have a name; `undefined` where it can. */
export function whyNotOnWindows(path: string): string | undefined {
  const reserved = reservedPartOf(path);
  if (reserved !== undefined) return `Windows keeps '${reserved}' for a device`;
  const parts = path.replace(/^[a-z]:(?=\/)/i, '').split('/');
  const odd = parts.find((part) => /[<>:"|?*\\\p{Cc}]/u.test(part));
  if (odd !== undefined) return `Windows has no files with ${oddIn(odd)} in their names`;
  const ended = parts.find((part) => /[^.][. ]+$|^ +$/.test(part));
  return ended === undefined ? undefined : 'Windows drops dots and spaces at the end of a name';
}

function oddIn(part: string): string {
  const [character = ''] = /[<>:"|?*\\\p{Cc}]/u.exec(part) ?? [];
  return /\p{Cc}/u.test(character) ? 'control characters' : character;
}
