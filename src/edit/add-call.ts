import { insertAll, lineEnd } from './insert.ts';
import { insertImport } from './insert-import.ts';
import { child, children, parseModule, type SyntaxNode, stringOf, walkNodes } from './parse.ts';
import { codeStyle } from './style.ts';

/** Statement for the end of a module, with its import. */
export interface AppendedCall {
  /** Imported name. */
  readonly imported: string;
  /** Source of the import, with the file extension: `./icon-example.ts`. */
  readonly from: string;
  readonly code: string;
}

/**
 * Adds a statement to the end of a module, and the import that it needs. `undefined` if the text
 * cannot be parsed, or has the name already. The rest is unchanged, byte by byte.
 */
export async function addCall(
  text: string,
  { imported, from, code }: AppendedCall,
): Promise<string | undefined> {
  const parsed = await parseModule(text);
  if (!parsed) return undefined;
  const nodes = [...walkNodes(parsed.root)];
  if (nodes.some(({ type, name }) => type === 'Identifier' && name === imported)) return undefined;
  const { quote, semicolon } = codeStyle(parsed);
  const sources = children(parsed.root, 'body')
    .filter(({ type }) => type === 'ImportDeclaration')
    .map((node) => stringOf(child(node, 'source') as SyntaxNode) ?? '');
  const source = `${quote}${withMatchingExtension(from, sources)}${quote}`;
  const line = `import { ${imported} } from ${source}${semicolon}`;
  const eol = lineEnd(text);
  const gap = text === '' || text.endsWith('\n') ? '' : eol;
  // If both go to the end, the import, which is inserted last, comes first.
  return insertAll(text, [
    { at: text.length, text: `${gap}${eol}${code}${semicolon}${eol}` },
    insertImport(parsed, line),
  ]);
}

/** Keeps the extension of scripts; that of TypeScript only if other imports have it. */
function withMatchingExtension(from: string, sources: readonly string[]): string {
  if (!from.endsWith('.ts') || sources.some((source) => /^\..*\.tsx?$/.test(source))) return from;
  return from.slice(0, -'.ts'.length);
}
