import { isAbsolute, resolve } from 'node:path';
import { tryStat } from '../node/files.ts';
import { refuse } from './refuse.ts';

/** Argument of `iconloom add`, parsed. */
export type Wanted =
  | {
      readonly kind: 'file';
      readonly what: string;
      /** Absolute path. */
      readonly path: string;
    }
  | {
      readonly kind: 'set';
      readonly what: string;
      /** `mdi`, `@iconify-json/mdi`, `./sets/mdi.json` */
      readonly from: string;
      readonly icon: string;
    };

/** A scheme and two slashes; a single letter would be a Windows drive. */
const URL_LIKE = /^[a-z][a-z+.-]+:\/\//i;
const SET_AND_ICON = /^(.+):([^:/\\]+)$/;

/**
 * Parses one argument: a path of an SVG file, or `set:icon`.
 *
 * @throws {BuildError} when it is neither.
 */
export function readWanted(what: string, cwd: string): Wanted {
  const unknown = (found: string) => refuse('source-unknown', { what, found, cwd });
  if (URL_LIKE.test(what)) unknown('a URL');
  const path = resolve(cwd, what);
  const stats = tryStat(path);
  if (stats?.isDirectory()) unknown('a folder');
  const isNamedSvg = /\.svg$/i.test(what);
  if (stats && isNamedSvg) return { kind: 'file', what, path };
  if (stats) unknown('a file that is not named .svg');
  if (isNamedSvg || isAbsolute(what)) unknown('no file that exists');
  const [, from, icon] = SET_AND_ICON.exec(what) ?? [];
  if (from === undefined || icon === undefined) {
    return unknown('neither an SVG file nor an icon of an Iconify set');
  }
  return { kind: 'set', what, from, icon };
}
