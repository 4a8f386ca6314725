import { allBelow, child, children, type Node, type Parsed, stringOf } from './parse.ts';

/** How a file is written. */
export interface CodeStyle {
  readonly quote: "'" | '"';
  /** What ends a statement. */
  readonly semicolon: ';' | '';
}

/** How new files are written where there is nothing to go by. */
export const USUAL_STYLE: CodeStyle = { quote: "'", semicolon: ';' };

/** The quotes of the first string and the end of the first statement. */
export function codeStyle({ root, text }: Parsed): CodeStyle {
  const literal = [...allBelow(root)].find((node) => stringOf(node) !== undefined);
  const ends = children(root, 'body')
    .filter(takesSemicolon)
    .map(({ end }) => text[end - 1]);
  return {
    quote: literal && text[literal.start] === '"' ? '"' : "'",
    semicolon: ends.length > 0 && !ends.includes(';') ? '' : ';',
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
 * @param code with single quotes and semicolons, and neither of them in its texts
 */
export function restyle(code: string, { quote, semicolon }: CodeStyle): string {
  return code.replaceAll("'", quote).replace(/;$/gm, semicolon);
}
