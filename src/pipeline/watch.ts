import { EventEmitter } from 'node:events';
import type { UserConfig } from '../config/types.ts';
import { type FileChanges, type FileWatch, watchFiles } from '../node/watch-files.ts';
import type { BuildOptions, Outcome } from './build.ts';
import { resolveBuildConfig } from './context.ts';
import { IconSession } from './session.ts';

/** Build that a watcher ran. */
export interface WatchBuild extends Outcome {
  /** From the last change to the last file written, in ms. */
  readonly ms: number;
}

export interface WatchEvents {
  /** The outputs are up to date with the source files; also emitted when no byte changed. */
  build: [build: WatchBuild];
  /** Nothing was written: source files or the configuration have errors, or a file cannot be written. */
  error: [error: unknown];
}

/** Watcher that rebuilds whenever source files change, until it is closed. */
export interface IconWatcher {
  on<E extends keyof WatchEvents>(event: E, listener: WatchListener<E>): this;
  once<E extends keyof WatchEvents>(event: E, listener: WatchListener<E>): this;
  off<E extends keyof WatchEvents>(event: E, listener: WatchListener<E>): this;
  /** Ends the watch after the running build. */
  close(): Promise<void>;
}

export type WatchListener<E extends keyof WatchEvents> = (...args: WatchEvents[E]) => void;

/**
 * Builds once, and again whenever source files or their metadata change.
 *
 * If a change gives a source file errors, its last good icon stays in the outputs, with the
 * diagnostic `last-good-kept` beside the errors. The watch goes on in any case.
 *
 * @throws {BuildError} when the configuration is wrong.
 * @example
 * const watcher = watch({ inputs: 'assets/icons', out: 'src/icons' });
 * watcher.on('build', ({ changes, ms }) => console.log(changes, ms));
 * watcher.on('error', (error) => console.error(error));
 * await watcher.close();
 */
export function watch(config: UserConfig, options: BuildOptions = {}): IconWatcher {
  const resolved = resolveBuildConfig(config, options);
  const watcher = new EventEmitter<WatchEvents>();
  const session = new IconSession(resolved, options);
  let files: FileWatch | undefined;
  let isClosed = false;
  let running = Promise.resolve();

  const run = (changes: FileChanges): Promise<void> => {
    const start = performance.now();
    running = running.then(async () => {
      if (isClosed) return;
      try {
        const outcome = await session.build(changes);
        watcher.emit('build', { ...outcome, ms: performance.now() - start });
      } catch (error) {
        watcher.emit('error', error);
      }
    });
    return running;
  };

  // After the caller has had time to add listeners.
  const started = Promise.resolve().then(() => {
    files = watchFiles(resolved, run);
    void run({ changed: new Set(), moved: new Set(), isStructural: true });
  });
  return Object.assign(watcher, {
    async close() {
      isClosed = true;
      await started;
      files?.close();
      await running;
      session.close();
    },
  });
}
