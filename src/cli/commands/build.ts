import { performance } from 'node:perf_hooks';
import type { UserConfig } from '../../config/types.ts';
import { isError, type Severity } from '../../core/diagnostics.ts';
import type { Timing } from '../../node/timing.ts';
import { buildOutputs, type LazyBuildResult } from '../../pipeline/build.ts';
import { EXIT } from '../exit.ts';
import type { BuildFlags } from '../flags.ts';
import { loadCliConfig } from '../load-cli-config.ts';
import { reportFailure } from '../report/failure.ts';
import { jsonResult } from '../report/json.ts';
import { savePictures } from '../report/pictures.ts';
import { prettyDiagnostics, prettyResult } from '../report/pretty.ts';
import { startProgress } from '../report/progress.ts';

/** Runs `iconloom build`. Returns the exit code. */
export async function runBuild(inputs: readonly string[], flags: BuildFlags): Promise<number> {
  const start = performance.now();
  const quiet = flags.silent === true || flags.json === true;
  const progress = startProgress(quiet ? undefined : process.stderr);
  const timings: Timing[] = [];
  try {
    const { config, ...origin } = await loadCliConfig(inputs, flags);
    const dryRun = flags.dryRun === true;
    const result = await buildOutputs(config as UserConfig, {
      ...origin,
      dryRun,
      onProgress: progress.update,
      onTiming: (timing) => void timings.push(timing),
    });
    progress.stop();
    if (flags.profile !== undefined) {
      const { writeTrace } = await import('../report/trace.ts');
      writeTrace(flags.profile, timings);
    }
    await report(result, { start, cwd: origin.cwd, timings }, flags);
    return result.diagnostics.some(isError) ? EXIT.icons : EXIT.ok;
  } catch (error) {
    progress.stop();
    return reportFailure(error, { json: flags.json === true, severities: severitiesFor(flags) });
  }
}

function severitiesFor({ silent, verbose }: BuildFlags): readonly Severity[] {
  if (silent) return ['error'];
  return verbose ? ['error', 'warning', 'info'] : ['error', 'warning'];
}

interface BuildCommandRun {
  readonly start: number;
  readonly cwd: string;
  readonly timings: readonly Timing[];
}

async function report(
  result: LazyBuildResult,
  { start, cwd, timings }: BuildCommandRun,
  flags: BuildFlags,
): Promise<void> {
  const diagnostics = savePictures(result.diagnostics);
  if (flags.silent && !flags.json) {
    process.stderr.write(prettyDiagnostics(diagnostics, severitiesFor(flags)));
    return;
  }
  const isDetailed = flags.json === true || flags.verbose === true;
  const { measureSizes } = await import('../report/sizes.ts');
  const sizes = await measureSizes(result, { cwd, compresses: isDetailed });
  const seconds = (performance.now() - start) / 1000;
  if (flags.json) {
    process.stdout.write(
      jsonResult(result, diagnostics, { sizes, seconds, dryRun: flags.dryRun === true }),
    );
    return;
  }
  process.stderr.write(prettyDiagnostics(diagnostics, severitiesFor(flags)));
  process.stdout.write(
    prettyResult(result, {
      sizes,
      seconds,
      dryRun: flags.dryRun === true,
      icons: flags.verbose ? (await result.loadOutput()).icons : [],
      timings: flags.verbose ? timings : [],
      untestedSvgo: flags.verbose
        ? (await import('../../icon/svgo/installed-svgo.ts')).untestedVersion
        : undefined,
    }),
  );
}
