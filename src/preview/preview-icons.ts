import { iconsFolder } from '../add/target.ts';
import type { ResolvedConfig } from '../config/types.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { Icon } from '../core/types.ts';
import { type FileChanges, watchFiles } from '../node/watch-files.ts';
import { IconSession } from '../pipeline/session.ts';
import type { SetChange } from './api.ts';
import { type Linter, openLinter } from './lint.ts';
import { createSetState, diffStates, type SetState } from './set-state.ts';

/** Current icons of a project, in memory only. */
export interface PreviewIcons {
  readonly config: ResolvedConfig;
  readonly linter: Linter;
  readonly getState: () => SetState;
  /** Rebuilds everything, and publishes the result. */
  readonly refresh: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Change that causes a full search. */
const FULL_CHANGE: FileChanges = { changed: new Set(), moved: new Set(), isStructural: true };

/**
 * Builds all icons, or restores them from the cache, and watches the source files.
 *
 * @throws {BuildError} when the configuration is wrong.
 */
export async function openPreviewIcons(
  config: ResolvedConfig,
  onChange: (change: SetChange) => void,
): Promise<PreviewIcons> {
  const session = new IconSession(config);
  const linter = openLinter(config, () => session.cache);
  let state = createSetState([], [], config);
  /** Diagnostics of the build, and of the rules, for the current icons. */
  let buildDiagnostics: readonly Diagnostic[] = [];
  let lintDiagnostics: readonly Diagnostic[] = [];
  let running: Promise<unknown> = Promise.resolve();
  let linting: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  function publish(icons: readonly Icon[]): void {
    const before = state;
    state = createSetState(
      icons,
      [...linter.diagnostics, ...buildDiagnostics, ...lintDiagnostics],
      config,
    );
    if (state.version !== before.version) onChange(diffStates(before, state));
  }

  async function rebuild(changes: FileChanges): Promise<void> {
    const { value, diagnostics } = await session.icons(changes).catch(emptyResult);
    buildDiagnostics = diagnostics;
    // Findings stay valid while an icon is unchanged.
    const previousIcons = new Set(state.icons);
    const unchangedFiles = new Set(
      value.filter((icon) => previousIcons.has(icon)).map(({ source }) => source.file),
    );
    lintDiagnostics = lintDiagnostics.filter(({ file }) => unchangedFiles.has(file));
    publish(value);
    linting = lint(value);
  }

  /** Lints the icons after they are shown, since many take a while. */
  async function lint(icons: readonly Icon[]): Promise<void> {
    const isStale = () => isClosed || state.icons !== icons;
    const problems = await linter.lintAll(state, isStale);
    if (!problems || isStale()) return;
    lintDiagnostics = problems;
    publish(icons);
  }

  const enqueue = (changes: FileChanges): Promise<void> => {
    const rebuilt = running.then(() => rebuild(changes));
    running = rebuilt.catch(() => {});
    return rebuilt;
  };

  await enqueue(FULL_CHANGE);
  const watch = watchFiles(config, (changes) => enqueue(changes).catch(() => {}));
  return {
    config,
    linter,
    getState: () => state,
    refresh: () => enqueue(FULL_CHANGE),
    async close() {
      isClosed = true;
      watch.close();
      await running;
      await linting;
      session.close();
    },
  };
}

/** Turns an error of the whole build into diagnostics. */
function emptyResult(error: unknown): {
  value: readonly Icon[];
  diagnostics: readonly Diagnostic[];
} {
  if (!(error instanceof BuildError)) throw error;
  return { value: [], diagnostics: error.diagnostics };
}

/** Absolute path of the folder to save icons in; `undefined` when the configuration names none. */
export function iconsFolderOf(config: ResolvedConfig): string | undefined {
  try {
    return iconsFolder(config);
  } catch (error) {
    if (error instanceof BuildError) return undefined;
    throw error;
  }
}
