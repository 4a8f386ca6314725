import type { Diagnostic } from '../core/diagnostics.ts';
import type { Icon, Sprite } from '../core/types.ts';
import type { Change } from '../node/plan-outputs.ts';
import { restoreBuild } from './build-state.ts';
import type { BuildContext } from './context.ts';
import { driftDiagnostics, hasBuild, missingBuildDiagnostic } from './drift-diagnostics.ts';
import { writeOutput } from './output-writer.ts';
import { shouldAbort } from './should-abort.ts';

/** Everything that a build would write. */
export interface BuildCandidate {
  readonly icons: readonly Icon[];
  readonly sprites: readonly Sprite[];
  /** Number of icons that were processed. */
  readonly processedCount: number;
  /** Problems that a build would report. */
  readonly diagnostics: readonly Diagnostic[];
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
  context: BuildContext,
  { sprites, processedCount, icons, diagnostics }: BuildCandidate,
  command: string,
): Promise<Drift> {
  const { config, out } = context;
  const { cwd, lint } = config;
  const isRequired = lint.drift === true;
  // If a build would write nothing, there is nothing to compare.
  if (lint.drift === false || shouldAbort(diagnostics, icons.length, config)) return NO_DRIFT;
  if (!isRequired && !hasBuild(out)) {
    return { changes: [], diagnostics: [missingBuildDiagnostic(out, cwd, command)] };
  }
  // Required outputs are compared byte by byte: others may have written the cache.
  if (!isRequired && restoreBuild(context)) return NO_DRIFT;
  const dryRun: BuildContext = { ...context, options: { dryRun: true } };
  const finished = { sprites, processedCount, problems: diagnostics };
  const result = await writeOutput(dryRun, finished);
  const changes = result.changes.filter(({ status }) => status !== 'unchanged');
  return {
    changes,
    diagnostics: await driftDiagnostics({ out, cwd, changes, isRequired, command }),
  };
}
