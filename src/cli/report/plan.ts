import { jsonText } from '../../core/one-line.ts';
import type { Choice, Plan } from '../../init/model.ts';
import type { Project } from '../../init/project.ts';
import { findTools } from '../../migrate/detect.ts';
import { clean } from './clean.ts';
import type { ShownDiagnostic } from './pictures.ts';

/** What is set up. */
interface SetUp {
  readonly project: Project;
  /** Its folder in the workspace, if the command runs at the root of one. */
  readonly app: string | undefined;
  readonly choice: Choice;
}

/** What was found, and a line for each file. */
export function prettyPlan({ project, app, choice }: SetUp, { files }: Plan): string {
  const { framework, platform, bundler } = choice;
  const parts = [
    platform ?? (framework === 'none' ? 'no framework' : framework),
    bundler ? `${bundler} gets the plugin` : 'icons are built into files that you keep',
    project.packageManager.name,
  ];
  const width = Math.max(...files.map(({ path }) => path.length));
  const lines = files.map(({ path, status, about }) =>
    clean(`  ${status.padEnd(6)}  ${path.padEnd(width)}  ${about}`),
  );
  const where = app === undefined ? '' : clean(`${app}: `);
  return `${[where + parts.join(', '), ...lines].join('\n')}\n`;
}

/** A line for the tools of which `iconloom migrate` takes over what there is. */
export function prettyTools({ packages, packageManager }: Project): string {
  return findTools(packages)
    .map(({ packages: [name = ''] }) =>
      clean(
        `${name} found: to move its icons and uses, run ${packageManager.exec('iconloom migrate')}`,
      ),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** What became of the plan, and what to do next. */
export function prettyNext(
  { next }: Plan,
  {
    app,
    isNew,
    writes,
    dryRun,
  }: { app: string | undefined; isNew: boolean; writes: boolean; dryRun: boolean },
): string {
  if (!writes && isNew) return dryRun ? 'dry run: nothing written\n' : 'nothing written\n';
  const done = isNew ? 'written' : 'nothing to write';
  const goes = app === undefined ? [] : [`go to the app: cd ${app}`];
  const steps = [...goes, ...next].map((step, index) => clean(`  ${index + 1}. ${step}`));
  return `${[done, 'next:', ...steps].join('\n')}\n`;
}

/** The same as one JSON object on one line. */
export function jsonPlan(
  { app, framework, platform, bundler }: Choice & Pick<SetUp, 'app'>,
  { files, next }: Plan,
  { shown, dryRun }: { readonly shown: readonly ShownDiagnostic[]; readonly dryRun: boolean },
): string {
  const told = files.map(({ path, status, about }) => ({ path, status, about }));
  const where = app === undefined ? {} : { app };
  const found = { ...where, framework, platform: platform ?? null, bundler: bundler ?? 'none' };
  return `${jsonText({ ok: true, dryRun, ...found, files: told, next, diagnostics: shown })}\n`;
}
