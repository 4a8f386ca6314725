import type { ResolvedConfig } from './config/types.ts';
import type { Diagnostic } from './core/diagnostics.ts';
import type { Icon, Sprite } from './core/types.ts';
import { writeOutput } from './deliver.ts';
import { shouldAbort } from './make-outputs.ts';
import { type BuildState, restoreBuild } from './node/build-state.ts';
import { openBuildCache } from './node/cache/build-cache.ts';
import { driftDiagnostics, hasBuild, missingBuildDiagnostic } from './node/drift-diagnostics.ts';
import type { Change } from './node/write.ts';

/** Everything that a build would write. */
export interface BuildCandidate {
  readonly icons: readonly Icon[];
  readonly sprites: readonly Sprite[];
  /** Number of icons that were processed. */
  readonly processedCount: number;
  /** Problems that a build would report. */
  readonly diagnostics: readonly Diagnostic[];
  readonly state: BuildState;
}

/** Difference between the output folder and what a build would write. */
export interface Drift {
  readonly changes: readonly Change[];
  readonly diagnostics: readonly Diagnostic[];
}

const NO_DRIFT: Drift = { changes: [], diagnostics: [] };

/**
 * Compares the outputs with what a build would write, byte by byte.
 *
 * @param command command that updates them, for messages
 * @throws {BuildError} when outputs are required and the folder belongs to another program.
 */
export async function compareOutputs(
  { sprites, processedCount, icons, diagnostics, state }: BuildCandidate,
  config: ResolvedConfig,
  command: string,
): Promise<Drift> {
  const { cwd, lint } = config;
  const { out } = state;
  const isRequired = lint.drift === true;
  // If a build would write nothing, there is nothing to compare.
  if (lint.drift === false || shouldAbort(diagnostics, icons.length, config)) return NO_DRIFT;
  if (!isRequired && !hasBuild(out)) {
    return { changes: [], diagnostics: [missingBuildDiagnostic(out, cwd, command)] };
  }
  // Required outputs are compared byte by byte: others may have written the cache.
  const cache = isRequired ? undefined : openBuildCache(config);
  if (cache && restoreBuild(cache, state)) return NO_DRIFT;
  const summary = { processedCount, problems: diagnostics };
  const result = await writeOutput(sprites, summary, config, { dryRun: true });
  const changes = result.changes.filter(({ status }) => status !== 'unchanged');
  return {
    changes,
    diagnostics: await driftDiagnostics({ out, cwd, changes, isRequired, command }),
  };
}
