import { existsSync } from 'node:fs';
import { stepOf } from '../add/add-icons.ts';
import { fromFile } from '../add/from-file.ts';
import { refuse } from '../add/refuse.ts';
import { BuildError } from '../core/errors.ts';
import type { Saved, Taken, WrittenMeta } from '../core/preview.ts';
import type { IconMeta } from '../core/types.ts';
import { displayPath } from '../node/display-path.ts';
import { readMeta } from '../node/metadata.ts';
import { commitProjectFiles, type FileOp } from '../node/switch.ts';
import { cleanDrawing, inTemporary } from './clean.ts';
import { type Desk, isRefused, nameOf } from './look.ts';
import { requireInside } from './place.ts';
import { type Place, placeFor, takenBy } from './taken.ts';

/** Icon to save. */
export interface ToSave {
  /** May begin with folders: `nav/menu`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Hash of the source that it replaces. */
  readonly replace: string | undefined;
  readonly meta: WrittenMeta;
}

/** Error when another icon has the name, and is not the one to replace. */
export class TakenError extends Error {
  readonly taken: Taken;

  constructor(taken: Taken) {
    super(`An icon named '${taken.name}' already exists.`);
    this.taken = taken;
  }
}

/**
 * Saves an icon and its metadata: cleaned, optimized and verified, as `iconloom add` does.
 * Either both files are written or none.
 *
 * @throws {TakenError} when there is an icon of that name, and it is not the one to replace.
 * @throws {BuildError} when the source has errors, or would be written outside the icons folder.
 */
export async function saveIcon({ name, bytes, replace, meta }: ToSave, desk: Desk): Promise<Saved> {
  const { set, folder } = desk;
  const { config } = set;
  const { cwd } = config;
  if (folder === undefined) refuse('no-icons-folder', {}, config.configFile);
  const flat = nameOf(name);
  if (flat === '') refuse('name-empty', {}, name || 'the new icon');
  // Finds icons that were added meanwhile.
  await set.update();
  const taken = takenBy(flat, set.now().icons, folder, config);
  if (taken && (taken.hash !== replace || taken.obstacle !== undefined))
    throw new TakenError(taken);
  const place = placeFor(name, taken, folder, config);
  const savedAs = displayPath(place.svg, cwd);
  const cleaned = await cleanDrawing(bytes, { name: flat, file: savedAs, savedAs }, config);
  if (!cleaned.icon || isRefused(cleaned.diagnostics)) throw new BuildError(cleaned.diagnostics);
  const said = await metaFor(place, bytes, meta, cwd);
  const steps = [
    stepOf(place.svg, cleaned.svg, cwd),
    stepOf(place.meta, `${JSON.stringify(said, null, 2)}\n`, cwd),
  ].filter((step): step is FileOp => step !== undefined);
  const confirm = () => {
    for (const path of [place.svg, place.meta]) requireInside(path, folder, cwd);
    if (!taken && existsSync(place.svg)) placeFor(name, undefined, folder, config);
  };
  commitProjectFiles(steps, confirm);
  await set.update();
  return { name: flat, files: [place.svg, place.meta].map((path) => displayPath(path, cwd)) };
}

/**
 * Merges new metadata into the existing file; a license that the source names in a comment is kept.
 *
 * @throws {BuildError} when the existing file cannot be read.
 */
async function metaFor(
  place: Place,
  bytes: Uint8Array,
  { title, category, tags }: WrittenMeta,
  cwd: string,
): Promise<IconMeta> {
  const { meta: found } = await inTemporary(bytes, (path) =>
    fromFile({ kind: 'file', what: 'drawing', path }, cwd),
  );
  const { license } = found;
  const before = existsSync(place.meta)
    ? await readMeta(place.meta, displayPath(place.meta, cwd))
    : { value: {}, diagnostics: [] };
  if (before.diagnostics.length > 0) throw new BuildError(before.diagnostics);
  return {
    ...(license && { license }),
    ...before.value,
    ...(title !== undefined && { title }),
    ...(category !== undefined && { category }),
    ...(tags !== undefined && (tags.length > 0 || before.value.tags) && { tags }),
  };
}
