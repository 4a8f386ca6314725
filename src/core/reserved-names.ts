/**
 * Names that Windows reserves for devices, with any extension and in any case, superscript digits too.
 * Source: Microsoft, “Naming Files, Paths, and Namespaces”.
 */
const RESERVED = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$|clock\$)$/i;

/** Finds the first part of a path that is reserved on Windows. */
function reservedPartOf(path: string): string | undefined {
  return path.split(/[\\/]/).find((part) => RESERVED.test(part.split('.')[0]?.trim() ?? ''));
}

/** Explains why a path is not allowed on Windows; `undefined` if it is. */
export function whyNotOnWindows(path: string): string | undefined {
  const reserved = reservedPartOf(path);
  if (reserved !== undefined) return `Windows reserves '${reserved}' for a device`;
  const parts = path.replace(/^[a-z]:(?=\/)/i, '').split('/');
  const odd = parts.find((part) => /[<>:"|?*\\\p{Cc}]/u.test(part));
  if (odd !== undefined) return `Windows does not allow ${oddIn(odd)} in file names`;
  const ended = parts.find((part) => /[^.][. ]+$|^ +$/.test(part));
  return ended === undefined ? undefined : 'Windows removes dots and spaces at the end of a name';
}

function oddIn(part: string): string {
  const [character = ''] = /[<>:"|?*\\\p{Cc}]/u.exec(part) ?? [];
  return /\p{Cc}/u.test(character) ? 'control characters' : character;
}
