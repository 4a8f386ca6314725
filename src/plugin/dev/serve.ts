import type { ViteDevServer } from 'vite';
import type { FileChanges } from '../../node/watch-files.ts';
import type { Core } from '../core.ts';
import { withFormattedErrors } from '../plugin-errors.ts';
import type { PluginProject } from '../project.ts';
import { VIRTUAL_PREFIX } from '../virtual-modules.ts';
import { type ChangeLog, openChangeLog } from './change-log.ts';
import { iconMiddleware } from './icon-middleware.ts';
import { ProblemReporter } from './problem-reporter.ts';
import {
  changedIcons,
  createServedPayload,
  FOLDER,
  haveSameNames,
  payloadVersion,
  type ServedPayload,
  type ServedUpdate,
} from './served.ts';
import { registerServerState } from './server-states.ts';

/** The icons of a development server. */
export interface IconServer {
  /** Absolute path of the project. */
  readonly root: string;
  /** Current icons, once they are built. */
  readonly served: () => Promise<ServedPayload>;
  /** True if the server is Vitest's. */
  readonly isTest: boolean;
  /** Records that the app puts its icons into the page. */
  readonly markInline: () => void;
  /** Reports unknown names once no more modules are being transformed. */
  readonly scheduleReport: () => void;
  readonly close: () => Promise<void>;
}

/** Delay between a change and the writing of types, in ms. */
const DECLARATIONS_DELAY_MS = 300;

/**
 * Serves the icons of an app from memory, and updates them when source files change. Checks the
 * options only: the icons are built while the server runs, and what needs them waits.
 *
 * @throws {BuildError} when the options or the configuration are wrong.
 */
export async function serveIcons(server: ViteDevServer, core: Core): Promise<IconServer> {
  const project = await core.prepare(server.config.root);
  // The server restarts when the configuration changes.
  const { configPath } = project.settings;
  if (configPath !== undefined) server.config.configFileDependencies.push(configPath);
  const iconServer = new ViteIconServer(server, core, project);
  iconServer.start();
  return iconServer;
}

/** Icons once they are built. */
interface OpenedIcons {
  readonly payload: ServedPayload;
  readonly changeLog: ChangeLog;
}

class ViteIconServer implements IconServer {
  readonly root: string;
  readonly isTest: boolean;
  readonly #server: ViteDevServer;
  readonly #core: Core;
  readonly #project: PluginProject;
  readonly #reporter: ProblemReporter;
  /** The first build. */
  #opened: Promise<void> | undefined;
  /** Set by the first build. */
  #icons: OpenedIcons | undefined;
  #isInline = false;
  #isClosed = false;
  #declarationsTimer: NodeJS.Timeout | undefined;
  #pendingChanges: Promise<void> = Promise.resolve();
  #stopWatching: (() => void) | undefined;
  #unregisterState: (() => void) | undefined;

  constructor(server: ViteDevServer, core: Core, project: PluginProject) {
    this.#server = server;
    this.#core = core;
    this.#project = project;
    this.root = project.root;
    this.#reporter = new ProblemReporter(server, core, project);
    this.isTest = server.config.plugins.some(({ name }) => /^vitest(:|$)/.test(name));
  }

