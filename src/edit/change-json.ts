import { child, children, keyOf, parseJson, type SyntaxNode, stringOf } from './parse.ts';
import { removeItem, replaceAll, replaceString } from './replace.ts';

/** String at a path; `undefined` if there is none. */
export function stringAt(text: string, path: readonly string[]): string | undefined {
  return stringOf(nodeAt(parseJson(text)?.root, path));
}

/** Keys of the root object; empty if the root is not an object. */
export function keysOf(text: string): readonly string[] {
  return children(parseJson(text)?.root ?? EMPTY_NODE, 'properties').flatMap(
    (property) => keyOf(property) ?? [],
  );
}

/** Checks that there is an object at a path. */
export function hasObjectAt(text: string, path: readonly string[]): boolean {
  return nodeAt(parseJson(text)?.root, path)?.type === 'ObjectExpression';
}

/** Replaces the string at a path; `undefined` if there is none. */
export function replaceStringAt(
  text: string,
  path: readonly string[],
  value: string,
): string | undefined {
  const node = nodeAt(parseJson(text)?.root, path);
  if (stringOf(node) === undefined || !node) return undefined;
  return replaceAll(text, [replaceString(text, node, value)]);
}

/**
 * Replaces an item of a list of strings, or removes it; `undefined` if there is no such item.
 */
export function replaceInList(
  text: string,
  path: readonly string[],
  item: string,
  replacement?: string,
): string | undefined {
  const parsed = parseJson(text);
  const items = children(nodeAt(parsed?.root, path) ?? EMPTY_NODE, 'elements');
  const node = items.find((each) => stringOf(each) === item);
  if (!parsed || !node) return undefined;
  const change =
    replacement === undefined
      ? removeItem(parsed, items, node)
      : replaceString(text, node, replacement);
  return replaceAll(text, [change]);
}

/** Removes a property and its comma; `undefined` if there is none. */
export function removeProperty(text: string, path: readonly string[]): string | undefined {
  const parsed = parseJson(text);
  const owner = nodeAt(parsed?.root, path.slice(0, -1)) ?? EMPTY_NODE;
  const properties = children(owner, 'properties');
  const node = properties.findLast((each) => keyOf(each) === path.at(-1));
  return parsed && node && replaceAll(text, [removeItem(parsed, properties, node)]);
}

const EMPTY_NODE: SyntaxNode = { type: 'Nothing', start: 0, end: 0 };

function nodeAt(root: SyntaxNode | undefined, path: readonly string[]): SyntaxNode | undefined {
  let at = root;
  for (const key of path) {
    if (at?.type !== 'ObjectExpression') return undefined;
    const property: SyntaxNode | undefined = children(at, 'properties').findLast(
      (each) => keyOf(each) === key,
    );
    at = property && child(property, 'value');
  }
  return at;
}
