import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { refuseTaken, targetOf } from '../add/target.ts';
import type { ResolvedConfig } from '../config/types.ts';
import { BuildError } from '../core/errors.ts';
import type { Taken } from '../core/preview.ts';
import type { Icon } from '../core/types.ts';
import { META_ENDING } from '../node/metadata.ts';
import { requireInside } from './place.ts';

/** Where an icon would be saved. Paths are absolute. */
export interface Place {
  readonly svg: string;
  readonly meta: string;
}

/** The icon that has a name, or has it as an alias. */
export function takenBy(
  name: string,
  icons: readonly Icon[],
  folder: string,
  { cwd }: ResolvedConfig,
): Taken | undefined {
  const icon = icons.find((each) => each.name === name || each.aliases.includes(name));
  if (!icon) return undefined;
  const { file, hash } = icon.source;
  const taken = { name: icon.name, file, hash };
  const obstacle =
    icon.name === name
      ? obstacleOf(file, folder, cwd)
      : `'${name}' is another name of '${icon.name}'.`;
  return obstacle === undefined ? taken : { ...taken, obstacle };
}

/** Why the drawing of an icon cannot be replaced. */
function obstacleOf(file: string, folder: string, cwd: string): string | undefined {
  const path = resolve(cwd, file);
  try {
    requireInside(path, folder, cwd);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    return error.diagnostics[0]?.message;
  }
  return existsSync(path) ? undefined : `${file} is gone.`;
}

/**
 * Where to save an icon: the files of the one that it replaces, or files that are not there yet.
 *
 * @param name may begin with folders: `nav/menu`
 * @throws {BuildError} when that is outside the icons folder, or there is a file already.
 */
export function placeFor(
  name: string,
  replaced: Taken | undefined,
  folder: string,
  { cwd }: ResolvedConfig,
): Place {
  const place = replaced ? placeOf(replaced, cwd) : newPlace(name, folder, cwd);
  for (const path of [place.svg, place.meta]) requireInside(path, folder, cwd);
  return place;
}

function placeOf({ file }: Taken, cwd: string): Place {
  const svg = resolve(cwd, file);
  return { svg, meta: svg.replace(/\.svg$/i, META_ENDING) };
}

function newPlace(name: string, folder: string, cwd: string): Place {
  const target = targetOf({ what: name, name, path: '', file: name, meta: {} }, folder, name);
  requireInside(target.svg, folder, cwd);
  refuseTaken(target, cwd, false);
  return { svg: target.svg, meta: target.meta };
}
