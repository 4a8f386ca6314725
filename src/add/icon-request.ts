import { isAbsolute, resolve } from 'node:path';
import { tryStat } from '../node/files.ts';
import { refuse } from './refuse.ts';

/** Argument of `iconloom add`, parsed. */
export type IconRequest =
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
export function parseIconRequest(what: string, cwd: string): IconRequest {
  const refuseUnknown = (found: string) => refuse('source-unknown', { what, found, cwd });
  if (URL_LIKE.test(what)) refuseUnknown('a URL');
  const path = resolve(cwd, what);
  const stats = tryStat(path);
  if (stats?.isDirectory()) refuseUnknown('a folder');
  const isNamedSvg = /\.svg$/i.test(what);
  if (stats && isNamedSvg) return { kind: 'file', what, path };
  if (stats) refuseUnknown('a file that is not named .svg');
  if (isNamedSvg || isAbsolute(what)) refuseUnknown('not a file that exists');
  const [, from, icon] = SET_AND_ICON.exec(what) ?? [];
  if (from === undefined || icon === undefined) {
    return refuseUnknown('neither an SVG file nor an icon of an Iconify set');
  }
  return { kind: 'set', what, from, icon };
}
