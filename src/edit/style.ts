import { indentUnit } from './insert.ts';
import {
  child,
  children,
  type ParsedSource,
  type SyntaxNode,
  stringOf,
  walkNodes,
} from './parse.ts';

/** Code style of a file. */
export interface CodeStyle {
  readonly quote: "'" | '"';
  /** End of a statement. */
  readonly semicolon: ';' | '';
  /** One level of indentation. */
  readonly indent: string;
}

/** Style of new files if no other file has one. */
export const DEFAULT_STYLE: CodeStyle = { quote: "'", semicolon: ';', indent: '  ' };

/** Detects the style from the first string, the ends of statements and the first indentation. */
export function codeStyle({ root, text }: ParsedSource): CodeStyle {
  const literal = [...walkNodes(root)].find((node) => stringOf(node) !== undefined);
  const lastCharacters = children(root, 'body')
    .filter(takesSemicolon)
    .map(({ end }) => text[end - 1]);
  return {
    quote: literal && text[literal.start] === '"' ? '"' : "'",
    semicolon: lastCharacters.length > 0 && !lastCharacters.includes(';') ? '' : ';',
    indent: indentUnit(text),
  };
}

function takesSemicolon(statement: SyntaxNode): boolean {
  if (/^(Import|Variable|Expression)/.test(statement.type)) return true;
  const declaration = child(statement, 'declaration')?.type ?? 'Declaration';
  return statement.type === 'ExportDefaultDeclaration' && !declaration.endsWith('Declaration');
}

/**
 * Converts code to another style.
 *
 * @param code code with single quotes, semicolons and indentation of two spaces, and no quotes or
 * semicolons in its texts
 */
export function restyle(code: string, style: CodeStyle): string {
  const plain = code.replaceAll("'", style.quote).replace(/;$/gm, style.semicolon);
  return reindent(plain, style);
}

/** Converts a text with indentation of two spaces to another indentation. */
export function reindent(text: string, { indent }: CodeStyle): string {
  return text.replace(/^(?: {2})+/gm, (spaces) => indent.repeat(spaces.length / 2));
}
