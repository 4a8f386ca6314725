import { jsonText } from '../../core/one-line.ts';
import type { InitPlan, SetupChoice } from '../../init/model.ts';
import type { ProjectInfo } from '../../init/project.ts';
import { detectTools } from '../../migrate/detect.ts';
import { escapeLine } from './escape-line.ts';
import type { ReportedDiagnostic } from './pictures.ts';

/** Project that is set up. */
interface InitSetup {
  readonly project: ProjectInfo;
  /** Its folder in the workspace, if the command runs at the root of one. */
  readonly app: string | undefined;
  readonly choice: SetupChoice;
}

/** Detected project, and a line for each file. */
export function prettyPlan({ project, app, choice }: InitSetup, { files }: InitPlan): string {
  const { framework, platform, bundler } = choice;
  const parts = [
    platform ?? (framework === 'none' ? 'no framework' : framework),
    bundler ? `plugin for ${bundler}` : 'icons are built into files of the project',
    project.packageManager.name,
  ];
  const width = Math.max(...files.map(({ path }) => path.length));
  const lines = files.map(({ path, status, about }) =>
    escapeLine(`  ${status.padEnd(6)}  ${path.padEnd(width)}  ${about}`),
  );
  const where = app === undefined ? '' : escapeLine(`${app}: `);
  return `${[where + parts.join(', '), ...lines].join('\n')}\n`;
}

/** Line for each tool that `iconloom migrate` can replace. */
export function prettyTools({ packages, packageManager }: ProjectInfo): string {
  return detectTools(packages)
    .map(({ packages: [name = ''] }) =>
      escapeLine(
        `found ${name}: to migrate its icons and uses, run ${packageManager.exec('iconloom migrate')}`,
      ),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** Result of the plan, and the next steps. */
export function prettyNext(
  { next }: InitPlan,
  {
    app,
    isNew,
    writes,
    dryRun,
  }: { app: string | undefined; isNew: boolean; writes: boolean; dryRun: boolean },
): string {
  if (!writes && isNew) return dryRun ? 'Dry run: nothing written.\n' : 'Nothing written.\n';
  const outcome = isNew ? 'Written.' : 'No changes.';
  const cdStep = app === undefined ? [] : [`change to the folder of the app: cd ${app}`];
  const steps = [...cdStep, ...next].map((step, index) => escapeLine(`  ${index + 1}. ${step}`));
  return `${[outcome, 'Next:', ...steps].join('\n')}\n`;
}

/** Plan as one JSON object on one line. */
export function jsonPlan(
  { app, framework, platform, bundler }: SetupChoice & Pick<InitSetup, 'app'>,
  { files, next }: InitPlan,
  { shown, dryRun }: { readonly shown: readonly ReportedDiagnostic[]; readonly dryRun: boolean },
): string {
  const plannedFiles = files.map(({ path, status, about }) => ({ path, status, about }));
  const where = app === undefined ? {} : { app };
  const found = { ...where, framework, platform: platform ?? null, bundler: bundler ?? 'none' };
  return `${jsonText({ ok: true, dryRun, ...found, files: plannedFiles, next, diagnostics: shown })}\n`;
}
