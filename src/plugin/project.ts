import { type Diagnostic, isError } from '../core/diagnostics.ts';
import type { FileChanges } from '../node/watch-files.ts';
import { IconSession, type SessionIcons } from '../pipeline/session.ts';
import { type Catalog, createCatalog } from './catalog.ts';
import { writeTypes } from './dts.ts';
import type { PluginOptions } from './options.ts';
import { checkIconOptions } from './output/used-icons.ts';
import { type PluginSettings, resolveSettings } from './settings.ts';

/** Current icons of an app. */
export interface PluginProject {
  /** Absolute path. */
  readonly root: string;
  readonly settings: PluginSettings;
  /** Empty before the first update. */
  readonly catalog: () => Catalog;
  /** True after the first update. */
  readonly hasIcons: () => boolean;
  /** Current problems of icons and options. */
  readonly diagnostics: () => readonly Diagnostic[];
  /** Problems that stop the build. */
  readonly blocking: () => readonly Diagnostic[];
  /** All other problems: the build goes on without the icon, or with its last good state. */
  readonly nonBlocking: () => readonly Diagnostic[];
  /** Updates the icons of changed files, or all; the first time, builds them or restores them from the cache. */
  readonly update: (changes?: FileChanges) => Promise<void>;
  /** Writes the types of the current names. */
  readonly writeDeclarations: () => void;
  /** Saves the icons to the cache. */
  readonly close: () => void;
}

/** Changes that make a session search all files. */
const EVERYTHING: FileChanges = { changed: new Set(), moved: new Set(), isStructural: true };

/**
 * Builds all icons, or restores them from the cache.
 *
 * @param root absolute path of the project
 * @param options.writesDeclarations writes the types of the names. Default: true.
 * @throws {BuildError} when the options or the configuration are wrong.
 */
export async function openProject(
  options: PluginOptions,
  root: string,
  { writesDeclarations = true }: { readonly writesDeclarations?: boolean } = {},
): Promise<PluginProject> {
  const project = await createProject(options, root);
  await project.update();
  if (writesDeclarations) project.writeDeclarations();
  return project;
}

/**
 * Creates a project whose icons are not built yet.
 *
 * @param root absolute path of the project
 * @throws {BuildError} when the options or the configuration are wrong.
 */
export async function createProject(options: PluginOptions, root: string): Promise<PluginProject> {
  const settings = await resolveSettings(options, root);
  const session = new IconSession(settings.config);
  let sessionIcons: SessionIcons = { value: [], diagnostics: [], blocking: [], processedCount: 0 };
  let catalog = createCatalog([]);
  let hasIcons = false;
  let lastUpdate: Promise<void> = Promise.resolve();

  async function updateNow(changes: FileChanges): Promise<void> {
    sessionIcons = await session.icons(changes);
    catalog = createCatalog(sessionIcons.value);
    hasIcons = true;
  }

  function update(changes: FileChanges = EVERYTHING): Promise<void> {
    // Builds of several environments start at the same time, and would process each icon twice.
    const result = lastUpdate.then(() => updateNow(changes));
    lastUpdate = result.catch(() => {});
    return result;
  }

  function writeDeclarations(): void {
    if (settings.dts !== false) writeTypes(settings.dts, catalog.icons, settings.config.cwd);
  }

  const diagnostics = () => [...sessionIcons.diagnostics, ...checkIconOptions(settings, catalog)];
  const blocking = () => {
    const own = checkIconOptions(settings, catalog).filter(isError);
    const icons = settings.config.keepGoing ? [] : sessionIcons.blocking.filter(isError);
    return [...icons, ...own];
  };
  return {
    root,
    settings,
    diagnostics,
    blocking,
    update,
    writeDeclarations,
    close: () => session.close(),
    catalog: () => catalog,
    hasIcons: () => hasIcons,
    nonBlocking() {
      const texts = new Set(blocking().map((each) => JSON.stringify(each)));
      return diagnostics().filter(
        (each) => each.severity !== 'info' && !texts.has(JSON.stringify(each)),
      );
    },
  };
}
