import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BuildOptions, Outcome } from './build.ts';
import type { ResolvedConfig } from './config/types.ts';
import { type Diagnostic, diagnose } from './core/diagnostics.ts';
import { BuildError } from './core/errors.ts';
import type { Checked, Icon, Sprite } from './core/types.ts';
import { deliver } from './deliver.ts';
import { emitSvg, splicedSvg } from './emit/svg.ts';
import { isFatal } from './make-outputs.ts';
import { openBuildCache } from './node/cache/build-cache.ts';
import { statsAt } from './node/files.ts';
import { findDrawings } from './node/find-drawings.ts';
import { type Found, type Gathered, gather } from './node/gather.ts';
import { type Inputs, lookAfter, lookAtInputs, withHashes } from './node/inputs.ts';
import { makeIcons, type Recent } from './node/make-icons.ts';
import { openPool } from './node/pool.ts';
import { knowLast, remember } from './node/remember.ts';
import { settingsOf } from './node/settings.ts';
import { inMemory, ofBytes, type StoredFile } from './node/spool.ts';
import { countStats } from './node/stats.ts';
import type { FileChanges } from './node/watch-files.ts';
import { type Change, type WrittenFiles, writeAhead } from './node/write.ts';
import { createSprites } from './sprite/create.ts';

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
export interface SessionIcons extends Checked<readonly Icon[]> {
  /** Problems of source files without a last good icon. */
  readonly blocking: readonly Diagnostic[];
  readonly worked: number;
}

/** Time in ms that the system may take to report a written file to watchers. */
const TOLD = 2;
/** Idle time in ms before the cache is written. */
const IDLE = 500;