  start(): void {
    const { middlewares, config, environments, httpServer } = this.#server;
    middlewares.use(iconMiddleware(config.base + FOLDER, this.#project.catalog, this.served));
    // A page sends the version it was loaded with: it may have missed changes while it was loading.
    environments.client.hot.on('iconloom:loaded', ({ version }: { version: string }, page) => {
      const missed = this.#icons?.changeLog.since(version);
      if (missed) page.send('iconloom:change', missed);
    });
    // Opening the cache and finding the files would delay a server that is about to listen.
    if (httpServer) httpServer.once('listening', () => setImmediate(() => this.#begin()));
    else this.#begin();
  }

  readonly served = async (): Promise<ServedPayload> =>
    this.#withTarget((await this.#openedIcons()).payload);

  markInline(): void {
    this.#isInline = true;
  }

  scheduleReport(): void {
    // The first build reports all problems so far.
    if (this.#icons) this.#reporter.schedule();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#reporter.close();
    await this.#opened?.catch(() => {});
    this.#stopWatching?.();
    await this.#pendingChanges;
    clearTimeout(this.#declarationsTimer);
    this.#unregisterState?.();
    this.#project.close();
  }

  /** Builds the icons, unless something has asked for them already. */
  #begin(): void {
    if (!this.#isClosed) this.#openedIcons().catch((error) => this.#logError(error));
  }

  async #openedIcons(): Promise<OpenedIcons> {
    this.#opened ??= this.#open();
    await this.#opened;
    return this.#icons as OpenedIcons;
  }

  async #open(): Promise<void> {
    // Changes during the build must not be missed.
    this.#stopWatching ??= await this.#watch();
    await withFormattedErrors(() => this.#core.project());
    const payload = this.#createPayload();
    this.#icons = { payload, changeLog: openChangeLog(payload) };
    const symbolOf = (name: string) => this.#project.catalog().icon(name)?.symbol;
    this.#unregisterState = registerServerState(this.root, () => ({
      ...this.#withTarget((this.#icons as OpenedIcons).payload),
      symbolOf,
    }));
    await this.#core.resolveNamesAgain();
    if (this.#isClosed) return;
    this.#reporter.report();
    this.#reporter.logWarnings();
  }

  async #watch(): Promise<() => void> {
    // Its globs take time to load, which would delay the start of the server.
    const { watchFiles } = await import('../../node/watch-files.ts');
    const { config } = this.#project.settings;
    const watch = watchFiles(config, (changes) => this.#queueChanges(changes));
    return () => watch.close();
  }

  #withTarget(payload: ServedPayload): ServedPayload {
    return this.#isInline ? { ...payload, isInline: true } : payload;
  }

  #createPayload(): ServedPayload {
    const { catalog, settings } = this.#project;
    return createServedPayload(catalog(), settings.config, this.#server.config.base);
  }

  /** Applies changes after those before them. */
  #queueChanges(changes: FileChanges): Promise<void> {
    this.#pendingChanges = this.#pendingChanges
      .then(() => this.#applyChanges(changes))
      .catch((error: unknown) => this.#logError(error));
    return this.#pendingChanges;
  }

  #logError(error: unknown): void {
    const text = error instanceof Error ? error.stack : error;
    this.#server.config.logger.error(`iconloom\n${text}`);
  }

  async #applyChanges(changes: FileChanges): Promise<void> {
    await this.#opened?.catch(() => {});
    if (!this.#icons) return this.#openAgain();
    const hasSameNames = await this.#updateServed(changes, this.#icons);
    invalidateModules(this.#server);
    if (!hasSameNames) await this.#core.resolveNamesAgain();
    this.#reporter.report();
    // Writing the types of a large set would delay the next request of the page.
    clearTimeout(this.#declarationsTimer);
    const { writeDeclarations } = this.#project;
    this.#declarationsTimer = setTimeout(writeDeclarations, DECLARATIONS_DELAY_MS);
  }

  /** Tries the first build again, after one that failed. */
  async #openAgain(): Promise<void> {
    this.#opened = undefined;
    await this.#openedIcons();
    this.#server.environments.client.hot.send({ type: 'full-reload' });
  }

  /** Updates the icons and sends the change to the pages. True if all names are unchanged. */
  async #updateServed(changes: FileChanges, { payload, changeLog }: OpenedIcons): Promise<boolean> {
    const before = this.#project.catalog();
    await this.#project.update(changes);
    const after = this.#project.catalog();
    const hasSameNames = haveSameNames(before, after);
    const served = hasSameNames
      ? { ...payload, version: payloadVersion(after) }
      : this.#createPayload();
    this.#icons = { payload: served, changeLog };
    const change: ServedUpdate = {
      version: served.version,
      changed: changedIcons(before, after),
      ...(!hasSameNames && { icons: this.#withTarget(served) }),
    };
    changeLog.add(change);
    this.#sendChange(change);
    return hasSameNames;
  }

  #sendChange(change: ServedUpdate): void {
    const { hot } = this.#server.environments.client;
    hot.send('iconloom:change', change);
    const isVisible = change.icons !== undefined || Object.keys(change.changed).length > 0;
    if (isVisible && !hasIconloomModule(this.#server)) hot.send({ type: 'full-reload' });
  }
}

/** Checks that pages have loaded an iconloom module; pages that only a server rendered have none. */
function hasIconloomModule({ environments }: ViteDevServer): boolean {
  const ids = environments.client.moduleGraph.idToModuleMap.keys();
  return [...ids].some((id) => id.startsWith(VIRTUAL_PREFIX));
}

/** Invalidates the virtual modules, so that new pages get the current icons. */
function invalidateModules(server: ViteDevServer): void {
  for (const { moduleGraph } of Object.values(server.environments)) {
    for (const [id, module] of moduleGraph.idToModuleMap) {
      if (id.startsWith(VIRTUAL_PREFIX)) moduleGraph.invalidateModule(module);
    }
  }
}
