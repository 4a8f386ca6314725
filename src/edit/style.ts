import { indentUnit } from './insert.ts';
import { allBelow, child, children, type Node, type Parsed, stringOf } from './parse.ts';

/** How a file is written. */
export interface CodeStyle {
  readonly quote: "'" | '"';
  /** What ends a statement. */
  readonly semicolon: ';' | '';
  /** One level of indentation. */
  readonly indent: string;
}

/** How new files are written where there is nothing to go by. */
export const USUAL_STYLE: CodeStyle = { quote: "'", semicolon: ';', indent: '  ' };

/** The quotes of the first string, the ends of the statements, the first indentation. */
export function codeStyle({ root, text }: Parsed): CodeStyle {
  const literal = [...allBelow(root)].find((node) => stringOf(node) !== undefined);
  const ends = children(root, 'body')
    .filter(takesSemicolon)
    .map(({ end }) => text[end - 1]);
  return {
    quote: literal && text[literal.start] === '"' ? '"' : "'",
    semicolon: ends.length > 0 && !ends.includes(';') ? '' : ';',
    indent: indentUnit(text),
  };
}

function takesSemicolon(statement: Node): boolean {
  if (/^(Import|Variable|Expression)/.test(statement.type)) return true;
  const declaration = child(statement, 'declaration')?.type ?? 'Declaration';
  return statement.type === 'ExportDefaultDeclaration' && !declaration.endsWith('Declaration');
}

/**
 * Code in another style.
 *
 * @param code with single quotes, semicolons and two spaces for a level, and no quotes or semicolons
 * in its texts
 */
export function restyle(code: string, style: CodeStyle): string {
  const plain = code.replaceAll("'", style.quote).replace(/;$/gm, style.semicolon);
  return reindent(plain, style);
}

/** Any text with two spaces for a level, with other indentation. */
export function reindent(text: string, { indent }: CodeStyle): string {
  return text.replace(/^(?: {2})+/gm, (spaces) => indent.repeat(spaces.length / 2));
}
