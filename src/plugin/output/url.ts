import { dirname, relative } from 'node:path/posix';
import { asciiLiteral } from '../placeholder.ts';
import type { UrlCode } from './replace.ts';

/** URLs of files below a public path, such as `/` or `https://cdn.example/`. */
export function urlsBelow(base: string): UrlCode {
  const folder = base === '' || base.endsWith('/') ? base : `${base}/`;
  return (fileName) => asciiLiteral(folder + encodePath(fileName));
}

/**
 * Query that keeps Vite from turning a file into a `data:` URL, which `<use>` cannot read. It is
 * added to links that another bundler may process; servers ignore it.
 */
export const NO_INLINE = '?no-inline';

/**
 * URLs relative to the chunk that they are in, which may be served from anywhere.
 *
 * @param format format of the output, in Rollup's terms
 * @param chunk file of the chunk, below the output folder
 * @param query put after each URL
 */
export function urlsBeside(format: string, chunk: string, query = ''): UrlCode {
  return (fileName) =>
    urlBeside(format, asciiLiteral(encodePath(relative(dirname(chunk), fileName)) + query));
}

/**
 * A URL relative to the chunk that it is in.
 *
 * @param path code for the relative URL
 */
export function urlBeside(format: string, path: string): string {
  const script = 'document.currentScript&&document.currentScript.src||document.baseURI';
  switch (format) {
    case 'es':
    case 'esm':
    case 'module':
      return `new URL(${path},import.meta.url).href`;
    case 'system':
    case 'systemjs':
      return `new URL(${path},module.meta.url).href`;
    case 'cjs':
    case 'commonjs':
      return `(typeof document=="undefined"?new URL(${path},require("url").pathToFileURL(__filename)).href:new URL(${path},${script}).href)`;
    default:
      return `(typeof document=="undefined"?${path}:new URL(${path},${script}).href)`;
  }
}

/** Encodes a path for URLs. */
function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
