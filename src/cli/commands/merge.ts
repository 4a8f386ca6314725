import type { UserConfig } from '../../config/types.ts';
import { isError } from '../../core/diagnostics.ts';
import { mergeShards } from '../../pipeline/shards.ts';
import { EXIT } from '../exit.ts';
import type { BuildFlags } from '../flags.ts';
import { loadCliConfig } from '../load-cli-config.ts';
import { reportFailure } from '../report/failure.ts';
import { jsonResult } from '../report/json.ts';
import { savePictures } from '../report/pictures.ts';
import { prettyResult } from '../report/pretty.ts';
import { prettyDiagnostics } from '../report/problems.ts';
import { keepGoingVerdict } from '../report/verdict.ts';
import { severitiesFor } from '../severities.ts';

/** Runs `iconloom merge`: merges partial results. Returns the exit code. */
export async function runMerge(parts: readonly string[], flags: BuildFlags): Promise<number> {
  const start = performance.now();
  const json = flags.json === true;
  try {
    const { config, ...origin } = await loadCliConfig([], flags);
    const dryRun = flags.dryRun === true;
    const places = parts.length > 0 ? parts : undefined;
    const outcome = await mergeShards(config as UserConfig, places, { ...origin, dryRun });
    const summary = { seconds: (performance.now() - start) / 1000, dryRun };
    const diagnostics = savePictures(outcome.diagnostics);
    if (json) process.stdout.write(jsonResult(outcome, diagnostics, summary));
    else {
      const problems =
        prettyDiagnostics(diagnostics, { severities: severitiesFor(flags), hasVerbose: true }) +
        keepGoingVerdict(diagnostics, { written: outcome.stats.icons, dryRun });
      const isFailed = diagnostics.some(isError);
      if (!isFailed) process.stderr.write(problems);
      if (!flags.silent)
        process.stdout.write(
          prettyResult(outcome, {
            ...summary,
            icons: [],
            listsFiles: flags.verbose === true,
            isMerged: true,
          }),
        );
      if (isFailed) process.stderr.write(problems);
    }
    return diagnostics.some(isError) ? EXIT.icons : EXIT.ok;
  } catch (error) {
    return reportFailure(error, {
      json,
      outcome: 'Nothing written.',
      severities: severitiesFor(flags),
      hasVerbose: true,
    });
  }
}
