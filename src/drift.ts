import type { ResolvedConfig } from './config/types.ts';
import type { Diagnostic } from './core/diagnostics.ts';
import type { Icon, Sprite } from './core/types.ts';
import { deliver } from './deliver.ts';
import { isFatal } from './make-outputs.ts';
import { openBuildCache } from './node/cache/build-cache.ts';
import { isBuilt, tellDrift, tellMissing } from './node/drifted.ts';
import { recall, type Subject } from './node/remember.ts';
import type { Change } from './node/write.ts';

/** What a build would write, before it is. */
export interface Candidate {
  readonly icons: readonly Icon[];
  readonly sprites: readonly Sprite[];
  /** How many icons were worked on. */
  readonly worked: number;
  /** Problems that a build would tell of. */
  readonly diagnostics: readonly Diagnostic[];
  readonly subject: Subject;
}

/** How the output folder differs from what a build would write. */
export interface Drift {
  readonly changes: readonly Change[];
  readonly diagnostics: readonly Diagnostic[];
}

const NONE: Drift = { changes: [], diagnostics: [] };

/**
 * Holds the outputs against what a build would write, byte by byte.
 *
 * @param command what mends them, for messages
 * @throws {BuildError} when they are asked for, and the folder is another program's.
 */
export async function compareOutputs(
  { sprites, worked, icons, diagnostics, subject }: Candidate,
  config: ResolvedConfig,
  command: string,
): Promise<Drift> {
  const { cwd, check } = config;
  const { out } = subject;
  const isAsked = check.drift === true;
  // Where a build would write nothing, there is nothing to compare.
  if (check.drift === false || isFatal(diagnostics, icons.length, config)) return NONE;
  if (!isAsked && !isBuilt(out)) {
    return { changes: [], diagnostics: [tellMissing(out, cwd, command)] };
  }
  // Asked for, outputs are compared byte by byte: a cache that others may have written is no witness.
  const cache = isAsked ? undefined : openBuildCache(config);
  if (cache && recall(cache, subject)) return NONE;
  const making = { worked, problems: diagnostics };
  const made = await deliver(sprites, making, config, { dryRun: true });
  const changes = made.changes.filter(({ status }) => status !== 'unchanged');
  return { changes, diagnostics: await tellDrift({ out, cwd, changes, isAsked, command }) };
}
