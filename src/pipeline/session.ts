import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ResolvedConfig } from '../config/types.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { Icon, Result, Sprite } from '../core/types.ts';
import { emitSvg, splicedSvg } from '../emit/svg.ts';
import { openBuildCache } from '../node/cache/build-cache.ts';
import { tryStat } from '../node/files.ts';
import { jobSettingsOf } from '../node/job-settings.ts';
import { type BufferedFile, bytesFile, memoryFile } from '../node/output-buffer.ts';
import { openPool } from '../node/pool.ts';
import type { FileChanges } from '../node/watch-files.ts';
import { type Change, type WrittenFiles, writeOutputsEarly } from '../node/write.ts';
import { createSprites } from '../sprite/create-sprites.ts';
import type { BuildOptions, Outcome } from './build.ts';
import { primeFromLastBuild, saveBuild } from './build-state.ts';
import { collectSources, type SourceFile, type Sources } from './collect-sources.ts';
import { findSources } from './find-sources.ts';
import {
  type InputSnapshot,
  refreshSnapshot,
  snapshotInputs,
  withHashes,
} from './input-snapshot.ts';
import { makeIcons, type ProcessedSource } from './make-icons.ts';
import { shouldAbort } from './make-outputs.ts';
import { writeOutput } from './output-writer.ts';
import { createStatsCounter } from './stats.ts';

/** Repeated builds of one configuration that reuse what earlier ones left in memory. */
export interface Session {
  /** @throws {BuildError} when nothing could be written; the last output is intact then. */
  readonly build: (changes: FileChanges) => Promise<Outcome>;
  /** Icons without sprites or files. A source file with errors gives its last good icon. */
  readonly icons: (changes: FileChanges) => Promise<SessionIcons>;
  /** Saves results to the cache and ends the threads. */
  readonly close: () => void;
}

/** Icons of a session and their problems. */
export interface SessionIcons extends Result<readonly Icon[]> {
  /** Problems of source files without a last good icon. */
  readonly blocking: readonly Diagnostic[];
  readonly processedCount: number;
}

/** Time in ms that the system may take to report a written file to watchers. */
const WATCHER_DELAY = 2;
/** Idle time in ms before the cache is written. */
const IDLE_MS = 500;