export function openSession(
  config: ResolvedConfig,
  { dryRun = false, onProgress, onTiming = () => {} }: BuildOptions,
): Session {
  const out = resolve(config.cwd, config.out);
  const cache = openBuildCache(config);
  if (cache) knowLast(cache);
  const pool = openPool(settingsOf(config), { threads: config.threads, onTiming });
  const recent = new Map<string, Recent>();
  const good = new Map<string, Icon>();
  const written: WrittenFiles = new Map();
  let found: Gathered | undefined;
  /** Paths of all source files. */
  let known: ReadonlySet<string> = new Set();
  /** Icons in the outputs on disk. */
  let shown: readonly Icon[] = [];
  /** Sprites that were written before the other outputs, by name. */
  const ahead = new Map<string, { readonly icons: readonly Icon[]; readonly bytes: Uint8Array }>();
  let inputs: Inputs | undefined;
  let keep: (() => void) | undefined;
  let idle: NodeJS.Timeout | undefined;

  /** Returns an icon for each source file, falling back to its last good one. */
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

  /** Checks if source files may have been added or removed. */
  function mustSearch({ moved, isStructural }: FileChanges): boolean {
    const isAsFound = (path: string) => known.has(path) && statsAt(path) !== undefined;
    return isStructural || ![...moved].every(isAsFound);
  }

  async function make(changes: FileChanges) {
    const isNew = !found || mustSearch(changes);
    if (isNew || !found) {
      // The cache only knows the state before this session.
      found = found ? await gather(config) : await findDrawings(config, cache);
      known = new Set(found.value.map(({ path }) => path));
    }
    inputs = inputs
      ? lookAfter(found.value, inputs, isNew ? undefined : changes.changed)
      : lookAtInputs(found.value, cache);
    // Threads must not be terminated while they work.
    clearTimeout(idle);
    const { diagnostics: told, worked } = await makeIcons(found.value, {
      ...{ config, pool, recent, onProgress, cache: cache?.icons(), seen: inputs.seen },
    }).finally(rest);
    if (worked > 0) inputs = withHashes(inputs, hashesOf(found.value));
    const { icons, kept, lost } = withLastGood(found.value);
    return {
      value: icons,
      diagnostics: [...found.diagnostics, ...told, ...kept],
      blocking: [...found.diagnostics, ...lost],
      worked,
      subject: { found, inputs, out },
    };
  }

  async function build(changes: FileChanges): Promise<Outcome> {
    const { value, diagnostics: before, blocking, worked, subject } = await make(changes);
    if (isFatal(blocking, value.length, config)) throw new BuildError(before);

    const sprites = createSprites(value, config);
    const early = dryRun ? [] : await showAhead(value, sprites);
    const made = await deliver(sprites, { worked, problems: before }, config, {
      ...{ dryRun, written },
      // Designers wait for this; after a crash the next build repairs it.
      isDurable: false,
    });
    shown = value;
    const changed = made.changes.map(
      (change): Change => (early.includes(change.path) ? { ...change, status: 'written' } : change),
    );
    const diagnostics = [...before, ...made.diagnostics];
    later(() => {
      cache?.keepIcons();
      if (cache && !dryRun) remember(cache, subject, { ...made, diagnostics });
    });
    return { stats: made.stats, changes: changed, diagnostics };
  }

  /**
   * Writes the sprites before the other outputs if only symbols changed since the last write: designers
   * wait for them, and the names are still right. Returns the paths of those that changed.
   */
  async function showAhead(
    icons: readonly Icon[],
    sprites: readonly Sprite[],
  ): Promise<readonly string[]> {
    if (!haveSameNames(shown, icons)) return [];
    const files = sprites.map(spriteFile);
    const changes = await writeAhead(files, out, { cwd: config.cwd, written });
    // Lets watchers in this process react once the system has reported the change.
    await sleep(TOLD);
    return changes.filter(({ status }) => status === 'written').map(({ path }) => path);
  }

  /** Spliced: joining and encoding thousands of symbols would take longer than everything else here. */
  function spriteFile(sprite: Sprite): StoredFile {
    const last = ahead.get(sprite.name);
    const path = config.spriteFolder + sprite.file;
    const spliced = last && splicedSvg(sprite, last);
    const file = spliced
      ? ofBytes(path, spliced)
      : inMemory({ path, contents: emitSvg(sprite).contents });
    ahead.set(sprite.name, { icons: sprite.icons, bytes: file.bytes() });
    return file;
  }

  async function icons(changes: FileChanges): Promise<SessionIcons> {
    const { subject, ...made } = await make(changes);
    later(() => {
      cache?.keepIcons();
      if (!cache) return;
      const { value, diagnostics, worked } = made;
      const hashes = value.map(({ source }) => [source.file, source.hash] as const);
      const stats = countStats().end(worked);
      remember(cache, subject, { hashes, outputs: [], stats, diagnostics });
    });
    return made;
  }

  function later(task: () => void): void {
    keep = task;
    rest();
  }

  /** Closes the session's threads after a while without changes. */
  function rest(): void {
    clearTimeout(idle);
    idle = setTimeout(close, IDLE);
    idle.unref();
  }

  function close(): void {
    clearTimeout(idle);
    keep?.();
    keep = undefined;
    pool.close();
  }

  return { build, icons, close };
}

/** Checks if the generated code is the same, so that only symbols may differ. */
function haveSameNames(before: readonly Icon[], after: readonly Icon[]): boolean {
  const isSame = (icon: Icon, index: number) =>
    icon === before[index] || saidOf(icon) === saidOf(before[index]);
  return before.length === after.length && after.every(isSame);
}

function saidOf(icon: Icon | undefined): string {
  const { viewBox, width, height } = icon?.facts ?? {};
  return JSON.stringify([icon?.id, icon?.aliases, icon?.source.folder, viewBox, width, height]);
}

interface Made {
  readonly icons: Icon[];
  /** Diagnostics of source files whose last good icon stays. */
  readonly kept: Diagnostic[];
  /** Problems of source files that never had a good icon. */
  readonly lost: Diagnostic[];
}
