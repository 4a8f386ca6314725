import { appendItem, insertAll } from './insert.ts';
import {
  child,
  children,
  keyOf,
  type ParsedSource,
  parseJson,
  type SyntaxNode,
  stringOf,
} from './parse.ts';

/** Adds a property; `undefined` if it exists or its parent is not an object. */
export function addProperty(
  text: string,
  path: readonly string[],
  value: unknown,
): string | undefined {
  const parsed = parseJson(text);
  if (!parsed) return undefined;
  let at = parsed.root;
  for (const [index, key] of path.entries()) {
    if (at.type !== 'ObjectExpression') return undefined;
    const next = valueAt(at, key);
    if (next === undefined) {
      const rest = path.slice(index + 1);
      const inner = rest.reduceRight<unknown>((all, name) => ({ [name]: all }), value);
      const item = `${JSON.stringify(key)}: ${indentedJson(parsed, at, inner)}`;
      return insertAll(text, appendItem(parsed, at, children(at, 'properties'), item));
    }
    at = next;
  }
  return undefined;
}

/** Adds an item to a list of strings; `undefined` if there is no such list. */
export function addToList(text: string, path: readonly string[], item: string): string | undefined {
  const parsed = parseJson(text);
  const list = parsed && find(parsed.root, path);
  if (!parsed || list?.type !== 'ArrayExpression') return undefined;
  const added = appendItem(parsed, list, children(list, 'elements'), JSON.stringify(item));
  return insertAll(text, added);
}

/** Strings of a list; `undefined` if there is no list. */
export function stringsAt(text: string, path: readonly string[]): readonly string[] | undefined {
  const parsed = parseJson(text);
  const list = parsed && find(parsed.root, path);
  if (list?.type !== 'ArrayExpression') return undefined;
  return children(list, 'elements').flatMap((element) => stringOf(element) ?? []);
}

/** Checks that there is a value at a path. */
export function hasValueAt(text: string, path: readonly string[]): boolean {
  const parsed = parseJson(text);
  return parsed !== undefined && find(parsed.root, path) !== undefined;
}

function find(root: SyntaxNode, path: readonly string[]): SyntaxNode | undefined {
  let at: SyntaxNode | undefined = root;
  for (const key of path) at = at?.type === 'ObjectExpression' ? valueAt(at, key) : undefined;
  return at;
}

function valueAt(object: SyntaxNode, key: string): SyntaxNode | undefined {
  const property = children(object, 'properties').findLast((each) => keyOf(each) === key);
  return property && child(property, 'value');
}

/** Value as JSON, indented like the properties of an object. */
function indentedJson({ text }: ParsedSource, object: SyntaxNode, value: unknown): string {
  const isMultiline = text.slice(object.start, object.end).includes('\n');
  if (!isMultiline) return JSON.stringify(value);
  const [first] = children(object, 'properties');
  const start = first?.start ?? object.start;
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
  const indent = /^[ \t]*$/.test(line) ? line : '  ';
  const depth = indent === '' ? '  ' : indent;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return JSON.stringify(value, null, depth).replaceAll('\n', eol + indent);
}
