import { insertAll, lineEnd } from './insert.ts';
import { insertImport } from './insert-import.ts';
import { allBelow, child, children, type Node, parseModule, stringOf } from './parse.ts';
import { codeStyle } from './style.ts';

/** A statement at the end of a module, and what it needs. */
export interface Call {
  /** The one name that is imported. */
  readonly imported: string;
  /** What it is imported from, with the ending of its file: `./icon-example.ts`. */
  readonly from: string;
  readonly code: string;
}

/**
 * Adds a statement to the end of the text of a module, and the import that it needs. `undefined`
 * where the text cannot be read, or has the name already. All else stays as it is, byte by byte.
 */
export async function addCall(
  text: string,
  { imported, from, code }: Call,
): Promise<string | undefined> {
  const parsed = await parseModule(text);
  if (!parsed) return undefined;
  const nodes = [...allBelow(parsed.root)];
  if (nodes.some(({ type, name }) => type === 'Identifier' && name === imported)) return undefined;
  const { quote, semicolon } = codeStyle(parsed);
  const sources = children(parsed.root, 'body')
    .filter(({ type }) => type === 'ImportDeclaration')
    .map((node) => stringOf(child(node, 'source') as Node) ?? '');
  const source = `${quote}${asOthers(from, sources)}${quote}`;
  const line = `import { ${imported} } from ${source}${semicolon}`;
  const eol = lineEnd(text);
  const gap = text === '' || text.endsWith('\n') ? '' : eol;
  // Where both go to the end, the later of them comes before the other.
  return insertAll(text, [
    { at: text.length, text: `${gap}${eol}${code}${semicolon}${eol}` },
    insertImport(parsed, line),
  ]);
}

/** Scripts are imported with their ending; those in TypeScript only where others are. */
function asOthers(from: string, sources: readonly string[]): string {
  if (!from.endsWith('.ts') || sources.some((source) => /^\..*\.tsx?$/.test(source))) return from;
  return from.slice(0, -'.ts'.length);
}
