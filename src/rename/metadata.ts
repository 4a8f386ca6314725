import { readFileSync } from 'node:fs';
import { addProperty, addToList, stringsAt } from '../edit/add-to-json.ts';
import {
  hasObjectAt,
  removeProperty,
  replaceInList,
  replaceStringAt,
  stringAt,
} from '../edit/change-json.ts';
import { parseJson } from '../edit/parse.ts';
import { displayPath } from '../node/display-path.ts';
import { tryStat } from '../node/files.ts';
import { metaPathOf } from './icon-index.ts';
import { refuse } from './refuse.ts';

/** Metadata file; text `''` if it does not exist. */
export interface MetaFile {
  /** Absolute path. */
  readonly path: string;
  readonly bytes: Uint8Array | undefined;
  readonly text: string;
}

/**
 * Reads the metadata of an icon for editing.
 *
 * @throws {BuildError} when the file exists and is not a JSON object.
 */
export function readMetaFile(svgPath: string, cwd: string): MetaFile {
  const path = metaPathOf(svgPath);
  if (!tryStat(path)) return { path, bytes: undefined, text: '' };
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  if (parseJson(text)?.root.type === 'ObjectExpression') return { path, bytes, text };
  return refuse(
    'The metadata cannot be edited',
    'it is not a JSON object',
    'Fix the file, and run the command again.',
    { file: displayPath(path, cwd) },
  );
}

/** Adds items to a list of strings in JSON; existing items are unchanged. */
export function withItems(text: string, key: string, items: readonly string[]): string {
  const existing = new Set(stringsAt(text, [key]) ?? []);
  return [...new Set(items)]
    .filter((item) => !existing.has(item))
    .reduce((all, item) => withItem(all, key, item), text);
}

function withItem(text: string, key: string, item: string): string {
  if (text === '') return `{\n  "${key}": [${JSON.stringify(item)}]\n}\n`;
  return (
    addToList(text, [key], item) ??
    addProperty(text, [key], [item])?.replace(MULTILINE_LIST, '["$1"]') ??
    text
  );
}

/** Adds the old name to the aliases or removes it, and removes the new name. */
export function withAliases(
  text: string,
  {
    from,
    to,
    keepsAlias,
  }: { readonly from: string; readonly to: string; readonly keepsAlias: boolean },
): string {
  const aliases = stringsAt(text, ['aliases']) ?? [];
  const isListed = aliases.includes(from);
  if (aliases.includes(to)) {
    return replaceInList(text, ['aliases'], to, keepsAlias && !isListed ? from : undefined) ?? text;
  }
  if (!keepsAlias || isListed) return text;
  return withItem(text, 'aliases', from);
}

/**
 * Removes the display name if it is the new name, which leads anyway, or the old one, which leads no
 * longer. An alias that leads stays.
 */
export function withoutDisplayName(
  text: string,
  { from, to }: { readonly from: string; readonly to: string },
): string {
  const displayName = stringAt(text, ['displayName']);
  return displayName === from || displayName === to ? withoutProperty(text, ['displayName']) : text;
}

/** List of one item that spans three lines, to be joined in one. */
const MULTILINE_LIST = /\[\s*"((?:[^"\\]|\\.)*)"\s*\](?=[^[\]]*$)/;

/** Deprecation of an icon. */
export interface Deprecation {
  /** The icon to use instead. */
  readonly use?: string;
  /** Version since which the icon is deprecated. */
  readonly since?: string;
  /** Reason, in a sentence. */
  readonly note?: string;
}

/** Sets the deprecation in the metadata. */
export function withDeprecation(text: string, deprecation: Deprecation): string {
  if (text === '') return `${JSON.stringify({ deprecated: deprecation }, null, 2)}\n`;
  const path = ['deprecated'];
  if (!hasObjectAt(text, path)) {
    return addProperty(withoutProperty(text, path), path, deprecation) ?? text;
  }
  const keys = ['use', 'since', 'note'] as const;
  return keys.reduce((all, key) => setText(all, [...path, key], deprecation[key]), text);
}

function setText(text: string, path: readonly string[], value: string | undefined): string {
  if (value === undefined) return withoutProperty(text, path);
  if (stringAt(text, path) === value) return text;
  const replaced = replaceStringAt(text, path, value);
  return replaced ?? addProperty(withoutProperty(text, path), path, value) ?? text;
}

function withoutProperty(text: string, path: readonly string[]): string {
  return removeProperty(text, path) ?? text;
}

/** Renames the replacement of a deprecated icon; `undefined` if the replacement is another icon. */
export function withReplacement(text: string, from: string, to: string): string | undefined {
  if (stringAt(text, ['deprecated', 'use']) !== from) return undefined;
  return replaceStringAt(text, ['deprecated', 'use'], to);
}
