import { readFileSync } from 'node:fs';
import type { ResolvedConfig } from '../config/types.ts';
import { displayPath } from '../node/display-path.ts';
import { tryStat } from '../node/files.ts';
import type { SourceFile } from '../node/gather.ts';
import { type FoundUses, findUses } from './code/find-uses.ts';
import { type ConfigEdit, editConfigAliases } from './config-aliases.ts';
import { type Known, metaPathOf } from './known.ts';
import { withUse } from './metadata.ts';
import type { Plan, PlannedFile } from './model.ts';

export interface Names {
  readonly from: string;
  readonly to: string;
  /** Set if the old name stays as an alias. */
  readonly keeps: boolean;
}

/** Changes of references to a renamed icon. */
export type Followed = Omit<Plan, 'cwd' | 'moves'>;

const NO_USES: FoundUses = { uses: [], unsure: [], files: [] };

/** Updates references to a renamed icon in metadata of other icons, configuration and code. */
export async function follow({
  known,
  found,
  names,
  config,
  source,
}: {
  readonly known: Known;
  readonly found: SourceFile;
  readonly names: Names;
  readonly config: ResolvedConfig;
  /** Globs of the app's code. */
  readonly source: readonly string[];
}): Promise<Followed> {
  const { cwd } = config;
  const others = followUses(known, found, names, cwd);
  const configured = await editConfigAliases(config, names);
  const folders = known.drawings.map(({ folder }) => folder);
  const code = source.length > 0 ? findUses(source, names, config, folders) : NO_USES;
  return {
    ...{ uses: code.uses, unsure: code.unsure, diagnostics: configured.diagnostics },
    files: [...others.files, ...configFiles(configured.edit, cwd), ...code.files],
    edits: [...others.edits, ...configEdits(configured.edit, names, cwd)],
  };
}

/** Updates the metadata of icons that are deprecated in favor of the renamed one. */
function followUses(known: Known, found: SourceFile, { from, to }: Names, cwd: string) {
  const files: PlannedFile[] = [];
  const edits: { file: string; about: string }[] = [];
  for (const other of known.drawings) {
    if (other === found || other.entry !== undefined) continue;
    const path = metaPathOf(other.path);
    if (!tryStat(path)) continue;
    const before = readFileSync(path);
    // Most metadata does not refer to other icons and need not be parsed.
    if (!before.includes(JSON.stringify(from))) continue;
    const text = withUse(before.toString('utf8'), from, to);
    if (text === undefined) continue;
    const file = displayPath(path, cwd);
    files.push({ file, before, after: Buffer.from(text) });
    edits.push({ file, about: `is deprecated in favor of '${to}'` });
  }
  return { files, edits };
}

function configFiles(edit: ConfigEdit | undefined, cwd: string): readonly PlannedFile[] {
  if (!edit) return [];
  const { path, before, after } = edit;
  return [{ file: displayPath(path, cwd), before, after: Buffer.from(after) }];
}

function configEdits(edit: ConfigEdit | undefined, { to }: Names, cwd: string) {
  if (!edit) return [];
  return [{ file: displayPath(edit.path, cwd), about: `has its aliases for '${to}'` }];
}
