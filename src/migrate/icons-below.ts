import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fastGlob from 'fast-glob';
import { byCodeUnit } from '../core/names.ts';

/** A drawing below a folder. */
export interface IconFile {
  /** Absolute path. */
  readonly path: string;
  /** Path below the folder, without the ending. */
  readonly below: string;
  readonly text: string;
}

/** The drawings below a folder, sorted. */
export function iconsBelow(folder: string): readonly IconFile[] {
  return fastGlob
    .sync('**/*.svg', { cwd: folder, followSymbolicLinks: false, suppressErrors: true })
    .sort(byCodeUnit)
    .map((file) => {
      const path = resolve(folder, file);
      return { path, below: file.replace(/\.svg$/i, ''), text: readFileSync(path, 'utf8') };
    });
}
