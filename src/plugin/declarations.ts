import { jsLiteral } from '../core/escape.ts';
import { memoize } from '../core/memoize.ts';
import { byCodeUnit } from '../core/names.ts';
import type { Icon } from '../core/types.ts';
import { linesOf, type Pictures } from '../emit/name-lines.ts';
import { NOTICE } from '../emit/notice.ts';

/** File of declarations for the names of an app's icons. */
export interface DeclarationFile {
  readonly text: string;
  /** Positions of the declared names, from top to bottom. */
  readonly names: readonly DeclaredName[];
}

/** Position of a declared name; lines and columns start at 0. */
interface DeclaredName {
  readonly line: number;
  readonly column: number;
  /** Icon of the name; `undefined` for other declarations. */
  readonly icon: Icon | undefined;
}

/** Whole lines that declare one name. */
interface DeclarationBlock {
  readonly text: string;
  /** Columns of the names in the last line. */
  readonly columns: readonly number[];
  readonly icon?: Icon;
}

/** Limit of characters for pictures: the compiler reads the file in every check. */
const MAX_LENGTH = 300_000;

const LEFT_OUT_NOTICE = `// Too many icons to show their pictures here. Editors show the source files with the plugin
// "iconloom/typescript" in tsconfig.json.
`;

/** @param icons sorted by name */
export function createDeclarations(icons: readonly Icon[]): DeclarationFile {
  const constantsWithPictures = constantsOf(icons, 'shown');
  const blocks = [
    { text: `// ${NOTICE}\n${constantsWithPictures ? '' : LEFT_OUT_NOTICE}`, columns: [] },
    { text: '/// <reference types="iconloom/client" />\n\n', columns: [] },
    declarationBlock('declare namespace ', 'Iconloom {\n'),
    declarationBlock('interface ', 'Icons {\n'),
    ...icons.map((icon) => iconDeclarations(icon).name),
    declarationBlock('}\ninterface ', 'Aliases {\n'),
    ...icons.flatMap((icon) => iconDeclarations(icon).aliases),
    declarationBlock('}\ninterface ', 'Constants {\n'),
    ...(constantsWithPictures ?? constantsOf(icons, 'left out') ?? []),
    { text: '}\n}\n\n', columns: [] },
    ...icons.flatMap((icon) => iconDeclarations(icon).modules),
  ];
  return { text: blocks.map(({ text }) => text).join(''), names: declaredNamesIn(blocks) };
}

function declarationBlock(before: string, after: string): DeclarationBlock {
  return { text: before + after, columns: [before.length - before.lastIndexOf('\n') - 1] };
}

/** `undefined` if the pictures are too large. */
function constantsOf(icons: readonly Icon[], pictures: Pictures): DeclarationBlock[] | undefined {
  const constants = icons
    .flatMap((icon) => linesOf(icon).constants.map((constant) => ({ icon, constant })))
    .sort((a, b) => byCodeUnit(a.constant.key, b.constant.key));
  const blocks: DeclarationBlock[] = [];
  let length = 0;
  for (const { icon, constant } of constants) {
    const text = constant.documented(pictures);
    length += text.length;
    if (pictures === 'shown' && length > MAX_LENGTH) return undefined;
    blocks.push({ icon, text, columns: [INDENT] });
  }
  return blocks;
}

/** Indentation of members of an interface. */
const INDENT = 2;
const MODULE = 'declare module ';

/** Declarations of an icon, memoized since most icons are unchanged after an update. */
const iconDeclarations: (icon: Icon) => {
  readonly name: DeclarationBlock;
  readonly aliases: readonly DeclarationBlock[];
  readonly modules: readonly DeclarationBlock[];
} = memoize((icon) => ({
  name: { icon, text: `  ${jsLiteral(icon.name)}: true;\n`, columns: [INDENT] },
  aliases: icon.aliases.map((alias) => ({
    icon,
    columns: [INDENT],
    text: `  ${jsLiteral(alias)}: ${jsLiteral(icon.name)};\n`,
  })),
  modules: [icon.name, ...icon.aliases].map((word) => {
    const before = `${MODULE}${jsLiteral(`iconloom:${word}`)} { const `;
    return {
      icon,
      text: `${before}href: string; export default href; }\n`,
      columns: [MODULE.length, before.length],
    };
  }),
}));

function declaredNamesIn(blocks: readonly DeclarationBlock[]): readonly DeclaredName[] {
  let next = 0;
  return blocks.flatMap(({ text, columns, icon }) => {
    next += text.split('\n').length - 1;
    return columns.map((column) => ({ line: next - 1, column, icon }));
  });
}
