import { existsSync } from 'node:fs';
import { toFileOp } from '../add/add-icons.ts';
import { originFromFile } from '../add/from-file.ts';
import { refuse } from '../add/refuse.ts';
import { BuildError } from '../core/errors.ts';
import type { IconMeta } from '../core/types.ts';
import { commitProjectFiles, type FileOp } from '../node/commit-files.ts';
import { displayPath } from '../node/display-path.ts';
import { readMeta } from '../node/metadata.ts';
import type { EditableMeta, NameConflict, SaveResult } from './api.ts';
import { cleanSource, withTempFile } from './clean-source.ts';
import { assertInsideFolder } from './inside-folder.ts';
import { hasErrors, normalizeName, type PreviewContext } from './preview-source.ts';
import { conflictingIcon, resolveSaveTarget, type SaveTarget } from './save-target.ts';

/** Icon to save. */
export interface SaveInput {
  /** May begin with folders: `nav/menu`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Hash of the source that it replaces. */
  readonly replace: string | undefined;
  readonly meta: EditableMeta;
}

/** Error when another icon has the name, and is not the one to replace. */
export class NameConflictError extends Error {
  readonly conflict: NameConflict;

  constructor(conflict: NameConflict) {
    super(`An icon named '${conflict.name}' already exists.`);
    this.conflict = conflict;
  }
}

/**
 * Saves an icon and its metadata: cleaned, optimized and verified, as `iconloom add` does.
 * Either both files are written or none.
 *
 * @throws {NameConflictError} when there is an icon of that name, and it is not the one to replace.
 * @throws {BuildError} when the source has errors, or would be written outside the icons folder.
 */
export async function saveIcon(
  { name, bytes, replace, meta }: SaveInput,
  context: PreviewContext,
): Promise<SaveResult> {
  const { set, folder } = context;
  const { config } = set;
  const { cwd } = config;
  if (folder === undefined) refuse('no-icons-folder', {}, config.configFile);
  const iconName = normalizeName(name);
  if (iconName === '') refuse('name-empty', { found: '' }, name || 'the new icon');
  // Finds icons that were added meanwhile.
  await set.refresh();
  const conflict = conflictingIcon(iconName, set.getState().icons, folder, config);
  if (conflict && (conflict.hash !== replace || conflict.obstacle !== undefined))
    throw new NameConflictError(conflict);
  const target = resolveSaveTarget(name, conflict, folder, config);
  const savedAs = displayPath(target.svg, cwd);
  const cleaned = await cleanSource(bytes, { name: iconName, file: savedAs, savedAs }, config);
  if (!cleaned.icon || hasErrors(cleaned.diagnostics)) throw new BuildError(cleaned.diagnostics);
  const newMeta = await mergeMeta(target, bytes, meta, cwd);
  const steps = [
    toFileOp(target.svg, cleaned.svg, cwd),
    toFileOp(target.meta, `${JSON.stringify(newMeta, null, 2)}\n`, cwd),
  ].filter((step): step is FileOp => step !== undefined);
  const confirm = () => {
    for (const path of [target.svg, target.meta]) assertInsideFolder(path, folder, cwd);
    if (!conflict && existsSync(target.svg)) resolveSaveTarget(name, undefined, folder, config);
  };
  commitProjectFiles(steps, confirm);
  await set.refresh();
  return { name: iconName, files: [target.svg, target.meta].map((path) => displayPath(path, cwd)) };
}

/**
 * Merges new metadata into the existing file; a license that the source names in a comment is kept.
 *
 * @throws {BuildError} when the existing file cannot be read.
 */
async function mergeMeta(
  target: SaveTarget,
  bytes: Uint8Array,
  { title, category, tags }: EditableMeta,
  cwd: string,
): Promise<IconMeta> {
  const { meta: sourceMeta } = await withTempFile(bytes, (path) =>
    originFromFile({ kind: 'file', what: 'drawing', path }, cwd),
  );
  const { license } = sourceMeta;
  const before = existsSync(target.meta)
    ? await readMeta(target.meta, displayPath(target.meta, cwd))
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
