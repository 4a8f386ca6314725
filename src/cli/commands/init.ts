import { diagnose } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import { suggestion } from '../../core/suggest.ts';
import { applyPlan } from '../../init/apply.ts';
import { BUNDLERS, type Bundler, FRAMEWORKS, type Framework } from '../../init/choices.ts';
import { type DetectedStack, detectStack } from '../../init/frameworks.ts';
import type { SetupChoice } from '../../init/model.ts';
import { planInit } from '../../init/plan-init.ts';
import { askChoice, askYes, isInteractive, PromptAborted } from '../ask.ts';
import { chooseApp } from '../choose-app.ts';
import { EXIT } from '../exit.ts';
import type { InitFlags } from '../flags.ts';
import { reportFailure } from '../report/failure.ts';
import { savePictures } from '../report/pictures.ts';
import { jsonPlan, prettyNext, prettyPlan, prettyTools } from '../report/plan.ts';
import { prettyDiagnostics } from '../report/problems.ts';

/** Runs `iconloom init`: sets up a project. Returns the exit code. */
export async function runInit(flags: InitFlags): Promise<number> {
  const { yes = false, dryRun = false, json = false } = flags;
  const asks = !yes && !json && isInteractive();
  try {
    const { project, app } = await chooseApp(process.cwd(), {
      ...{ requested: flags.app, interactive: asks && !dryRun },
    });
    const choice = await choose(detectStack(project), flags, asks && !dryRun);
    const plan = await planInit(project, choice);
    const shown = savePictures(plan.diagnostics);
    if (!json) {
      process.stdout.write(prettyPlan({ project, app, choice }, plan));
      process.stdout.write(prettyTools(project));
      process.stderr.write(prettyDiagnostics(shown));
    }
    const isNew = plan.files.some(({ contents }) => contents !== undefined);
    const writes = isNew && !dryRun && (!asks || (await askYes('Write these files?')));
    if (writes) applyPlan(plan, project.folder);
    if (json) process.stdout.write(jsonPlan({ app, ...choice }, plan, { shown, dryRun }));
    else process.stdout.write(prettyNext(plan, { app, isNew, writes, dryRun }));
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof PromptAborted))
      return reportFailure(error, { json, outcome: 'Nothing written.' });
    process.stderr.write('\nNothing written.\n');
    return EXIT.ok;
  }
}

/** Chooses framework and bundler. Asks only if none or several were found. */
async function choose(
  detected: DetectedStack,
  flags: InitFlags,
  asks: boolean,
): Promise<SetupChoice> {
  const { platform, frameworks, bundlers } = detected;
  const none = 'none' as const;
  const framework =
    chosen('framework', flags.framework, FRAMEWORKS) ??
    (asks && frameworks.length !== 1
      ? await askChoice<Framework>('Which framework?', unique([...frameworks, none, ...FRAMEWORKS]))
      : (frameworks[0] ?? none));
  const bundler =
    chosen('bundler', flags.bundler, [...BUNDLERS, none]) ??
    (asks && bundlers.length !== 1 && platform === undefined
      ? await askChoice<Bundler | 'none'>(
          'Which bundler?',
          unique([...bundlers, none, ...BUNDLERS]),
        )
      : (bundlers[0] ?? none));
  return { framework, platform, bundler: bundler === none ? undefined : bundler };
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

/** @throws {BuildError} when the flag has none of the values. */
function chosen<T extends string>(
  key: string,
  received: string | undefined,
  values: readonly T[],
): T | undefined {
  if (received === undefined) return undefined;
  const found = values.find((value) => value === received);
  if (found !== undefined) return found;
  const args = {
    ...{ key, expected: `one of ${values.join(', ')}`, received: JSON.stringify(received) },
    suggestion: suggestion(received, values),
  };
  throw new BuildError([diagnose('invalid-option', { file: 'command line', args })]);
}
