import type { ViteDevServer } from 'vite';
import { type FileChanges, watchFiles } from '../../node/watch-files.ts';
import type { Core } from '../core.ts';
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
  readonly served: () => ServedPayload;
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

/** Serves the icons of an app from memory, and updates them when source files change. */
export async function serveIcons(server: ViteDevServer, core: Core): Promise<IconServer> {
  const project = await core.start(server.config.root);
  // The server restarts when the configuration changes.
  const { configPath } = project.settings;
  if (configPath !== undefined) server.config.configFileDependencies.push(configPath);
  const iconServer = new ViteIconServer(server, core, project);
  iconServer.start();
  return iconServer;
}

class ViteIconServer implements IconServer {
  readonly isTest: boolean;
  readonly #server: ViteDevServer;
  readonly #core: Core;
  readonly #project: PluginProject;
  readonly #reporter: ProblemReporter;
  readonly #changeLog: ChangeLog;
  #served: ServedPayload;
  #declarationsTimer: NodeJS.Timeout | undefined;
  #pendingChanges: Promise<void> = Promise.resolve();
  #stopWatching: (() => void) | undefined;
  #unregisterState: (() => void) | undefined;

  constructor(server: ViteDevServer, core: Core, project: PluginProject) {
    this.#server = server;
    this.#core = core;
    this.#project = project;
    this.#served = this.#createPayload();
    this.#changeLog = openChangeLog(this.#served);
    this.#reporter = new ProblemReporter(server, core, project);
    this.isTest = server.config.plugins.some(({ name }) => /^vitest(:|$)/.test(name));
  }

  start(): void {
    const { middlewares, config, environments } = this.#server;
    const { catalog, root, settings } = this.#project;
    middlewares.use(iconMiddleware(config.base + FOLDER, catalog, this.served));
    const symbolOf = (name: string) => catalog().icon(name)?.symbol;
    this.#unregisterState = registerServerState(root, () => ({ ...this.#served, symbolOf }));
    // A page sends the version it was loaded with: it may have missed changes while it was loading.
    environments.client.hot.on('iconloom:loaded', ({ version }: { version: string }, page) => {
      const missed = this.#changeLog.since(version);
      if (missed) page.send('iconloom:change', missed);
    });
    const watch = watchFiles(settings.config, (changes) => this.#queueChanges(changes));
    this.#stopWatching = () => watch.close();
    this.#reporter.report();
    this.#reporter.logWarnings();
  }

  readonly served = (): ServedPayload => this.#served;

  markInline(): void {
    this.#served = { ...this.#served, isInline: true };
  }

  scheduleReport(): void {
    this.#reporter.schedule();
  }

  async close(): Promise<void> {
    this.#reporter.close();
    clearTimeout(this.#declarationsTimer);
    this.#stopWatching?.();
    await this.#pendingChanges;
    this.#unregisterState?.();
    this.#project.close();
  }

  #createPayload(): ServedPayload {
    const { catalog, settings } = this.#project;
    return createServedPayload(catalog(), settings.config, this.#server.config.base);
  }

  /** Applies changes after those before them. */
  #queueChanges(changes: FileChanges): Promise<void> {
    this.#pendingChanges = this.#pendingChanges
      .then(() => this.#applyChanges(changes))
      .catch((error: unknown) => {
        const text = error instanceof Error ? error.stack : error;
        this.#server.config.logger.error(`iconloom\n${text}`);
      });
    return this.#pendingChanges;
  }

  async #applyChanges(changes: FileChanges): Promise<void> {
    const hasSameNames = await this.#updateServed(changes);
    invalidateModules(this.#server);
    if (!hasSameNames) await this.#core.resolveNamesAgain();
    this.#reporter.report();
    // Writing the types of a large set would delay the next request of the page.
    clearTimeout(this.#declarationsTimer);
    const { writeDeclarations } = this.#project;
    this.#declarationsTimer = setTimeout(writeDeclarations, DECLARATIONS_DELAY_MS);
  }

  /** Updates the icons and sends the change to the pages. True if all names are unchanged. */
  async #updateServed(changes: FileChanges): Promise<boolean> {
    const before = this.#project.catalog();
    await this.#project.update(changes);
    const after = this.#project.catalog();
    const hasSameNames = haveSameNames(before, after);
    const { isInline = false } = this.#served;
    this.#served = hasSameNames
      ? { ...this.#served, version: payloadVersion(after) }
      : { ...this.#createPayload(), isInline };
    this.#sendChange({
      version: this.#served.version,
      changed: changedIcons(before, after),
      ...(!hasSameNames && { icons: this.#served }),
    });
    return hasSameNames;
  }

  #sendChange(change: ServedUpdate): void {
    this.#changeLog.add(change);
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