export function openSession(
  config: ResolvedConfig,
  { dryRun = false, onProgress, onTiming = () => {} }: BuildOptions,
): Session {
  const out = resolve(config.cwd, config.out);
  const cache = openBuildCache(config);
  if (cache) primeFromLastBuild(cache);
  const pool = openPool(jobSettingsOf(config), { threads: config.threads, onTiming });
  const recentResults = new Map<string, ProcessedSource>();
  const lastGood = new Map<string, Icon>();
  const written: WrittenFiles = new Map();
  let sources: Sources | undefined;
  /** Paths of all source files. */
  let sourcePaths: ReadonlySet<string> = new Set();
  /** Icons in the outputs on disk. */
  let writtenIcons: readonly Icon[] = [];
  /** Sprites that were written before the other outputs, by name. */
  const earlySprites = new Map<
    string,
    { readonly icons: readonly Icon[]; readonly bytes: Uint8Array }
  >();
  let snapshot: InputSnapshot | undefined;
  let pendingSave: (() => void) | undefined;
  let idleTimer: NodeJS.Timeout | undefined;

  /** Returns an icon for each source file, falling back to its last good one. */
  function withLastGood(sourceFiles: readonly SourceFile[]): IconsWithFallback {
    const collected: IconsWithFallback = { icons: [], fallbackDiagnostics: [], failures: [] };
    for (const { file, name } of sourceFiles) {
      const { icon, result } = recentResults.get(file) as ProcessedSource;
      const fallback = lastGood.get(name);
      if (icon) lastGood.set(name, icon);
      if (icon ?? fallback) collected.icons.push((icon ?? fallback) as Icon);
      if (icon) continue;
      if (fallback) collected.fallbackDiagnostics.push(diagnose('last-good-kept', { file }));
      else collected.failures.push(...result.diagnostics);
    }
    return collected;
  }

  function hashesOf(sourceFiles: readonly SourceFile[]): (readonly [file: string, hash: string])[] {
    return sourceFiles.map(
      ({ file }) => [file, recentResults.get(file)?.result.hash ?? ''] as const,
    );
  }

  /** Checks if source files may have been added or removed. */
  function needsSearch({ moved, isStructural }: FileChanges): boolean {
    const isKnownFile = (path: string) => sourcePaths.has(path) && tryStat(path) !== undefined;
    return isStructural || ![...moved].every(isKnownFile);
  }

  async function processChanges(changes: FileChanges) {
    const isNewSearch = !sources || needsSearch(changes);
    if (isNewSearch || !sources) {
      // The cache only knows the state before this session.
      sources = sources ? await collectSources(config) : await findSources(config, cache);
      sourcePaths = new Set(sources.value.map(({ path }) => path));
    }
    snapshot = snapshot
      ? refreshSnapshot(sources.value, snapshot, isNewSearch ? undefined : changes.changed)
      : snapshotInputs(sources.value, cache);
    // Threads must not be terminated while they work.
    clearTimeout(idleTimer);
    const { diagnostics: iconDiagnostics, processedCount } = await makeIcons(sources.value, {
      ...{
        config,
        pool,
        recentResults,
        onProgress,
        cache: cache?.icons(),
        fileStats: snapshot.fileStats,
      },
    }).finally(restartIdleTimer);
    if (processedCount > 0) snapshot = withHashes(snapshot, hashesOf(sources.value));
    const { icons, fallbackDiagnostics, failures } = withLastGood(sources.value);
    return {
      value: icons,
      diagnostics: [...sources.diagnostics, ...iconDiagnostics, ...fallbackDiagnostics],
      blocking: [...sources.diagnostics, ...failures],
      processedCount,
      state: { sources, snapshot, out },
    };
  }

  async function build(changes: FileChanges): Promise<Outcome> {
    const {
      value,
      diagnostics: before,
      blocking,
      processedCount,
      state,
    } = await processChanges(changes);
    if (shouldAbort(blocking, value.length, config)) throw new BuildError(before);

    const sprites = createSprites(value, config);
    const earlyPaths = dryRun ? [] : await writeSpritesFirst(value, sprites);
    const output = await writeOutput(sprites, { processedCount, problems: before }, config, {
      ...{ dryRun, written },
      // Designers wait for this; after a crash the next build repairs it.
      fsync: false,
    });
    writtenIcons = value;
    const changed = output.changes.map(
      (change): Change =>
        earlyPaths.includes(change.path) ? { ...change, status: 'written' } : change,
    );
    const diagnostics = [...before, ...output.diagnostics];
    saveWhenIdle(() => {
      cache?.saveIcons();
      if (cache && !dryRun) saveBuild(cache, state, { ...output, diagnostics });
    });
    return { stats: output.stats, changes: changed, diagnostics };
  }

  /**
   * Writes the sprites before the other outputs if only symbols changed since the last write: designers
   * wait for them, and the names are still right. Returns the paths of those that changed.
   */
  async function writeSpritesFirst(
    icons: readonly Icon[],
    sprites: readonly Sprite[],
  ): Promise<readonly string[]> {
    if (!haveSameNameData(writtenIcons, icons)) return [];
    const files = sprites.map(spriteFile);
    const changes = await writeOutputsEarly(files, out, { cwd: config.cwd, written });
    // Lets watchers in this process react once the system has reported the change.
    await sleep(WATCHER_DELAY);
    return changes.filter(({ status }) => status === 'written').map(({ path }) => path);
  }

  /** Spliced: joining and encoding thousands of symbols would take longer than everything else here. */
  function spriteFile(sprite: Sprite): BufferedFile {
    const previous = earlySprites.get(sprite.name);
    const path = config.spriteFolder + sprite.file;
    const spliced = previous && splicedSvg(sprite, previous);
    const file = spliced
      ? bytesFile(path, spliced)
      : memoryFile({ path, contents: emitSvg(sprite).contents });
    earlySprites.set(sprite.name, { icons: sprite.icons, bytes: file.bytes() });
    return file;
  }

  async function icons(changes: FileChanges): Promise<SessionIcons> {
    const { state, ...result } = await processChanges(changes);
    saveWhenIdle(() => {
      cache?.saveIcons();
      if (!cache) return;
      const { value, diagnostics, processedCount } = result;
      const hashes = value.map(({ source }) => [source.file, source.hash] as const);
      const stats = createStatsCounter().end(processedCount);
      saveBuild(cache, state, { hashes, outputs: [], stats, diagnostics });
    });
    return result;
  }

  function saveWhenIdle(task: () => void): void {
    pendingSave = task;
    restartIdleTimer();
  }

  /** Closes the session's threads after a while without changes. */
  function restartIdleTimer(): void {
    clearTimeout(idleTimer);
    idleTimer = setTimeout(close, IDLE_MS);
    idleTimer.unref();
  }

  function close(): void {
    clearTimeout(idleTimer);
    pendingSave?.();
    pendingSave = undefined;
    pool.close();
  }

  return { build, icons, close };
}

/** Checks if the generated code is the same, so that only symbols may differ. */
function haveSameNameData(before: readonly Icon[], after: readonly Icon[]): boolean {
  const isSame = (icon: Icon, index: number) =>
    icon === before[index] || nameDataOf(icon) === nameDataOf(before[index]);
  return before.length === after.length && after.every(isSame);
}

function nameDataOf(icon: Icon | undefined): string {
  const { viewBox, width, height } = icon?.facts ?? {};
  return JSON.stringify([icon?.id, icon?.aliases, icon?.source.folder, viewBox, width, height]);
}

interface IconsWithFallback {
  readonly icons: Icon[];
  /** Diagnostics of source files whose last good icon stays. */
  readonly fallbackDiagnostics: Diagnostic[];
  /** Problems of source files that never had a good icon. */
  readonly failures: Diagnostic[];
}
