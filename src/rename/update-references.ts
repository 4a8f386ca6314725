import { readFileSync } from 'node:fs';
import type { ResolvedConfig } from '../config/types.ts';
import { displayPath } from '../node/display-path.ts';
import { tryStat } from '../node/files.ts';
import type { SourceFile } from '../pipeline/collect-sources.ts';
import { type CodeUses, findUsesInFiles } from './code/find-uses.ts';
import { type ConfigEdit, editConfigAliases } from './config-aliases.ts';
import { type IconIndex, metaPathOf } from './icon-index.ts';
import { withReplacement } from './metadata.ts';
import type { ChangePlan, FileChange } from './model.ts';

export interface NameChange {
  readonly from: string;
  readonly to: string;
  /** Set if the old name stays as an alias. */
  readonly keepsAlias: boolean;
}

/** Changes of references to a renamed icon. */
export type ReferenceUpdates = Omit<ChangePlan, 'cwd' | 'moves'>;

const NO_USES: CodeUses = { uses: [], unsure: [], files: [] };

/** Updates references to a renamed icon in metadata of other icons, configuration and code. */
export async function updateReferences({
  iconIndex,
  sourceFile,
  names,
  config,
  source,
}: {
  readonly iconIndex: IconIndex;
  readonly sourceFile: SourceFile;
  readonly names: NameChange;
  readonly config: ResolvedConfig;
  /** Globs of the app's code. */
  readonly source: readonly string[];
}): Promise<ReferenceUpdates> {
  const { cwd } = config;
  const others = updateDeprecations(iconIndex, sourceFile, names, cwd);
  const aliasEdit = await editConfigAliases(config, names);
  const folders = iconIndex.sourceFiles.map(({ folder }) => folder);
  const code = source.length > 0 ? findUsesInFiles(source, names, config, folders) : NO_USES;
  return {
    uses: code.uses,
    unsure: code.unsure,
    diagnostics: aliasEdit.diagnostics,
    files: [...others.files, ...configFiles(aliasEdit.edit, cwd), ...code.files],
    edits: [...others.edits, ...configEdits(aliasEdit.edit, names, cwd)],
  };
}

/** Updates the metadata of icons that are deprecated in favor of the renamed one. */
function updateDeprecations(
  iconIndex: IconIndex,
  sourceFile: SourceFile,
  { from, to }: NameChange,
  cwd: string,
) {
  const files: FileChange[] = [];
  const edits: { file: string; about: string }[] = [];
  for (const other of iconIndex.sourceFiles) {
    if (other === sourceFile || other.entry !== undefined) continue;
    const path = metaPathOf(other.path);
    if (!tryStat(path)) continue;
    const before = readFileSync(path);
    // Most metadata does not refer to other icons and need not be parsed.
    if (!before.includes(JSON.stringify(from))) continue;
    const text = withReplacement(before.toString('utf8'), from, to);
    if (text === undefined) continue;
    const file = displayPath(path, cwd);
    files.push({ file, before, after: Buffer.from(text) });
    edits.push({ file, about: `is deprecated in favor of '${to}'` });
  }
  return { files, edits };
}

function configFiles(edit: ConfigEdit | undefined, cwd: string): readonly FileChange[] {
  if (!edit) return [];
  const { path, before, after } = edit;
  return [{ file: displayPath(path, cwd), before, after: Buffer.from(after) }];
}

function configEdits(edit: ConfigEdit | undefined, { to }: NameChange, cwd: string) {
  if (!edit) return [];
  return [{ file: displayPath(edit.path, cwd), about: `has its aliases for '${to}'` }];
}
