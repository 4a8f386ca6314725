import type { ResolvedConfig } from './config/types.ts';
import type { Diagnostic } from './core/diagnostics.ts';
import type { Icon, Sprite } from './core/types.ts';
import { deliver } from './deliver.ts';
import { isFatal } from './make-outputs.ts';
import { openBuildCache } from './node/cache/build-cache.ts';
import { isBuilt, tellDrift, tellMissing } from './node/drifted.ts';
import { recall, type Subject } from './node/remember.ts';
import type { Change } from './node/write.ts';

/** Everything that a build would write. */
export interface Candidate {
  readonly icons: readonly Icon[];
  readonly sprites: readonly Sprite[];
  /** Number of icons that were processed. */
  readonly worked: number;
  /** Problems that a build would report. */
  readonly diagnostics: readonly Diagnostic[];
  readonly subject: Subject;
}

/** Difference between the output folder and what a build would write. */
export interface Drift {
  readonly changes: readonly Change[];
  readonly diagnostics: readonly Diagnostic[];
}

const NONE: Drift = { changes: [], diagnostics: [] };

/**
 * Compares the outputs with what a build would write, byte by byte.
 *
 * @param command command that updates them, for messages
 * @throws {BuildError} when outputs are required and the folder belongs to another program.
 */
export async function compareOutputs(
  { sprites, worked, icons, diagnostics, subject }: Candidate,
  config: ResolvedConfig,
  command: string,
): Promise<Drift> {
  const { cwd, check } = config;
  const { out } = subject;
  const isAsked = check.drift === true;
  // If a build would write nothing, there is nothing to compare.
  if (check.drift === false || isFatal(diagnostics, icons.length, config)) return NONE;
  if (!isAsked && !isBuilt(out)) {
    return { changes: [], diagnostics: [tellMissing(out, cwd, command)] };
  }
  // Required outputs are compared byte by byte: others may have written the cache.
  const cache = isAsked ? undefined : openBuildCache(config);
  if (cache && recall(cache, subject)) return NONE;
  const making = { worked, problems: diagnostics };
  const made = await deliver(sprites, making, config, { dryRun: true });
  const changes = made.changes.filter(({ status }) => status !== 'unchanged');
  return { changes, diagnostics: await tellDrift({ out, cwd, changes, isAsked, command }) };
}
