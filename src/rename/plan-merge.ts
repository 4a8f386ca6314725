import { readFileSync } from 'node:fs';
import type { ResolvedConfig } from '../config/types.ts';
import { stringsAt } from '../edit/add-to-json.ts';
import { keysOf, stringAt } from '../edit/change-json.ts';
import { displayPath } from '../node/display-path.ts';
import type { SourceFile } from '../pipeline/collect-sources.ts';
import { makeUncachedIcons } from '../pipeline/make-icons.ts';
import { findSourceFile, indexIcons } from './icon-index.ts';
import { readMetaFile, withItems } from './metadata.ts';
import type { FileChange, RenamePlan } from './model.ts';
import { refuse } from './refuse.ts';
import { updateReferences } from './update-references.ts';

/** Metadata that is merged; all other keys belong to one source file. */
const MERGED_KEYS = ['aliases', 'tags'];

/**
 * Plans the merge of two icons with the same drawing: the first is removed; its name and aliases
 * become aliases of the second, which also gets its tags. Nothing is written; see `applyPlan`.
 *
 * @throws {BuildError} when one of them does not exist, or their drawings differ.
 */
export async function planMerge(
  config: ResolvedConfig,
  from: string,
  to: string,
  { alias, source }: { readonly alias: boolean; readonly source: readonly string[] },
): Promise<RenamePlan> {
  const { cwd } = config;
  const iconIndex = await indexIcons(config);
  const [sourceFile, targetFile] = [
    findSourceFile(from, iconIndex, 'merged'),
    findSourceFile(to, iconIndex, 'merged with'),
  ];
  await refuseDifferentDrawings(sourceFile, targetFile, config);
  const names = { from: sourceFile.name, to: targetFile.name, keepsAlias: alias };
  const [mergedMeta, meta] = [
    readMetaFile(sourceFile.path, cwd),
    readMetaFile(targetFile.path, cwd),
  ];
  if (stringAt(meta.text, ['deprecated', 'use']) === sourceFile.name) {
    const reason = `'${targetFile.name}' is deprecated in favor of it`;
    const fix = `Merge them the other way: iconloom rename ${targetFile.name} ${sourceFile.name} --merge.`;
    refuse(mergeSubject(sourceFile, targetFile), reason, fix, {
      file: displayPath(meta.path, cwd),
    });
  }
  const aliases = [
    ...(alias ? [sourceFile.name] : []),
    ...(stringsAt(mergedMeta.text, ['aliases']) ?? []),
  ];
  const newAliases = aliases.filter((each) => each !== targetFile.name);
  const text = withItems(
    withItems(meta.text, 'aliases', newAliases),
    'tags',
    stringsAt(mergedMeta.text, ['tags']) ?? [],
  );
  const updates = await updateReferences({ iconIndex, sourceFile, names, config, source });
  const [mergedMetaFile, metaFile] = [
    displayPath(mergedMeta.path, cwd),
    displayPath(meta.path, cwd),
  ];
  const files: FileChange[] = [
    { file: sourceFile.file, before: readFileSync(sourceFile.path), after: undefined },
    ...(mergedMeta.bytes
      ? [{ file: mergedMetaFile, before: mergedMeta.bytes, after: undefined }]
      : []),
    ...(text === meta.text
      ? []
      : [{ file: metaFile, before: meta.bytes, after: Buffer.from(text) }]),
  ];
  const dropped = keysOf(mergedMeta.text).filter((key) => !MERGED_KEYS.includes(key));
  const lossNote = dropped.length > 0 ? `, and its ${dropped.join(', ')} with it` : '';
  const about = `gets the name, aliases and tags of '${sourceFile.name}'`;
  return {
    cwd,
    from: sourceFile.name,
    to: targetFile.name,
    moves: [],
    removals: [
      { file: sourceFile.file, about: `${targetFile.file} has the same drawing` },
      ...(mergedMeta.bytes
        ? [{ file: mergedMetaFile, about: `its aliases and tags are merged${lossNote}` }]
        : []),
    ],
    uses: updates.uses,
    unsure: updates.unsure,
    diagnostics: updates.diagnostics,
    files: [...files, ...updates.files],
    edits: [...(text === meta.text ? [] : [{ file: metaFile, about }]), ...updates.edits],
  };
}

function mergeSubject(sourceFile: SourceFile, targetFile: SourceFile): string {
  return `'${sourceFile.name}' cannot be merged with '${targetFile.name}'`;
}

/** Compares drawings as the rule for duplicates does, so that every pair that it reports can be merged. */
async function refuseDifferentDrawings(
  sourceFile: SourceFile,
  targetFile: SourceFile,
  config: ResolvedConfig,
): Promise<void> {
  const what = mergeSubject(sourceFile, targetFile);
  if (sourceFile === targetFile)
    refuse(what, 'they are the same icon', 'Name two different icons.');
  const { value, diagnostics } = await makeUncachedIcons([sourceFile, targetFile], config);
  const [first, second] = value;
  if (!first || !second) {
    const { message = '', file } = diagnostics.find(({ severity }) => severity === 'error') ?? {};
    return refuse(
      what,
      `one of them cannot be built: ${message.replace(/\.$/, '')}`,
      'Fix it first.',
      { file: file ?? sourceFile.file },
    );
  }
  const { haveSameDrawing } = await import('../lint/same-drawing.ts');
  if (await haveSameDrawing(first, second)) return;
  const fix = `Rename one of them to a third name, or delete ${sourceFile.file} if it is not needed and write its name into the aliases of '${targetFile.name}'.`;
  refuse(what, `${targetFile.file} has a different drawing`, fix, { file: sourceFile.file });
}
