import { resolve } from 'node:path';
import { refuse } from '../add/refuse.ts';
import { applyPlan } from '../rename/apply.ts';
import { planRename } from '../rename/plan-rename.ts';
import type { RenameRequest, SaveResult } from './api.ts';
import { assertInsideFolder } from './inside-folder.ts';
import type { PreviewContext } from './preview-source.ts';

/**
 * Renames an icon; changes only files in the icons folder.
 *
 * @throws {BuildError} when it cannot have the name, or other files would have to change.
 */
export async function renameIcon(
  { from, to, keepAlias }: RenameRequest,
  { set, folder }: PreviewContext,
): Promise<SaveResult> {
  const { config } = set;
  const { cwd } = config;
  if (folder === undefined) refuse('no-icons-folder', {}, config.configFile);
  const plan = await planRename(config, from, to, { alias: keepAlias });
  const fix = `Run \`iconloom rename ${plan.from} ${plan.to}\` in a terminal, which edits other files, too.`;
  for (const { file } of plan.files) assertInsideFolder(resolve(cwd, file), folder, cwd, fix);
  applyPlan(plan);
  await set.refresh();
  return { name: plan.to, files: plan.files.filter(({ after }) => after).map(({ file }) => file) };
}
