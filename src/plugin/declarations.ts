import { jsLiteral } from '../core/escape.ts';
import { memo } from '../core/memo.ts';
import { byCodeUnit } from '../core/names.ts';
import type { Icon } from '../core/types.ts';
import { linesOf, type Pictures } from '../emit/name-lines.ts';
import { NOTICE } from '../emit/notice.ts';

/** File of declarations for the names of an app's icons. */
export interface Declarations {
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
interface Block {
  readonly text: string;
  /** Columns of the names in the last line. */
  readonly columns: readonly number[];
  readonly icon?: Icon;
}

/** Limit of characters for pictures: the compiler reads the file in every check. */
const MOST = 300_000;

const LEFT_OUT = `// Too many icons to show their pictures here. Editors show the source files with the plugin
// "iconloom/typescript" in tsconfig.json.
`;

/** @param icons sorted by name */
export function declare(icons: readonly Icon[]): Declarations {
  const shown = constantsOf(icons, 'shown');
  const blocks = [
    { text: `// ${NOTICE}\n${shown ? '' : LEFT_OUT}`, columns: [] },
    { text: '/// <reference types="iconloom/client" />\n\n', columns: [] },
    named('declare namespace ', 'Iconloom {\n'),
    named('interface ', 'Icons {\n'),
    ...icons.map((icon) => linesFor(icon).name),
    named('}\ninterface ', 'Aliases {\n'),
    ...icons.flatMap((icon) => linesFor(icon).aliases),
    named('}\ninterface ', 'Constants {\n'),
    ...(shown ?? constantsOf(icons, 'left out') ?? []),
    { text: '}\n}\n\n', columns: [] },
    ...icons.flatMap((icon) => linesFor(icon).modules),
  ];
  return { text: blocks.map(({ text }) => text).join(''), names: namesIn(blocks) };
}

function named(before: string, after: string): Block {
  return { text: before + after, columns: [before.length - before.lastIndexOf('\n') - 1] };
}

/** `undefined` if the pictures are too large. */
function constantsOf(icons: readonly Icon[], pictures: Pictures): Block[] | undefined {
  const constants = icons
    .flatMap((icon) => linesOf(icon).constants.map((constant) => ({ icon, constant })))
    .sort((a, b) => byCodeUnit(a.constant.key, b.constant.key));
  const blocks: Block[] = [];
  let length = 0;
  for (const { icon, constant } of constants) {
    const text = constant.documented(pictures);
    length += text.length;
    if (pictures === 'shown' && length > MOST) return undefined;
    blocks.push({ icon, text, columns: [INDENT] });
  }
  return blocks;
}

/** Indentation of members of an interface. */
const INDENT = 2;
const MODULE = 'declare module ';

/** Declarations of an icon, memoized since most icons are unchanged after an update. */
const linesFor: (icon: Icon) => {
  readonly name: Block;
  readonly aliases: readonly Block[];
  readonly modules: readonly Block[];
} = memo((icon) => ({
  name: { icon, text: `  ${jsLiteral(icon.name)}: true;\n`, columns: [INDENT] },
  aliases: icon.aliases.map((alias) => ({
    ...{ icon, columns: [INDENT] },
    text: `  ${jsLiteral(alias)}: ${jsLiteral(icon.name)};\n`,
  })),
  modules: [icon.name, ...icon.aliases].map((word) => {
    const before = `${MODULE}${jsLiteral(`iconloom:${word}`)} { const `;
    return {
      ...{ icon, text: `${before}href: string; export default href; }\n` },
      columns: [MODULE.length, before.length],
    };
  }),
}));

function namesIn(blocks: readonly Block[]): readonly DeclaredName[] {
  let next = 0;
  return blocks.flatMap(({ text, columns, icon }) => {
    next += text.split('\n').length - 1;
    return columns.map((column) => ({ line: next - 1, column, icon }));
  });
}
