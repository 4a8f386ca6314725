import { readFileSync } from 'node:fs';
import type { ResolvedConfig } from '../config/types.ts';
import { displayPath } from '../node/display-path.ts';
import { tryStat } from '../node/files.ts';
import type { SourceFile } from '../pipeline/collect-sources.ts';
import { findSourceFile, type IconIndex, indexIcons, metaPathOf } from './icon-index.ts';
import { readMetaFile, withAliases, withoutDisplayName } from './metadata.ts';
import type { FileChange, FileMove, RenamePlan } from './model.ts';
import { type NewLocation, resolveNewLocation } from './new-location.ts';
import { planMerge } from './plan-merge.ts';
import { refuse } from './refuse.ts';
import { type NameChange, type ReferenceUpdates, updateReferences } from './update-references.ts';

export interface RenameOptions {
  /** Keeps the old name as an alias, so that existing uses still work. Default: true. */
  readonly alias?: boolean;
  /** Globs of the app's code, relative to the working folder. Default: none. */
  readonly source?: readonly string[];
  /**
   * Merges with an icon that has the name already and the same drawing: the source file is removed,
   * and the old name becomes an alias of that icon. Default: false.
   */
  readonly merge?: boolean;
}

/**
 * Plans the rename of an icon: its source file and metadata move, the old name becomes an alias,
 * and references in the metadata of other icons and in the configuration change. Nothing is
 * written; see `applyPlan`.
 *
 * @param from name of an icon, or its path in the icons folder: `nav/menu`
 * @param to new name, with or without a folder: `nav/menu`, `nav-menu`
 * @throws {BuildError} when there is no such icon, the name is taken or invalid, or metadata to
 * edit is not JSON.
 */
export async function planRename(
  config: ResolvedConfig,
  from: string,
  to: string,
  options: RenameOptions = {},
): Promise<RenamePlan> {
  const { alias = true, source = [], merge = false } = options;
  if (merge) return planMerge(config, from, to, { alias, source });
  const { cwd } = config;
  const iconIndex = await indexIcons(config);
  // A rename changes one of its names, so it must be clear which.
  const sourceFile = findSourceFile(from, iconIndex, 'renamed', { acceptsDisplayName: false });
  const newLocation = resolveNewLocation(sourceFile, to, config);
  refuseExisting(sourceFile, newLocation, iconIndex, cwd);

  const isNamed = newLocation.name !== sourceFile.name;
  const names = { from: sourceFile.name, to: newLocation.name, keepsAlias: alias && isNamed };
  const moved = moveFiles(sourceFile, newLocation, names, cwd);
  const updates = isNamed
    ? await updateReferences({ iconIndex, sourceFile, names, config, source })
    : NO_UPDATES;
  return {
    cwd,
    from: sourceFile.name,
    to: newLocation.name,
    moves: moved.moves,
    uses: updates.uses,
    unsure: updates.unsure,
    diagnostics: updates.diagnostics,
    files: [...moved.files, ...updates.files],
    edits: [...moved.edits, ...updates.edits],
  };
}

const NO_UPDATES: ReferenceUpdates = {
  files: [],
  edits: [],
  uses: [],
  unsure: [],
  diagnostics: [],
};

/** @throws {BuildError} when another icon has the name, or the new file exists. */
function refuseExisting(
  sourceFile: SourceFile,
  { name, path }: NewLocation,
  iconIndex: IconIndex,
  cwd: string,
): void {
  const what = `'${sourceFile.name}' cannot be renamed to '${name}'`;
  const isSameFile = path.toLowerCase() === sourceFile.path.toLowerCase();
  if (name === sourceFile.name && isSameFile) {
    refuse(what, 'that is its name already', 'Choose another name, or another folder.');
  }
  const conflicting = iconIndex.byName.get(name);
  if (conflicting && conflicting !== sourceFile) {
    refuse(
      what,
      `${conflicting.file} has that name`,
      `Choose another name, or rename that icon first. If both have the same drawing, --merge makes '${sourceFile.name}' an alias of '${name}'.`,
      { file: conflicting.file },
    );
  }
  const aliasOwner = iconIndex.byAlias.get(name);
  if (aliasOwner && aliasOwner !== sourceFile) {
    refuse(
      what,
      `that is an alias of '${aliasOwner.name}'`,
      `Choose another name, or remove the alias from '${aliasOwner.name}' first.`,
      { file: aliasOwner.file },
    );
  }
  const blockingFile = [path, metaPathOf(path)].find(
    (each) => tryStat(each) && each !== metaPathOf(sourceFile.path),
  );
  if (blockingFile !== undefined) {
    const fix = 'Delete it if it is not needed, or choose another name.';
    refuse(what, 'this file exists already', fix, { file: displayPath(blockingFile, cwd) });
  }
}

/** Moves the source file and its metadata, with the changed aliases. */
function moveFiles(sourceFile: SourceFile, { path }: NewLocation, names: NameChange, cwd: string) {
  const meta = readMetaFile(sourceFile.path, cwd);
  const [metaTo, toDisplayPath] = [metaPathOf(path), (file: string) => displayPath(file, cwd)];
  const svg = readFileSync(sourceFile.path);
  const isRenamed = names.from !== names.to;
  const withNames = isRenamed ? withAliases(meta.text, names) : meta.text;
  const text = isRenamed ? withoutDisplayName(withNames, names) : meta.text;
  const move = (from: string, to: string): FileMove => ({
    from: toDisplayPath(from),
    to: toDisplayPath(to),
  });
  const moves = [move(sourceFile.path, path), ...(meta.bytes ? [move(meta.path, metaTo)] : [])];
  const files: FileChange[] = [
    { file: toDisplayPath(path), before: undefined, after: svg },
    { file: sourceFile.file, before: svg, after: undefined },
  ];
  if (text !== '') {
    const after = text === meta.text ? meta.bytes : Buffer.from(text);
    files.push({ file: toDisplayPath(metaTo), before: undefined, after });
  }
  if (meta.bytes)
    files.push({ file: toDisplayPath(meta.path), before: meta.bytes, after: undefined });
  const changes = [
    ...(withNames === meta.text ? [] : [aliasChange(names)]),
    ...(text === withNames ? [] : [`is shown as '${names.to}'`]),
  ];
  const edits =
    changes.length > 0 ? [{ file: toDisplayPath(metaTo), about: changes.join(', and ') }] : [];
  return { files, moves, edits };
}

function aliasChange({ from, to, keepsAlias }: NameChange): string {
  return keepsAlias ? `keeps '${from}' as an alias` : `loses the alias '${to}'`;
}
