import type { UserConfig } from '../../config/types.ts';
import { isError } from '../../core/diagnostics.ts';
import type { Timing } from '../../node/timing.ts';
import { buildOutputs, type LazyBuildResult } from '../../pipeline/build.ts';
import type { SizeRequest } from '../../pipeline/size-request.ts';
import { EXIT } from '../exit.ts';
import type { BuildFlags } from '../flags.ts';
import { loadCliConfig } from '../load-cli-config.ts';
import { startProgress } from '../report/progress.ts';
import { severitiesFor } from '../severities.ts';

/** Runs `iconloom build`. Returns the exit code. */
export async function runBuild(inputs: readonly string[], flags: BuildFlags): Promise<number> {
  const start = performance.now();
  const quiet = flags.silent === true || flags.json === true;
  const progress = startProgress(quiet ? undefined : process.stderr);
  const timings: Timing[] = [];
  try {
    const { config, ...origin } = await loadCliConfig(inputs, flags);
    const dryRun = flags.dryRun === true;
    const sizes = sizesToMeasure(flags);
    const result = await buildOutputs(
      config as UserConfig,
      {
        ...origin,
        dryRun,
        onProgress: progress.update,
        ...(needsTimings(flags) && { onTiming: (timing) => void timings.push(timing) }),
      },
      sizes && { sizes },
    );
    progress.stop();
    if (flags.profile !== undefined) {
      const { writeTrace } = await import('../report/trace.ts');
      writeTrace(flags.profile, timings);
    }
    await report(result, { start, timings }, flags);
    return result.diagnostics.some(isError) ? EXIT.icons : EXIT.ok;
  } catch (error) {
    progress.stop();
    const { reportFailure } = await import('../report/failure.ts');
    return reportFailure(error, {
      json: flags.json === true,
      outcome: 'Nothing written.',
      severities: severitiesFor(flags),
      hasVerbose: true,
    });
  }
}

function needsTimings({ silent, json, verbose, profile }: BuildFlags): boolean {
  return profile !== undefined || (verbose === true && !silent && !json);
}

function sizesToMeasure({ silent, json, verbose }: BuildFlags): SizeRequest | undefined {
  if (json || (verbose && !silent)) return 'all';
  return silent ? undefined : 'small';
}

interface BuildCommandRun {
  readonly start: number;
  readonly timings: readonly Timing[];
}

async function report(
  result: LazyBuildResult,
  { start, timings }: BuildCommandRun,
  flags: BuildFlags,
): Promise<void> {
  const severities = severitiesFor(flags);
  const hasProblems = result.diagnostics.some(({ severity }) => severities.includes(severity));
  // Silent builds without problems do not load what formats them.
  if (flags.silent && !flags.json && !hasProblems) return;
  const { savePictures } = await import('../report/pictures.ts');
  const diagnostics = savePictures(result.diagnostics);
  const seconds = (performance.now() - start) / 1000;
  if (flags.json) {
    const { jsonResult } = await import('../report/json.ts');
    process.stdout.write(
      jsonResult(result, diagnostics, { seconds, dryRun: flags.dryRun === true }),
    );
    return;
  }
  const { prettyDiagnostics } = await import('../report/problems.ts');
  const { keepGoingVerdict } = await import('../report/verdict.ts');
  const dryRun = flags.dryRun === true;
  const problems =
    prettyDiagnostics(diagnostics, { severities, hasVerbose: true }) +
    keepGoingVerdict(diagnostics, { written: result.stats.icons, dryRun });
  const isFailed = diagnostics.some(isError);
  if (!isFailed) process.stderr.write(problems);
  if (!flags.silent) {
    const { prettyResult } = await import('../report/pretty.ts');
    process.stdout.write(
      prettyResult(result, {
        seconds,
        dryRun,
        icons: flags.verbose ? (await result.loadOutput()).icons : [],
        timings: flags.verbose ? timings : [],
        untestedSvgo: flags.verbose
          ? (await import('../../icon/svgo/installed-svgo.ts')).untestedVersion
          : undefined,
      }),
    );
  }
  // Errors are the last on the screen, also if the other icons were written.
  if (isFailed) process.stderr.write(problems);
}
