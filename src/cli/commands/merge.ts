import type { UserConfig } from '../../config/types.ts';
import { isError } from '../../core/diagnostics.ts';
import { mergeShards } from '../../pipeline/shards.ts';
import { EXIT } from '../exit.ts';
import type { BuildFlags } from '../flags.ts';
import { loadCliConfig } from '../load-cli-config.ts';
import { reportFailure } from '../report/failure.ts';
import { jsonResult } from '../report/json.ts';
import { savePictures } from '../report/pictures.ts';
import { prettyDiagnostics, prettyResult } from '../report/pretty.ts';

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
      process.stderr.write(prettyDiagnostics(diagnostics));
      if (!flags.silent)
        process.stdout.write(prettyResult(outcome, { ...summary, icons: [], isMerged: true }));
    }
    return diagnostics.some(isError) ? EXIT.icons : EXIT.ok;
  } catch (error) {
    return reportFailure(error, { json });
  }
}
