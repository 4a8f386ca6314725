import { relative } from 'node:path';
import type { Where } from '../../core/diagnostics.ts';
import { readIfExists } from '../../node/files.ts';

/** Link in a file of the app. */
export interface LinkPlace {
  /** Path relative to the project. */
  readonly file: string;
  readonly where: Where;
  /** The line. */
  readonly text: string;
}

/** Limit of shown characters of a line. */
const MAX_LINE_LENGTH = 60;

/** Files of packages, and virtual modules. */
const IGNORED_FILES = /[\\/]node_modules[\\/]|^\0/;

/**
 * Finds links in the files of modules.
 *
 * @param text text after `#`
 * @param options.isDynamic true if code appends a name, so that the text is not the whole id
 */
export function placesOfLink(
  text: string,
  { isDynamic }: { readonly isDynamic: boolean },
  { modules, root }: { readonly modules: Iterable<string>; readonly root: string },
): readonly LinkPlace[] {
  const escaped = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const pattern = new RegExp(
    `["'\`=]#${escaped}(?=${isDynamic ? '\\$?\\{|["\'`]' : '["\'`\\s>]'})`,
    'g',
  );
  const files = new Set([...modules].map((id) => id.replace(/[?#].*$/, '')));
  return [...files].flatMap((path) => {
    if (IGNORED_FILES.test(path)) return [];
    const code = readIfExists(path) ?? '';
    const file = relative(root, path).replaceAll('\\', '/');
    return [...code.matchAll(pattern)].map(({ index }) => placeIn(code, index + 1, file));
  });
}

function placeIn(code: string, offset: number, file: string): LinkPlace {
  const start = code.lastIndexOf('\n', offset - 1) + 1;
  const end = code.indexOf('\n', offset);
  const line = code.slice(start, end < 0 ? undefined : end).trim();
  return {
    file,
    where: { line: code.slice(0, offset).split('\n').length, column: offset - start + 1 },
    text: line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH - 1)}…` : line,
  };
}
