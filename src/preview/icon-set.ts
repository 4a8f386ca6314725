import { iconsFolder } from '../add/target.ts';
import type { ResolvedConfig } from '../config/types.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { SetChange } from '../core/preview.ts';
import type { Icon } from '../core/types.ts';
import { type FileChanges, watchFiles } from '../node/watch-files.ts';
import { openSession } from '../session.ts';
import { type Linter, openLinter } from './lint.ts';
import { changeOf, type SetState, stateOf } from './set-state.ts';

/** Current icons of a project, in memory only. */
export interface IconSet {
  readonly config: ResolvedConfig;
  readonly linter: Linter;
  readonly now: () => SetState;
  /** Rebuilds everything, and publishes the result. */
  readonly update: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Change that causes a full search. */
const ALL: FileChanges = { changed: new Set(), moved: new Set(), isStructural: true };

/**
 * Builds all icons, or restores them from the cache, and watches the source files.
 *
 * @throws {BuildError} when the configuration is wrong.
 */
export async function openIconSet(
  config: ResolvedConfig,
  onChange: (change: SetChange) => void,
): Promise<IconSet> {
  const session = openSession(config, {});
  const linter = openLinter(config);
  let state = stateOf([], [], config);
  /** Diagnostics of the build, and of the rules, for the current icons. */
  let built: readonly Diagnostic[] = [];
  let linted: readonly Diagnostic[] = [];
  let running: Promise<unknown> = Promise.resolve();
  let linting: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  function show(icons: readonly Icon[]): void {
    const before = state;
    state = stateOf(icons, [...linter.diagnostics, ...built, ...linted], config);
    if (state.version !== before.version) onChange(changeOf(before, state));
  }

  async function make(changes: FileChanges): Promise<void> {
    const { value, diagnostics } = await session.icons(changes).catch(nothingOf);
    built = diagnostics;
    // Findings stay valid while an icon is unchanged.
    const known = new Set(state.icons);
    const isSame = new Set(
      value.filter((icon) => known.has(icon)).map(({ source }) => source.file),
    );
    linted = linted.filter(({ file }) => isSame.has(file));
    show(value);
    linting = lint(value);
  }

  /** Lints the icons after they are shown, since many take a while. */
  async function lint(icons: readonly Icon[]): Promise<void> {
    const isOver = () => isClosed || state.icons !== icons;
    const problems = await linter.all(state, isOver);
    if (!problems || isOver()) return;
    linted = problems;
    show(icons);
  }

  const follow = (changes: FileChanges): Promise<void> => {
    const made = running.then(() => make(changes));
    running = made.catch(() => {});
    return made;
  };

  await follow(ALL);
  const watch = watchFiles(config, (changes) => follow(changes).catch(() => {}));
  return {
    config,
    linter,
    now: () => state,
    update: () => follow(ALL),
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
function nothingOf(error: unknown): { value: readonly Icon[]; diagnostics: readonly Diagnostic[] } {
  if (!(error instanceof BuildError)) throw error;
  return { value: [], diagnostics: error.diagnostics };
}

/** Absolute path of the folder to save icons in; `undefined` when the configuration names none. */
export function folderOf(config: ResolvedConfig): string | undefined {
  try {
    return iconsFolder(config);
  } catch (error) {
    if (error instanceof BuildError) return undefined;
    throw error;
  }
}
