import { resolve } from 'node:path';
import { type BuildOptions, deliver, isFatal, type Outcome } from './build.ts';
import type { ResolvedConfig } from './config/types.ts';
import { type Diagnostic, diagnose } from './core/diagnostics.ts';
import { BuildError } from './core/errors.ts';
import type { Checked, Icon } from './core/types.ts';
import { openBuildCache } from './node/cache/build-cache.ts';
import { type Found, type Gathered, gather } from './node/gather.ts';
import { type Inputs, lookAfter, lookAtInputs, withHashes } from './node/inputs.ts';
import { makeIcons, type Recent } from './node/make-icons.ts';
import { remember } from './node/remember.ts';
import { statsOf } from './node/stats.ts';
import type { FileChanges } from './node/watch-files.ts';
import type { WrittenFiles } from './node/write.ts';
import { resolveAliases } from './sprite/resolve-aliases.ts';

/** Builds of one configuration, each out of what the ones before left in memory. */
export interface Session {
  /** @throws {BuildError} when nothing could be written; the last output is whole then. */
  readonly build: (changes: FileChanges) => Promise<Outcome>;
  /** The icons alone, neither joined nor written. Drawings with errors give their last good ones. */
  readonly icons: (changes: FileChanges) => Promise<SessionIcons>;
  /** Puts what was made into the cache. */
  readonly close: () => void;
}

/** What drawings come to. */
export interface SessionIcons extends Checked<readonly Icon[]> {
  /** The problems that a last good version does not make up for. */
  readonly blocking: readonly Diagnostic[];
  readonly worked: number;
}

/** How long nothing must happen before the cache is written, in ms. */
const IDLE = 500;

export function openSession(
  config: ResolvedConfig,
  { dryRun = false, onProgress, onTiming }: BuildOptions,
): Session {
  const out = resolve(config.cwd, config.out);
  const cache = openBuildCache(config);
  const recent = new Map<string, Recent>();
  const good = new Map<string, Icon>();
  const written: WrittenFiles = new Map();
  let found: Gathered | undefined;
  let inputs: Inputs | undefined;
  let keep: (() => void) | undefined;
  let idle: NodeJS.Timeout | undefined;

  /** Icons of all drawings, also of those that had none this time but the time before. */
  function withLastGood(drawings: readonly Found[]): Made {
    const made: Made = { icons: [], kept: [], lost: [] };
    for (const { file, name } of drawings) {
      const { icon, worked } = recent.get(file) as Recent;
      const last = good.get(name);
      if (icon) good.set(name, icon);
      if (icon ?? last) made.icons.push((icon ?? last) as Icon);
      if (icon) continue;
      if (last) made.kept.push(diagnose('last-good-kept', { file }));
      else made.lost.push(...worked.diagnostics);
    }
    return made;
  }

  function hashesOf(drawings: readonly Found[]): (readonly [file: string, hash: string])[] {
    return drawings.map(({ file }) => [file, recent.get(file)?.worked.hash ?? ''] as const);
  }

  async function make({ changed, isStructural }: FileChanges) {
    if (isStructural || !found) found = await gather(config);
    inputs = inputs
      ? lookAfter(found.value, inputs, isStructural ? undefined : changed)
      : lookAtInputs(found.value, cache);
    const options = {
      config,
      cache: cache?.icons(),
      seen: inputs.seen,
      recent,
      onProgress,
      onTiming,
    };
    const { diagnostics: told, worked } = await makeIcons(found.value, options);
    if (worked > 0) inputs = withHashes(inputs, hashesOf(found.value));
    const { icons, kept, lost } = withLastGood(found.value);
    const named = resolveAliases(icons, config.aliases, config.configFile, found.names);
    return {
      value: named.value,
      diagnostics: [...found.diagnostics, ...told, ...kept, ...named.diagnostics],
      blocking: [...found.diagnostics, ...lost, ...named.diagnostics],
      worked,
      subject: { drawings: found.value, inputs, out },
    };
  }

  async function build(changes: FileChanges): Promise<Outcome> {
    const { value, diagnostics: before, blocking, worked, subject } = await make(changes);
    if (isFatal(blocking, value, config)) throw new BuildError(before);

    const made = await deliver(value, worked, config, {
      ...{ dryRun, written },
      // Whoever draws waits for this; after a crash they build again.
      isDurable: false,
    });
    const diagnostics = [...before, ...made.diagnostics];
    later(() => {
      cache?.keepIcons();
      if (cache && !dryRun) remember(cache, subject, { ...made, diagnostics });
    });
    return { stats: made.stats, changes: made.changes, diagnostics };
  }

  async function icons(changes: FileChanges): Promise<SessionIcons> {
    const { subject, ...made } = await make(changes);
    later(() => {
      cache?.keepIcons();
      if (!cache) return;
      const { value, diagnostics, worked } = made;
      const stats = statsOf(value, [], [], worked);
      remember(cache, subject, { icons: value, files: [], stats, diagnostics });
    });
    return made;
  }

  function later(task: () => void): void {
    clearTimeout(idle);
    keep = task;
    idle = setTimeout(close, IDLE);
    idle.unref();
  }

  function close(): void {
    clearTimeout(idle);
    keep?.();
    keep = undefined;
  }

  return { build, icons, close };
}

interface Made {
  readonly icons: Icon[];
  /** What is told of drawings whose last good version stays. */
  readonly kept: Diagnostic[];
  /** Problems of drawings that never had a good one. */
  readonly lost: Diagnostic[];
}
