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

/** The icons of a project as they are now; nothing of them is written. */
export interface IconSet {
  readonly config: ResolvedConfig;
  readonly linter: Linter;
  readonly now: () => SetState;
  /** Looks at everything anew, and tells of it. */
  readonly update: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** All must be searched. */
const ALL: FileChanges = { changed: new Set(), moved: new Set(), isStructural: true };

/**
 * Makes all icons, or gets them out of the cache, and follows what becomes of the drawings.
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
  /** What the build says, and what rules say, of the icons as they are now. */
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
    // What was said of a drawing holds until it is another.
    const known = new Set(state.icons);
    const isSame = new Set(
      value.filter((icon) => known.has(icon)).map(({ source }) => source.file),
    );
    linted = linted.filter(({ file }) => isSame.has(file));
    show(value);
    linting = lint(value);
  }

  /** Takes its time with many icons, so they are shown first. */
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

/** What is wrong with the whole is shown like what is wrong with one icon. */
function nothingOf(error: unknown): { value: readonly Icon[]; diagnostics: readonly Diagnostic[] } {
  if (!(error instanceof BuildError)) throw error;
  return { value: [], diagnostics: error.diagnostics };
}

/** The folder that icons are saved in, absolute; `undefined` where the configuration names none. */
export function folderOf(config: ResolvedConfig): string | undefined {
  try {
    return iconsFolder(config);
  } catch (error) {
    if (error instanceof BuildError) return undefined;
    throw error;
  }
}
