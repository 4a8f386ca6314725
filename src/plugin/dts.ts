import { basename, dirname, relative, resolve } from 'node:path';
import type { Icon } from '../core/types.ts';
import { readIfExists, writeFileAtomic } from '../node/files.ts';
import { declarationMap } from './declaration-map.ts';
import { createDeclarations } from './declarations.ts';

/**
 * Writes the types of the names, and the map that leads from each to its source file, if they
 * changed.
 *
 * @param folder absolute path that the files of icons are relative to
 */
export function writeTypes(path: string, icons: readonly Icon[], folder: string): void {
  const { text, names } = createDeclarations(icons);
  const map = `${basename(path)}.map`;
  const locations = names.map(({ line, column, icon }) => ({
    line,
    column,
    source: icon && sourceFrom(dirname(path), resolve(folder, icon.source.file)),
  }));
  writeChanged(`${path}.map`, declarationMap(basename(path), locations));
  writeChanged(path, `${text}//# sourceMappingURL=${encodeURIComponent(map)}\n`);
}

/** Path of a source file; `undefined` for icons of sets, which have no files of their own. */
function sourceFrom(folder: string, file: string): string | undefined {
  return file.endsWith('.svg') ? relative(folder, file).replaceAll('\\', '/') : undefined;
}

function writeChanged(path: string, text: string): void {
  if (readIfExists(path) !== text) writeFileAtomic(path, text);
}
