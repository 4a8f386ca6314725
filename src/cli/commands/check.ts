import type { LintConfig, UserConfig } from '../../config/types.ts';
import { BuildError } from '../../core/errors.ts';
import { checkIcons } from '../../pipeline/check.ts';
import { buildCommand } from '../build-command.ts';
import { EXIT } from '../exit.ts';
import type { CheckFlags } from '../flags.ts';
import { loadCliConfig } from '../load-cli-config.ts';
import { hasPassed } from '../report/check.ts';
import { exitCodeOf } from '../report/failure.ts';
import { loadReporter } from '../report/formats.ts';
import { startProgress } from '../report/progress.ts';

/** Runs `iconloom check`. Returns the exit code. */
export async function runCheck(inputs: readonly string[], flags: CheckFlags): Promise<number> {
  const start = performance.now();
  const format = flags.json ? 'json' : (flags.format ?? 'pretty');
  const isForPeople = format === 'pretty' || format === 'html';
  const progress = startProgress(isForPeople ? process.stderr : undefined);
  const reporter = await loadReporter(format, { isVerbose: flags.verbose === true });
  try {
    const { config, ...origin } = await loadCliConfig(inputs, { ...flags });
    // The older key stays, so that it is reported.
    const key = config.lint === undefined && config.check !== undefined ? 'check' : 'lint';
    const lint = withFlags(config[key], flags);
    const result = await checkIcons({ ...config, [key]: lint } as UserConfig, {
      ...origin,
      fix: flags.fix === true,
      updateBaseline: flags.updateBaseline === true,
      command: buildCommand(inputs, { ...flags }, origin.cwd),
      onProgress: progress.update,
    });
    progress.stop();
    const seconds = (performance.now() - start) / 1000;
    const base = typeof config.base === 'string' ? config.base : '';
    const report = { result, seconds, maxWarnings: lint.maxWarnings, cwd: origin.cwd, base };
    process.stdout.write(await reporter.result(report));
    return hasPassed(report) ? EXIT.ok : EXIT.icons;
  } catch (error) {
    progress.stop();
    if (!(error instanceof BuildError)) throw error;
    const { diagnostics } = error;
    const stream = isForPeople ? process.stderr : process.stdout;
    stream.write(await reporter.failure(diagnostics, process.cwd()));
    return exitCodeOf(diagnostics);
  }
}

/** Merges flags over the configuration; a value that is not an object is left to validation. */
function withFlags(
  lint: unknown,
  { preset, maxWarnings, drift, baseline, updateBaseline }: CheckFlags,
): LintConfig {
  const called = {
    ...(preset !== undefined && { preset }),
    ...(maxWarnings !== undefined && { maxWarnings }),
    ...(drift !== undefined && { drift }),
    ...(baseline === false && updateBaseline !== true && { baseline }),
  };
  if (lint === undefined) return called as LintConfig;
  const isRecord = typeof lint === 'object' && lint !== null && !Array.isArray(lint);
  return (isRecord ? { ...lint, ...called } : lint) as LintConfig;
}
