import { readProject } from '../../init/project.ts';
import { planMigration } from '../../migrate/plan-migration.ts';
import { applyPlan } from '../../rename/apply.ts';
import { confirmCodeChange, PromptAborted } from '../ask.ts';
import { EXIT } from '../exit.ts';
import type { MigrateFlags } from '../flags.ts';
import { reportFailure } from '../report/failure.ts';
import { jsonMigration, prettyMigrated, prettyMigration } from '../report/migrate.ts';

/** Runs `iconloom migrate`: migrates a project from other tools. Returns the exit code. */
export async function runMigrate(flags: MigrateFlags): Promise<number> {
  const { yes = false, dryRun = false, json = false, source } = flags;
  try {
    const plan = await planMigration(readProject(process.cwd()), { ...(source && { source }) });
    if (!json) process.stdout.write(prettyMigration(plan));
    const writes =
      plan.files.length > 0 &&
      !dryRun &&
      (yes || (await confirmCodeChange(plan.files.length, { json })));
    if (writes) applyPlan(plan);
    if (json) process.stdout.write(jsonMigration(plan, { writes }));
    else process.stdout.write(prettyMigrated(plan, { writes, dryRun }));
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof PromptAborted))
      return reportFailure(error, { json, outcome: 'Nothing written.' });
    process.stderr.write('\nNothing written.\n');
    return EXIT.ok;
  }
}
