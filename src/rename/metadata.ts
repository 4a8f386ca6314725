import { readFileSync } from 'node:fs';
import { addProperty, addToList, stringsAt } from '../edit/add-to-json.ts';
import {
  hasObjectAt,
  removeProperty,
  replaceInList,
  replaceText,
  textAt,
} from '../edit/change-json.ts';
import { parseJson } from '../edit/parse.ts';
import { displayPath } from '../node/display-path.ts';
import { statsAt } from '../node/files.ts';
import { metaPathOf } from './known.ts';
import { refuse } from './refuse.ts';

/** Metadata as it stands in its file; text `''` where there is no file. */
export interface MetaFile {
  /** Absolute path. */
  readonly path: string;
  readonly bytes: Uint8Array | undefined;
  readonly text: string;
}

/**
 * Reads the metadata of a drawing to be edited.
 *
 * @throws {BuildError} when it is there and no JSON object.
 */
export function openMeta(drawing: string, cwd: string): MetaFile {
  const path = metaPathOf(drawing);
  if (!statsAt(path)) return { path, bytes: undefined, text: '' };
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  if (parseJson(text)?.root.type === 'ObjectExpression') return { path, bytes, text };
  return refuse(
    'The metadata cannot be edited',
    'it is no JSON object',
    'Correct the file, and run the command again.',
    { file: displayPath(path, cwd) },
  );
}

/** The text with more items in one of its lists of strings; those that are in it stay as they are. */
export function withItems(text: string, key: string, items: readonly string[]): string {
  const known = new Set(stringsAt(text, [key]) ?? []);
  return [...new Set(items)]
    .filter((item) => !known.has(item))
    .reduce((all, item) => withItem(all, key, item), text);
}

function withItem(text: string, key: string, item: string): string {
  if (text === '') return `{\n  "${key}": [${JSON.stringify(item)}]\n}\n`;
  return (
    addToList(text, [key], item) ??
    addProperty(text, [key], [item])?.replace(SPREAD_LIST, '["$1"]') ??
    text
  );
}

/** The text with the old name as an alias, or without, and the new name as none. */
export function withAliases(
  text: string,
  { from, to, keeps }: { readonly from: string; readonly to: string; readonly keeps: boolean },
): string {
  const aliases = stringsAt(text, ['aliases']) ?? [];
  const isIn = aliases.includes(from);
  if (aliases.includes(to)) {
    return replaceInList(text, ['aliases'], to, keeps && !isIn ? from : undefined) ?? text;
  }
  if (!keeps || isIn) return text;
  return withItem(text, 'aliases', from);
}

/** A list of one item over three lines, which takes one. */
const SPREAD_LIST = /\[\s*"((?:[^"\\]|\\.)*)"\s*\](?=[^[\]]*$)/;

/** What is said of an icon that is no longer to be used. */
export interface Deprecation {
  /** The icon to use instead. */
  readonly use?: string;
  /** The version since which it is so. */
  readonly since?: string;
}

/** The text with a deprecation, in the place of the one that was there. */
export function withDeprecation(text: string, said: Deprecation): string {
  if (text === '') return `${JSON.stringify({ deprecated: said }, null, 2)}\n`;
  const path = ['deprecated'];
  if (!hasObjectAt(text, path)) {
    return addProperty(removed(text, path), path, said) ?? text;
  }
  const keys = ['use', 'since'] as const;
  return keys.reduce((all, key) => put(all, [...path, key], said[key]), text);
}

function put(text: string, path: readonly string[], value: string | undefined): string {
  if (value === undefined) return removed(text, path);
  if (textAt(text, path) === value) return text;
  const replaced = replaceText(text, path, value);
  return replaced ?? addProperty(removed(text, path), path, value) ?? text;
}

function removed(text: string, path: readonly string[]): string {
  return removeProperty(text, path) ?? text;
}

/** The text in which whoever was to use an icon is told its new name; `undefined` where none is. */
export function withUse(text: string, from: string, to: string): string | undefined {
  if (textAt(text, ['deprecated', 'use']) !== from) return undefined;
  return replaceText(text, ['deprecated', 'use'], to);
}
