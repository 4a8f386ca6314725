import { readFileSync } from 'node:fs';
import type { ResolvedConfig } from '../config/types.ts';
import { stringsAt } from '../edit/add-to-json.ts';
import { keysOf, stringAt } from '../edit/change-json.ts';
import { duplicates } from '../lint/rules/duplicates.ts';
import { displayPath } from '../node/display-path.ts';
import type { SourceFile } from '../node/gather.ts';
import { makeIconsOnce } from '../node/make-icons.ts';
import { follow } from './follow.ts';
import { drawingOf, lookAtNames } from './known.ts';
import { openMeta, withItems } from './metadata.ts';
import type { PlannedFile, RenamePlan } from './model.ts';
import { refuse } from './refuse.ts';

/** Metadata that is merged; all other keys belong to one source file. */
const JOINED = ['aliases', 'tags'];

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
  const known = await lookAtNames(config);
  const [found, kept] = [drawingOf(from, known, 'merged'), drawingOf(to, known, 'merged with')];
  await refuseUnlike(found, kept, config);
  const names = { from: found.name, to: kept.name, keeps: alias };
  const [lost, meta] = [openMeta(found.path, cwd), openMeta(kept.path, cwd)];
  if (stringAt(meta.text, ['deprecated', 'use']) === found.name) {
    const reason = `'${kept.name}' is deprecated in favor of it`;
    const fix = `Merge them the other way: iconloom rename ${kept.name} ${found.name} --merge.`;
    refuse(whatOf(found, kept), reason, fix, { file: displayPath(meta.path, cwd) });
  }
  const aliases = [...(alias ? [found.name] : []), ...(stringsAt(lost.text, ['aliases']) ?? [])];
  const own = aliases.filter((each) => each !== kept.name);
  const text = withItems(
    withItems(meta.text, 'aliases', own),
    'tags',
    stringsAt(lost.text, ['tags']) ?? [],
  );
  const others = await follow({ known, found, names, config, source });
  const [lostFile, metaFile] = [displayPath(lost.path, cwd), displayPath(meta.path, cwd)];
  const files: PlannedFile[] = [
    { file: found.file, before: readFileSync(found.path), after: undefined },
    ...(lost.bytes ? [{ file: lostFile, before: lost.bytes, after: undefined }] : []),
    ...(text === meta.text
      ? []
      : [{ file: metaFile, before: meta.bytes, after: Buffer.from(text) }]),
  ];
  const dropped = keysOf(lost.text).filter((key) => !JOINED.includes(key));
  const loss = dropped.length > 0 ? `, and its ${dropped.join(', ')} with it` : '';
  const about = `gets the name, aliases and tags of '${found.name}'`;
  return {
    ...{ cwd, from: found.name, to: kept.name, moves: [] },
    removals: [
      { file: found.file, about: `${kept.file} has the same drawing` },
      ...(lost.bytes ? [{ file: lostFile, about: `its aliases and tags are merged${loss}` }] : []),
    ],
    ...{ uses: others.uses, unsure: others.unsure, diagnostics: others.diagnostics },
    files: [...files, ...others.files],
    edits: [...(text === meta.text ? [] : [{ file: metaFile, about }]), ...others.edits],
  };
}

function whatOf(found: SourceFile, kept: SourceFile): string {
  return `'${found.name}' cannot be merged with '${kept.name}'`;
}

/** Applies the rule for duplicates, so that every pair that it reports can be merged. */
async function refuseUnlike(
  found: SourceFile,
  kept: SourceFile,
  config: ResolvedConfig,
): Promise<void> {
  const what = whatOf(found, kept);
  if (found === kept) refuse(what, 'they are the same icon', 'Name two different icons.');
  const { createLintSource: readDrawing } = await import('../lint/drawing.ts');
  const made = await makeIconsOnce([found, kept], {
    config,
    fileStats: new Map(),
    cache: undefined,
  });
  const sources = made.value.map((icon) =>
    readDrawing('', { ...icon, source: { ...icon.source, meta: {} } }),
  );
  if (sources.length < 2) {
    const { message = '', file } =
      made.diagnostics.find(({ severity }) => severity === 'error') ?? {};
    refuse(what, `one of them cannot be built: ${message.replace(/\.$/, '')}`, 'Fix it first.', {
      file: file ?? found.file,
    });
  }
  const same = await duplicates.check({ sources, sprites: [] }, { variants: true });
  if (same.length > 0) return;
  const fix = `Rename one of them to a third name, or delete ${found.file} if it is not needed and write its name into the aliases of '${kept.name}'.`;
  refuse(what, `${kept.file} has a different drawing`, fix, { file: found.file });
}
