import { readFileSync } from 'node:fs';
import type { ResolvedConfig } from '../config/types.ts';
import { displayPath } from '../node/display-path.ts';
import { tryStat } from '../node/files.ts';
import type { SourceFile } from '../node/gather.ts';
import { type Followed, follow, type Names } from './follow.ts';
import { drawingOf, type Known, lookAtNames, metaPathOf } from './known.ts';
import { openMeta, withAliases } from './metadata.ts';
import type { Move, PlannedFile, RenamePlan } from './model.ts';
import { type NewPlace, newPlaceOf } from './new-place.ts';
import { planMerge } from './plan-merge.ts';
import { refuse } from './refuse.ts';

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
  const known = await lookAtNames(config);
  const found = drawingOf(from, known, 'renamed');
  const place = newPlaceOf(found, to, config);
  refuseTaken(found, place, known, cwd);

  const isNamed = place.name !== found.name;
  const names = { from: found.name, to: place.name, keeps: alias && isNamed };
  const own = moveOwn(found, place, names, cwd);
  const others = isNamed ? await follow({ known, found, names, config, source }) : NOTHING;
  return {
    ...{ cwd, from: found.name, to: place.name, moves: own.moves },
    ...{ uses: others.uses, unsure: others.unsure, diagnostics: others.diagnostics },
    files: [...own.files, ...others.files],
    edits: [...own.edits, ...others.edits],
  };
}

const NOTHING: Followed = { files: [], edits: [], uses: [], unsure: [], diagnostics: [] };

/** @throws {BuildError} when another icon has the name, or the new file exists. */
function refuseTaken(found: SourceFile, { name, path }: NewPlace, known: Known, cwd: string): void {
  const what = `'${found.name}' cannot be renamed to '${name}'`;
  const isSameFile = path.toLowerCase() === found.path.toLowerCase();
  if (name === found.name && isSameFile) {
    refuse(what, 'that is its name already', 'Choose another name, or another folder.');
  }
  const twin = known.byName.get(name);
  if (twin && twin !== found) {
    refuse(
      what,
      `${twin.file} has that name`,
      `Choose another name, or rename that icon first. If both have the same drawing, --merge makes '${found.name}' an alias of '${name}'.`,
      { file: twin.file },
    );
  }
  const owner = known.byAlias.get(name);
  if (owner && owner !== found) {
    refuse(
      what,
      `that is an alias of '${owner.name}'`,
      `Choose another name, or remove the alias from '${owner.name}' first.`,
      { file: owner.file },
    );
  }
  const inTheWay = [path, metaPathOf(path)].find(
    (each) => tryStat(each) && each !== metaPathOf(found.path),
  );
  if (inTheWay !== undefined) {
    const fix = 'Delete it if it is not needed, or choose another name.';
    refuse(what, 'this file exists already', fix, { file: displayPath(inTheWay, cwd) });
  }
}

/** Moves the source file and its metadata, with the changed aliases. */
function moveOwn(found: SourceFile, { path }: NewPlace, names: Names, cwd: string) {
  const meta = openMeta(found.path, cwd);
  const [metaTo, shown] = [metaPathOf(path), (file: string) => displayPath(file, cwd)];
  const drawing = readFileSync(found.path);
  const text = names.from === names.to ? meta.text : withAliases(meta.text, names);
  const move = (from: string, to: string): Move => ({ from: shown(from), to: shown(to) });
  const moves = [move(found.path, path), ...(meta.bytes ? [move(meta.path, metaTo)] : [])];
  const files: PlannedFile[] = [
    { file: shown(path), before: undefined, after: drawing },
    { file: found.file, before: drawing, after: undefined },
  ];
  if (text !== '') {
    const after = text === meta.text ? meta.bytes : Buffer.from(text);
    files.push({ file: shown(metaTo), before: undefined, after });
  }
  if (meta.bytes) files.push({ file: shown(meta.path), before: meta.bytes, after: undefined });
  const isEdited = text !== meta.text;
  const about = names.keeps ? `keeps '${names.from}' as an alias` : `loses the alias '${names.to}'`;
  return { files, moves, edits: isEdited ? [{ file: shown(metaTo), about }] : [] };
}
