import { readFileSync } from 'node:fs';
import { jsLiteral } from '../core/escape.ts';
import { memo } from '../core/memo.ts';
import { byCodeUnit } from '../core/names.ts';
import type { Icon } from '../core/types.ts';
import { type Constant, linesOf } from '../emit/name-lines.ts';
import { NOTICE } from '../emit/notice.ts';
import { writeWhole } from '../node/files.ts';

/** Icons from which pictures are left out: no editor opens a file of such a size to show one. */
const MOST_PICTURES = 20_000;

/** Writes the types of the names, if they are not what is there. */
export function writeTypes(path: string, icons: readonly Icon[]): void {
  const text = typesOf(icons);
  if (readIfThere(path) !== text) writeWhole(path, text);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** @param icons sorted by name */
function typesOf(icons: readonly Icon[]): string {
  const pictures = icons.length > MOST_PICTURES ? 'left out' : 'shown';
  const constants = icons
    .flatMap((icon) => linesOf(icon).constants)
    .sort((a, b) => byCodeUnit(a.key, b.key))
    .map((constant: Constant) => constant.declaration(pictures));
  const lines = icons.map(ownLines);
  return `// ${NOTICE}
/// <reference types="iconloom/client" />

declare namespace Iconloom {
interface Icons {
${lines.map(({ name }) => name).join('')}}
interface Aliases {
${lines.map(({ aliases }) => aliases).join('')}}
interface Constants {
${constants.join('')}}
}

${lines.map(({ modules }) => modules).join('')}`;
}

/** Kept for each icon, since nearly all are the same after one has changed. */
const ownLines: (icon: Icon) => {
  readonly name: string;
  readonly aliases: string;
  readonly modules: string;
} = memo(({ name, aliases }) => ({
  name: `  ${jsLiteral(name)}: true;\n`,
  aliases: aliases.map((alias) => `  ${jsLiteral(alias)}: ${jsLiteral(name)};\n`).join(''),
  modules: [name, ...aliases]
    .map(
      (word) =>
        `declare module ${jsLiteral(`iconloom:${word}`)} { const href: string; export default href; }\n`,
    )
    .join(''),
}));
