import type { ResolvedConfig } from '../config/types.ts';
import { stringAt } from '../edit/change-json.ts';
import { displayPath } from '../node/display-path.ts';
import { drawingOf, lookAtNames } from './known.ts';
import { type Deprecation, openMeta, withDeprecation } from './metadata.ts';
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
  called: string,
  { use, since }: Deprecation = {},
): Promise<DeprecatePlan> {
  const { cwd } = config;
  const known = await lookAtNames(config);
  const found = drawingOf(called, known, 'deprecated');
  const what = `'${found.name}' cannot be deprecated in favor of '${use}'`;
  const instead = use === undefined ? undefined : drawingOf(use, known, 'used instead');
  if (instead === found) refuse(what, 'that is the icon itself', 'Name another icon with --use.');
  const next = instead && stringAt(openMeta(instead.path, cwd).text, ['deprecated', 'use']);
  if (next !== undefined) {
    refuse(what, 'that is deprecated itself', `Name what replaces it: --use ${next}.`);
  }
  const meta = openMeta(found.path, cwd);
  const after = withDeprecation(meta.text, {
    ...(instead && { use: instead.name }),
    ...(since !== undefined && { since }),
  });
  const file = displayPath(meta.path, cwd);
  const isSame = after === meta.text;
  const about = `is deprecated${instead ? ` in favor of '${instead.name}'` : ''}${since === undefined ? '' : ` since ${since}`}`;
  return {
    ...{ cwd, name: found.name, moves: [], uses: [], unsure: [], diagnostics: [] },
    files: isSame ? [] : [{ file, before: meta.bytes, after: Buffer.from(after) }],
    edits: isSame ? [] : [{ file, about }],
  };
}
