import { existsSync } from 'node:fs';
import { stepOf } from '../add/add-icons.ts';
import { fromFile } from '../add/from-file.ts';
import { refuse } from '../add/refuse.ts';
import { BuildError } from '../core/errors.ts';
import type { Saved, Taken, WrittenMeta } from '../core/preview.ts';
import type { IconMeta } from '../core/types.ts';
import { displayPath } from '../node/display-path.ts';
import { readMeta } from '../node/metadata.ts';
import { type Step, switchSources } from '../node/switch.ts';
import { cleanDrawing, inTemporary } from './clean.ts';
import { type Desk, isRefused, nameOf } from './look.ts';
import { requireInside } from './place.ts';
import { type Place, placeFor, takenBy } from './taken.ts';

/** An icon that is to be saved. */
export interface ToSave {
  /** May begin with folders: `nav/menu`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Hash of the drawing that it replaces. */
  readonly replace: string | undefined;
  readonly meta: WrittenMeta;
}

/** Thrown where an icon has the name and was not said to be replaced. */
export class TakenError extends Error {
  readonly taken: Taken;

  constructor(taken: Taken) {
    super(`There is an icon '${taken.name}' already.`);
    this.taken = taken;
  }
}

/**
 * Saves an icon and what is said of it: cleaned, optimized and proven, as `iconloom add` does.
 * Either both files are written or none.
 *
 * @throws {TakenError} when there is an icon of that name, and it is not the one to replace.
 * @throws {BuildError} when the drawing has errors, or would be written outside the icons folder.
 */
export async function saveIcon({ name, bytes, replace, meta }: ToSave, desk: Desk): Promise<Saved> {
  const { set, folder } = desk;
  const { config } = set;
  const { cwd } = config;
  if (folder === undefined) refuse('no-icons-folder', {}, config.configFile);
  const flat = nameOf(name);
  if (flat === '') refuse('name-empty', {}, name || 'the new icon');
  // What someone else put there meanwhile must be known before it is said that there is nothing.
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
  ].filter((step): step is Step => step !== undefined);
  const confirm = () => {
    for (const path of [place.svg, place.meta]) requireInside(path, folder, cwd);
    if (!taken && existsSync(place.svg)) placeFor(name, undefined, folder, config);
  };
  switchSources(steps, confirm);
  await set.update();
  return { name: flat, files: [place.svg, place.meta].map((path) => displayPath(path, cwd)) };
}

/**
 * What a person wrote of the icon before stays, but for what they wrote now; a license that the
 * drawing names is not lost with its comment.
 *
 * @throws {BuildError} when what is written there cannot be read.
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
