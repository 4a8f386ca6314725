import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fastGlob from 'fast-glob';
import { byCodeUnit } from '../core/names.ts';

/** SVG file in a folder or its subfolders. */
export interface SvgFile {
  /** Absolute path. */
  readonly path: string;
  /** Path relative to the folder, without extension. */
  readonly relativePath: string;
  readonly text: string;
}

/** Reads the SVG files in a folder and its subfolders, sorted. */
export function readSvgFiles(folder: string): readonly SvgFile[] {
  return fastGlob
    .sync('**/*.svg', { cwd: folder, followSymbolicLinks: false, suppressErrors: true })
    .sort(byCodeUnit)
    .map((file) => {
      const path = resolve(folder, file);
      return { path, relativePath: file.replace(/\.svg$/i, ''), text: readFileSync(path, 'utf8') };
    });
}
