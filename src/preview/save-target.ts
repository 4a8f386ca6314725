import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { refuseExisting, resolveTarget } from '../add/target.ts';
import type { ResolvedConfig } from '../config/types.ts';
import { BuildError } from '../core/errors.ts';
import type { Icon } from '../core/types.ts';
import { META_ENDING } from '../node/metadata.ts';
import type { NameConflict } from './api.ts';
import { assertInsideFolder } from './inside-folder.ts';

/** Files to save an icon in; absolute paths. */
export interface SaveTarget {
  readonly svg: string;
  readonly meta: string;
}

/** Icon that has a name, or has it as an alias. */
export function conflictingIcon(
  name: string,
  icons: readonly Icon[],
  folder: string,
  { cwd }: ResolvedConfig,
): NameConflict | undefined {
  const icon = icons.find((each) => each.name === name || each.aliases.includes(name));
  if (!icon) return undefined;
  const { file, hash } = icon.source;
  const conflict = { name: icon.name, file, hash };
  const obstacle =
    icon.name === name
      ? whyNotReplaceable(file, folder, cwd)
      : `'${name}' is an alias of '${icon.name}'.`;
  return obstacle === undefined ? conflict : { ...conflict, obstacle };
}

/** Reason why the source of an icon cannot be replaced. */
function whyNotReplaceable(file: string, folder: string, cwd: string): string | undefined {
  const path = resolve(cwd, file);
  try {
    assertInsideFolder(path, folder, cwd);
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
export function resolveSaveTarget(
  name: string,
  replaced: NameConflict | undefined,
  folder: string,
  { cwd }: ResolvedConfig,
): SaveTarget {
  const target = replaced ? existingTarget(replaced, cwd) : newTarget(name, folder, cwd);
  for (const path of [target.svg, target.meta]) assertInsideFolder(path, folder, cwd);
  return target;
}

function existingTarget({ file }: NameConflict, cwd: string): SaveTarget {
  const svg = resolve(cwd, file);
  return { svg, meta: svg.replace(/\.svg$/i, META_ENDING) };
}

function newTarget(name: string, folder: string, cwd: string): SaveTarget {
  const target = resolveTarget({ what: name, name, path: '', file: name, meta: {} }, folder, name);
  assertInsideFolder(target.svg, folder, cwd);
  refuseExisting(target, cwd, false);
  return { svg: target.svg, meta: target.meta };
}
