/**
 * Names that Windows reserves for devices, with any extension and in any case, superscript digits too.
 * Source: Microsoft, “Naming Files, Paths, and Namespaces”.
 */
const RESERVED_NAME = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$|clock\$)$/i;

/** Finds the first part of a path that is reserved on Windows. */
function reservedPartOf(path: string): string | undefined {
  return path.split(/[\\/]/).find((part) => RESERVED_NAME.test(part.split('.')[0]?.trim() ?? ''));
}

/** Explains why a path is not allowed on Windows; `undefined` if it is. */
export function windowsNameProblem(path: string): string | undefined {
  const reserved = reservedPartOf(path);
  if (reserved !== undefined) return `Windows reserves '${reserved}' for a device`;
  const parts = path.replace(/^[a-z]:(?=\/)/i, '').split('/');
  const invalidPart = parts.find((part) => /[<>:"|?*\\\p{Cc}]/u.test(part));
  if (invalidPart !== undefined)
    return `Windows does not allow ${invalidCharacterIn(invalidPart)} in file names`;
  const trimmedPart = parts.find((part) => /[^.][. ]+$|^ +$/.test(part));
  return trimmedPart === undefined
    ? undefined
    : 'Windows removes dots and spaces at the end of a name';
}

function invalidCharacterIn(part: string): string {
  const [character = ''] = /[<>:"|?*\\\p{Cc}]/u.exec(part) ?? [];
  return /\p{Cc}/u.test(character) ? 'control characters' : character;
}
