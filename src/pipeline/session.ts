import type { ResolvedConfig } from '../config/types.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import type { Icon, Result } from '../core/types.ts';
import type { BuildCache } from '../node/cache/build-cache.ts';
import type { WrittenFiles } from '../node/existing-file.ts';
import { tryStat } from '../node/files.ts';
import { IconifySets } from '../node/iconify-sets.ts';
import type { Change } from '../node/plan-outputs.ts';
import type { Pool } from '../node/pool.ts';
import type { FileChanges } from '../node/watch-files.ts';
import { createSprites } from '../sprite/create-sprites.ts';
import type { Outcome } from './build.ts';
import { primeFromLastBuild, type SavableBuild, saveBuild } from './build-state.ts';
import {
  addHashes,
  type BuildContext,
  openContext,
  type RunOptions,
  refreshContext,
} from './context.ts';
import { EarlySprites } from './early-sprites.ts';
import { IdleTask } from './idle-task.ts';
import { LastGoodIcons } from './last-good-icons.ts';
import {
  hashesOf,
  iconOptions,
  makeIcons,
  openIconPool,
  type ProcessedSource,
} from './make-icons.ts';
import { writeOutput } from './output-writer.ts';
import { abortError, shouldAbort } from './should-abort.ts';
import { createStatsCounter } from './stats.ts';

/** Icons of a session and their problems. */
export interface SessionIcons extends Result<readonly Icon[]> {
  /** Problems of source files without a last good icon. */
  readonly blocking: readonly Diagnostic[];
  readonly processedCount: number;
}

/** Idle time in ms before the cache is written. */
const IDLE_MS = 500;

/** Repeated builds of one configuration that reuse what earlier ones left in memory. */
export class IconSession {
  readonly #config: ResolvedConfig;
  readonly #options: RunOptions;
  readonly #sets = new IconifySets();
  readonly #pool: Pool;
  /** Opened by the first build. */
  #context: BuildContext | undefined;
  /** Paths of all source files. */
  #sourcePaths: ReadonlySet<string> = new Set();
  /** Results of earlier builds, by file. */
  readonly #recentResults = new Map<string, ProcessedSource>();
  readonly #lastGoodIcons = new LastGoodIcons();
  readonly #written: WrittenFiles = new Map();
  readonly #earlySprites = new EarlySprites(this.#written);
  readonly #idleTask = new IdleTask(IDLE_MS, () => this.close());
  #pendingSave: (() => void) | undefined;
  /** Number of running calls that make icons. */
  #running = 0;
  #isCloseRequested = false;

  constructor(config: ResolvedConfig, options: RunOptions = {}) {
    this.#config = config;
    this.#options = options;
    this.#pool = openIconPool(config, options, this.#sets);
  }

  /** Cache of the session, once a build has opened it. */
  get cache(): BuildCache | undefined {
    return this.#context?.cache;
  }

  /** @throws {BuildError} when nothing could be written; the last output is intact then. */
  async build(changes: FileChanges): Promise<Outcome> {
    const context = await this.#updateContext(changes);
    const { value, processedCount, blocking, ...before } = await this.#makeIcons(context);
    if (shouldAbort(blocking, value.length, this.#config)) {
      throw abortError(before.diagnostics, value.length, this.#config);
    }

    const sprites = createSprites(value, this.#config);
    const isDryRun = this.#options.dryRun === true;
    const early = isDryRun ? [] : await this.#earlySprites.write(context, value, sprites);
    const finished = { sprites, processedCount, problems: before.diagnostics };
    // Not flushed: designers wait for this, and after a crash the next build repairs it.
    const output = await writeOutput(context, finished, { written: this.#written, fsync: false });
    this.#earlySprites.recordWritten(value);
    const diagnostics = [...before.diagnostics, ...output.diagnostics];
    this.#saveWhenIdle({ ...output, diagnostics });
    return {
      stats: output.stats,
      changes: output.changes.map(
        (change): Change =>
          early.includes(change.path) ? { ...change, status: 'written' } : change,
      ),
      diagnostics,
    };
  }

  /** Makes icons without sprites or files. A source file with errors gives its last good icon. */
  async icons(changes: FileChanges): Promise<SessionIcons> {
    this.#running += 1;
    try {
      return await this.#iconsNow(changes);
    } finally {
      this.#running -= 1;
      // A server that was restarted closes while the next one builds the same icons.
      if (this.#isCloseRequested) this.close();
    }
  }

  async #iconsNow(changes: FileChanges): Promise<SessionIcons> {
    const result = await this.#makeIcons(await this.#updateContext(changes));
    const { value, diagnostics, processedCount } = result;
    const stats = createStatsCounter().end(processedCount);
    this.#saveWhenIdle({ hashes: hashesOf(value), outputs: [], stats, diagnostics });
    return result;
  }

  /** Saves results to the cache and ends the threads, once no icons are being made. */
  close(): void {
    this.#isCloseRequested = this.#running > 0;
    if (this.#isCloseRequested) return;
    this.#idleTask.cancel();
    this.#pendingSave?.();
    this.#pendingSave = undefined;
    this.#pool.close();
  }

  async #updateContext(changes: FileChanges): Promise<BuildContext> {
    const needsSearch = !this.#context || this.#needsSearch(changes);
    if (this.#context) {
      const { changed } = changes;
      this.#context = await refreshContext(this.#context, { changed, needsSearch });
    } else {
      this.#context = await openContext(this.#config, this.#options, { sets: this.#sets });
      primeFromLastBuild(this.#context);
    }
    if (needsSearch) {
      this.#sourcePaths = new Set(this.#context.sources.value.map(({ path }) => path));
    }
    return this.#context;
  }

  /** Checks if source files may have been added or removed. */
  #needsSearch({ moved, isStructural }: FileChanges): boolean {
    const isKnownFile = (path: string) =>
      this.#sourcePaths.has(path) && tryStat(path) !== undefined;
    return isStructural || ![...moved].every(isKnownFile);
  }

  async #makeIcons(context: BuildContext): Promise<SessionIcons> {
    const { sources } = context;
    // Threads must not be terminated while they work.
    this.#idleTask.cancel();
    const made = await makeIcons(sources.value, {
      ...iconOptions(context),
      pool: this.#pool,
      recentResults: this.#recentResults,
    }).finally(() => this.#idleTask.restart());
    const processed = sources.value.flatMap(({ file }) => this.#recentResults.get(file) ?? []);
    if (made.processedCount > 0) {
      const hashes = processed.map(({ source, result }) => [source.file, result.hash] as const);
      this.#context = addHashes(context, hashes);
    }
    const { icons, fallbackDiagnostics, failures } = this.#lastGoodIcons.update(processed);
    return {
      value: icons,
      diagnostics: [...sources.diagnostics, ...made.diagnostics, ...fallbackDiagnostics],
      blocking: [...sources.diagnostics, ...failures],
      processedCount: made.processedCount,
    };
  }

  #saveWhenIdle(result: SavableBuild): void {
    const context = this.#context;
    this.#pendingSave = () => {
      context?.cache?.saveIcons();
      if (context) saveBuild(context, result);
    };
    this.#idleTask.restart();
  }
}
