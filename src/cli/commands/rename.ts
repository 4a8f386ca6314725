import type { ResolvedConfig } from '../../config/types.ts';
import { resolveProject } from '../../node/resolve-project.ts';
import { applyPlan } from '../../rename/apply.ts';
import type { ChangePlan } from '../../rename/model.ts';
import { planDeprecate } from '../../rename/plan-deprecate.ts';
import { planRename } from '../../rename/plan-rename.ts';
import { confirmCodeChange, PromptAborted } from '../ask.ts';
import { EXIT } from '../exit.ts';
import type { DeprecateFlags, PlanFlags, RenameFlags } from '../flags.ts';
import { loadCliConfig } from '../load-cli-config.ts';
import { reportFailure } from '../report/failure.ts';
import { savePictures } from '../report/pictures.ts';
import { prettyDiagnostics } from '../report/problems.ts';
import { jsonRename, prettyRename, prettyRenamed } from '../report/rename.ts';

/** Runs `iconloom rename`: renames an icon. Returns the exit code. */
export async function runRename(from: string, to: string, flags: RenameFlags): Promise<number> {
  return runPlan(flags, async (config) => {
    const { alias = true, merge = false, source } = flags;
    const plan = await planRename(config, from, to, { alias, merge, ...(source && { source }) });
    return { plan, names: { from: plan.from, to: plan.to } };
  });
}

/** Runs `iconloom deprecate`: marks an icon as deprecated. Returns the exit code. */
export async function runDeprecate(name: string, flags: DeprecateFlags): Promise<number> {
  return runPlan(flags, async (config) => {
    const { use, since, note } = flags;
    const plan = await planDeprecate(config, name, {
      ...(use !== undefined && { use }),
      ...(since !== undefined && { since }),
      ...(note !== undefined && { note }),
    });
    return { plan, names: { name: plan.name } };
  });
}

interface PlanWithNames {
  readonly plan: ChangePlan;
  readonly names: Readonly<Record<string, string>>;
}

/** Lists the changes, asks before code of the app is changed, and applies them. */
async function runPlan(
  flags: PlanFlags,
  createPlan: (config: ResolvedConfig) => Promise<PlanWithNames>,
): Promise<number> {
  const { config: file, yes = false, dryRun = false, json = false } = flags;
  try {
    const { config, ...origin } = await loadCliConfig([], {
      ...(file !== undefined && { config: file }),
    });
    const { plan, names } = await createPlan(resolveProject(config, origin));
    const shown = savePictures(plan.diagnostics);
    if (!json) {
      process.stderr.write(prettyDiagnostics(shown));
      process.stdout.write(prettyRename(plan));
    }
    const isNew = plan.files.length > 0 && !dryRun;
    const writes =
      isNew &&
      (yes || plan.uses.length === 0 || (await confirmCodeChange(plan.files.length, { json })));
    if (writes) applyPlan(plan);
    if (json) process.stdout.write(jsonRename(plan, names, { shown, writes }));
    else process.stdout.write(prettyRenamed(plan, { writes, dryRun }));
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof PromptAborted))
      return reportFailure(error, { json, outcome: 'Nothing written.' });
    process.stderr.write('\nNothing written.\n');
    return EXIT.ok;
  }
}
