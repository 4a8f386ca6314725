import { type Diagnostic, isError } from '../core/diagnostics.ts';
import type { FileChanges } from '../node/watch-files.ts';
import { openSession, type SessionIcons } from '../session.ts';
import { type Catalog, catalogOf } from './catalog.ts';
import { writeTypes } from './dts.ts';
import type { PluginOptions } from './options.ts';
import { checkKeptByOption } from './output/kept.ts';
import { resolveSettings, type Settings } from './settings.ts';

/** Current icons of an app. */
export interface Project {
  /** Absolute path. */
  readonly root: string;
  readonly settings: Settings;
  readonly catalog: () => Catalog;
  /** Current problems of icons and options. */
  readonly diagnostics: () => readonly Diagnostic[];
  /** Problems that stop the build. */
  readonly blocking: () => readonly Diagnostic[];
  /** All other problems: the build goes on without the icon, or with its last good state. */
  readonly passing: () => readonly Diagnostic[];
  /** Updates the icons of changed files, or all. */
  readonly update: (changes?: FileChanges) => Promise<void>;
  /** Writes the types of the current names. */
  readonly declare: () => void;
  /** Saves the icons to the cache. */
  readonly close: () => void;
}

/** Changes that make a session search all files. */
const ALL: FileChanges = { changed: new Set(), moved: new Set(), isStructural: true };

/**
 * Builds all icons, or restores them from the cache.
 *
 * @param root absolute path of the project
 * @param declares writes the types of the names
 * @throws {BuildError} when the options or the configuration are wrong.
 */
export async function openProject(
  options: PluginOptions,
  root: string,
  { declares = true }: { readonly declares?: boolean } = {},
): Promise<Project> {
  const settings = await resolveSettings(options, root);
  const session = openSession(settings.config, {});
  let made: SessionIcons = { value: [], diagnostics: [], blocking: [], processedCount: 0 };
  let catalog = catalogOf([]);

  async function update(changes: FileChanges = ALL) {
    made = await session.icons(changes);
    catalog = catalogOf(made.value);
  }

  await update();
  function declare(): void {
    if (settings.dts !== false) writeTypes(settings.dts, catalog.icons, settings.config.cwd);
  }

  if (declares) declare();
  const diagnostics = () => [...made.diagnostics, ...checkKeptByOption(settings, catalog)];
  const blocking = () => {
    const own = checkKeptByOption(settings, catalog).filter(isError);
    const icons = settings.config.keepGoing ? [] : made.blocking.filter(isError);
    return [...icons, ...own];
  };
  return {
    ...{ root, settings, diagnostics, blocking, update, declare, close: session.close },
    catalog: () => catalog,
    passing() {
      const texts = new Set(blocking().map((each) => JSON.stringify(each)));
      return diagnostics().filter(
        (each) => each.severity !== 'info' && !texts.has(JSON.stringify(each)),
      );
    },
  };
}
