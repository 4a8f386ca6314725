import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { byCodeUnit, nameFromPath } from '../core/names.ts';
import type { Result } from '../core/types.ts';
import type { InputFile } from './expand-inputs.ts';

/** Input file with the name of its icon. */
interface NamedSource extends InputFile {
  readonly name: string;
}

/**
 * Names files after their paths, sorted by name. Files without a usable name, and files that share one,
 * are reported and left out.
 */
export function nameFiles(files: readonly InputFile[]): Result<readonly NamedSource[]> {
  const diagnostics: Diagnostic[] = [];
  const groups = new Map<string, NamedSource[]>();
  for (const file of files) {
    const name = nameFromPath(file.pathInInput);
    if (name === '') {
      const args = { found: describeUnusable(file.pathInInput) };
      diagnostics.push(diagnose('name-empty', { file: file.file, args }));
    } else {
      const group = groups.get(name);
      if (group) group.push({ ...file, name });
      else groups.set(name, [{ ...file, name }]);
    }
  }
  const named: NamedSource[] = [];
  for (const [name, group] of groups) {
    const [first, ...others] = group.sort((a, b) => byCodeUnit(a.file, b.file));
    if (first && others.length === 0) named.push(first);
    for (const { file } of others) {
      const other = describeLookAlike(first?.file ?? '', file);
      diagnostics.push(diagnose('name-clash', { file, args: { name, other } }));
    }
  }
  return { value: named.sort((a, b) => byCodeUnit(a.name, b.name)), diagnostics };
}

/** Characters of an unusable name that are not on every keyboard, by code point. */
function describeUnusable(pathInInput: string): string {
  const stem = pathInInput.replace(/\.svg$/i, '');
  const unusable = [...new Set(stem.match(/[^ -~]/gu) ?? [])].slice(0, 8);
  return unusable.length === 0 ? '' : `, only ${codePoints(unusable)}`;
}

/** File name for a message; if it looks like the other one, with the characters that differ. */
function describeLookAlike(file: string, other: string): string {
  const visible = (text: string) => text.normalize('NFC').replace(invisible(), '');
  if (file === other || visible(file) !== visible(other)) return file;
  const [ownCharacters, otherCharacters] = [new Set(file), new Set(other)];
  const only = [...ownCharacters].filter((character) => !otherCharacters.has(character));
  const others = [...otherCharacters].filter((character) => !ownCharacters.has(character));
  const difference =
    only.length > 0 ? `written with ${codePoints(only)}` : `without ${codePoints(others)}`;
  return `${file} (${difference})`;
}

const invisible = () => /\p{Default_Ignorable_Code_Point}/gu;

function codePoints(characters: readonly string[]): string {
  const codeOf = (character: string) =>
    (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return characters.map((character) => `U+${codeOf(character)}`).join(', ');
}
