import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { refuseTaken, targetOf } from '../add/target.ts';
import type { ResolvedConfig } from '../config/types.ts';
import { BuildError } from '../core/errors.ts';
import type { Taken } from '../core/preview.ts';
import type { Icon } from '../core/types.ts';
import { META_ENDING } from '../node/metadata.ts';
import { requireInside } from './place.ts';

/** Files to save an icon in; absolute paths. */
export interface Place {
  readonly svg: string;
  readonly meta: string;
}

/** Icon that has a name, or has it as an alias. */
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
    icon.name === name ? obstacleOf(file, folder, cwd) : `'${name}' is an alias of '${icon.name}'.`;
  return obstacle === undefined ? taken : { ...taken, obstacle };
}

/** Reason why the source of an icon cannot be replaced. */
function obstacleOf(file: string, folder: string, cwd: string): string | undefined {
  const path = resolve(cwd, file);
  try {
    requireInside(path, folder, cwd);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    return error.diagnostics[0]?.message;
  }
  return existsSync(path) ? undefined : `${file} no longer exists.`;
}

/**
 * Finds the files to save an icon in: those of the icon that it replaces, or new ones.
 *
 * @param name may begin with folders: `nav/menu`
 * @throws {BuildError} when they are outside the icons folder, or a file already exists.
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
