import { resolve } from 'node:path';
import type { ErrorPayload, ViteDevServer } from 'vite';
import { type Diagnostic, isError } from '../../core/diagnostics.ts';
import { type FileChanges, watchFiles } from '../../node/watch-files.ts';
import type { Core } from '../core.ts';
import { formatDiagnostics } from '../report.ts';
import { VIRTUAL_PREFIX } from '../virtual-modules.ts';
import { openChangeLog } from './change-log.ts';
import { iconMiddleware } from './icon-middleware.ts';
import { SERVER_STATES } from './modules.ts';
import {
  changedIcons,
  createServedPayload,
  FOLDER,
  haveSameNames,
  payloadVersion,
  type ServedPayload,
  type ServedUpdate,
} from './served.ts';

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

/** Icons for code that runs in the server's own process. */
interface ServerState extends ServedPayload {
  readonly symbolOf: (name: string) => string | undefined;
}

/** Delay between the last transformed module and the report of problems, in ms. */
const REPORT_DELAY_MS = 20;

/** Delay between a change and the writing of types, in ms. */
const DECLARATIONS_DELAY_MS = 300;

/** Serves the icons of an app from memory, and updates them when source files change. */
export async function serveIcons(server: ViteDevServer, core: Core): Promise<IconServer> {
  const { base, logger } = server.config;
  const project = await core.start(server.config.root);
  const { root } = project;
  const { config } = project.settings;
  const client = server.environments.client;
  const createPayload = () => createServedPayload(project.catalog(), config, base);
  let served = createPayload();
  const changeLog = openChangeLog(served);
  let errorOverlay: ErrorPayload | undefined;
  let lastReport = '';
  let reportTimer: NodeJS.Timeout | undefined;
  let declarationsTimer: NodeJS.Timeout | undefined;
  let pendingChanges = Promise.resolve();

  server.middlewares.use(iconMiddleware(base + FOLDER, project.catalog, () => served));
  const states = globalThis as { [SERVER_STATES]?: Record<string, () => ServerState> };
  const currentState = () => ({ ...served, symbolOf });
  states[SERVER_STATES] = { ...states[SERVER_STATES], [root]: currentState };
  // A page sends the version it was loaded with: it may have missed changes while it was loading.
  client.hot.on('iconloom:loaded', ({ version }: { version: string }, page) => {
    const missed = changeLog.since(version);
    if (missed) page.send('iconloom:change', missed);
  });
  server.ws.on('connection', (socket: { send: (text: string) => void }) => {
    if (errorOverlay) socket.send(JSON.stringify(errorOverlay));
  });
  // The server restarts when one of these changes.
  const { configPath } = project.settings;
  if (configPath !== undefined) server.config.configFileDependencies.push(configPath);

  function symbolOf(name: string): string | undefined {
    return project.catalog().icon(name)?.symbol;
  }

  async function applyChanges(changes: FileChanges): Promise<void> {
    const before = project.catalog();
    await project.update(changes);
    const after = project.catalog();
    const areAlike = haveSameNames(before, after);
    const { isInline = false } = served;
    served = areAlike
      ? { ...served, version: payloadVersion(after) }
      : { ...createPayload(), isInline };
    const change: ServedUpdate = {
      version: served.version,
      changed: changedIcons(before, after),
      ...(!areAlike && { icons: served }),
    };
    changeLog.add(change);
    // Visible changes come first.
    client.hot.send('iconloom:change', change);
    const hasVisibleChange = !areAlike || Object.keys(change.changed).length > 0;
    if (hasVisibleChange && !hasIconloomModule(server)) client.hot.send({ type: 'full-reload' });
    invalidateModules(server);
    if (!areAlike) await core.resolveNamesAgain();
    reportProblems();
    // Writing the types of a large set would delay the next request of the page.
    clearTimeout(declarationsTimer);
    declarationsTimer = setTimeout(project.writeDeclarations, DECLARATIONS_DELAY_MS);
  }

  /** Shows the current problems, or removes the overlay. */
  function reportProblems(): void {
    const problems = [...project.diagnostics().filter(isError), ...core.unknown()];
    const text = formatDiagnostics(problems);
    if (text === lastReport) return;
    lastReport = text;
    errorOverlay = problems.length > 0 ? payloadOf(problems, root) : undefined;
    if (errorOverlay) {
      logger.error(`iconloom\n${text}`, { timestamp: true });
      client.hot.send(errorOverlay);
    } else client.hot.send('iconloom:fixed', {});
  }

  const watch = watchFiles(config, (changes) => {
    pendingChanges = pendingChanges
      .then(() => applyChanges(changes))
      .catch((error: unknown) => {
        logger.error(`iconloom\n${error instanceof Error ? error.stack : error}`);
      });
    return pendingChanges;
  });
  reportProblems();
  for (const warning of project.diagnostics().filter((each) => each.severity === 'warning')) {
    logger.warn(`iconloom\n${formatDiagnostics([warning])}`);
  }
  return {
    served: () => served,
    markInline() {
      served = { ...served, isInline: true };
    },
    isTest: server.config.plugins.some(({ name }) => /^vitest(:|$)/.test(name)),
    scheduleReport() {
      clearTimeout(reportTimer);
      reportTimer = setTimeout(reportProblems, REPORT_DELAY_MS);
    },
    async close() {
      clearTimeout(reportTimer);
      clearTimeout(declarationsTimer);
      watch.close();
      await pendingChanges;
      if (states[SERVER_STATES]?.[root] === currentState) delete states[SERVER_STATES][root];
      project.close();
    },
  };
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

function payloadOf(problems: readonly Diagnostic[], root: string): ErrorPayload {
  const [first] = problems as readonly [Diagnostic];
  const id = resolve(root, first.file);
  const others = problems.slice(1);
  const message = `${first.code}: ${first.message}\n\nfix: ${first.hint}`;
  const rest = others.length > 0 ? `\n\n${formatDiagnostics(others)}` : '';
  return {
    type: 'error',
    err: {
      message: message + rest,
      stack: '',
      id,
      plugin: 'iconloom',
      ...(first.where && { loc: { file: id, ...first.where } }),
    },
  };
}
