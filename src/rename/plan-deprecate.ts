import type { ResolvedConfig } from '../config/types.ts';
import { hasObjectAt, stringAt } from '../edit/change-json.ts';
import { displayPath } from '../node/display-path.ts';
import { findSourceFile, indexIcons } from './icon-index.ts';
import { type Deprecation, readMetaFile, withDeprecation } from './metadata.ts';
import type { DeprecatePlan } from './model.ts';
import { refuse } from './refuse.ts';

/**
 * Plans the deprecation of an icon. The icon stays in the sprite; types, catalog and lint report
 * the deprecation. Nothing is written; see `applyPlan`.
 *
 * @throws {BuildError} when the icon or its replacement does not exist.
 */
export async function planDeprecate(
  config: ResolvedConfig,
  nameOrPath: string,
  { use, since, note }: Deprecation = {},
): Promise<DeprecatePlan> {
  const { cwd } = config;
  const iconIndex = await indexIcons(config);
  const sourceFile = findSourceFile(nameOrPath, iconIndex, 'deprecated');
  const what = `'${sourceFile.name}' cannot be deprecated in favor of '${use}'`;
  const replacement =
    use === undefined ? undefined : findSourceFile(use, iconIndex, 'used instead');
  if (replacement === sourceFile)
    refuse(what, 'that is the icon itself', 'Name another icon with --use.');
  if (replacement) refuseDeprecated(what, readMetaFile(replacement.path, cwd).text);
  const meta = readMetaFile(sourceFile.path, cwd);
  const after = withDeprecation(meta.text, {
    ...(replacement && { use: replacement.meta.displayName ?? replacement.name }),
    ...(since !== undefined && { since }),
    ...(note !== undefined && { note }),
  });
  const file = displayPath(meta.path, cwd);
  const isUnchanged = after === meta.text;
  const about = `is deprecated${replacement ? ` in favor of '${replacement.name}'` : ''}${since === undefined ? '' : ` since ${since}`}`;
  return {
    cwd,
    name: sourceFile.name,
    moves: [],
    uses: [],
    unsure: [],
    diagnostics: [],
    files: isUnchanged ? [] : [{ file, before: meta.bytes, after: Buffer.from(after) }],
    edits: isUnchanged ? [] : [{ file, about }],
  };
}

/** @param text metadata of the replacement */
function refuseDeprecated(what: string, text: string): void {
  if (!hasObjectAt(text, ['deprecated'])) return;
  const next = stringAt(text, ['deprecated', 'use']);
  const fix =
    next === undefined ? 'Name another icon with --use.' : `Name its replacement: --use ${next}.`;
  refuse(what, 'that is deprecated itself', fix);
}
