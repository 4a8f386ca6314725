import { resolve } from 'node:path';
import type { ErrorPayload, ViteDevServer } from 'vite';
import { type Diagnostic, isError } from '../../core/diagnostics.ts';
import { type FileChanges, watchFiles } from '../../node/watch-files.ts';
import { type Core, OWN } from '../core.ts';
import { problemText } from '../report.ts';
import { openChangeLog } from './change-log.ts';
import { STATES } from './modules.ts';
import {
  areCalledAlike,
  type Change,
  changedIcons,
  FOLDER,
  type Served,
  servedOf,
  versionOf,
} from './served.ts';
import { answerWith } from './sprite.ts';

/** The icons of a development server. */
export interface ServedApp {
  readonly served: () => Served;
  /** True if the server is Vitest's. */
  readonly isTest: boolean;
  /** Records that the app puts its icons into the page. */
  readonly inline: () => void;
  /** Reports unknown names once no more modules are being transformed. */
  readonly look: () => void;
  readonly close: () => Promise<void>;
}

/** Icons for code that runs in the server's own process. */
interface ServedState extends Served {
  readonly symbolOf: (name: string) => string | undefined;
}

/** Delay between the last transformed module and the report of problems, in ms. */
const QUIET = 20;

/** Delay between a change and the writing of types, in ms. */
const LATER = 300;

/** Serves the icons of an app from memory, and updates them when source files change. */
export async function serveIcons(server: ViteDevServer, core: Core): Promise<ServedApp> {
  const { base, logger } = server.config;
  const project = await core.start(server.config.root);
  const { root } = project;
  const { config } = project.settings;
  const client = server.environments.client;
  const make = () => servedOf(project.catalog(), config, base);
  let served = make();
  const log = openChangeLog(served);
  let shown: ErrorPayload | undefined;
  let told = '';
  let looking: NodeJS.Timeout | undefined;
  let declaring: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  server.middlewares.use(answerWith(base + FOLDER, project.catalog, () => served));
  const states = globalThis as { [STATES]?: Record<string, () => ServedState> };
  const state = () => ({ ...served, symbolOf });
  states[STATES] = { ...states[STATES], [root]: state };
  // A page sends the version it was loaded with: it may have missed changes while it was loading.
  client.hot.on('iconloom:loaded', ({ version }: { version: string }, page) => {
    const missed = log.since(version);
    if (missed) page.send('iconloom:change', missed);
  });
  server.ws.on('connection', (socket: { send: (text: string) => void }) => {
    if (shown) socket.send(JSON.stringify(shown));
  });
  // The server restarts when one of these changes.
  const { configPath } = project.settings;
  if (configPath !== undefined) server.config.configFileDependencies.push(configPath);

  function symbolOf(name: string): string | undefined {
    return project.catalog().icon(name)?.symbol;
  }

  async function follow(changes: FileChanges): Promise<void> {
    const before = project.catalog();
    await project.update(changes);
    const after = project.catalog();
    const areAlike = areCalledAlike(before, after);
    const { isInline = false } = served;
    served = areAlike ? { ...served, version: versionOf(after) } : { ...make(), isInline };
    const change: Change = {
      version: served.version,
      changed: changedIcons(before, after),
      ...(!areAlike && { icons: served }),
    };
    log.add(change);
    // Visible changes come first.
    client.hot.send('iconloom:change', change);
    const isSeen = !areAlike || Object.keys(change.changed).length > 0;
    if (isSeen && !isFollowed(server)) client.hot.send({ type: 'full-reload' });
    forgetModules(server);
    if (!areAlike) await core.lookAgain();
    tell();
    // Writing the types of a large set would delay the next request of the page.
    clearTimeout(declaring);
    declaring = setTimeout(project.declare, LATER);
  }

  /** Shows the current problems, or removes the overlay. */
  function tell(): void {
    const problems = [...project.diagnostics().filter(isError), ...core.unknown()];
    const text = problemText(problems);
    if (text === told) return;
    told = text;
    shown = problems.length > 0 ? payloadOf(problems, root) : undefined;
    if (shown) {
      logger.error(`iconloom\n${text}`, { timestamp: true });
      client.hot.send(shown);
    } else client.hot.send('iconloom:mended', {});
  }

  const watch = watchFiles(config, (changes) => {
    running = running
      .then(() => follow(changes))
      .catch((error: unknown) => {
        logger.error(`iconloom\n${error instanceof Error ? error.stack : error}`);
      });
    return running;
  });
  tell();
  for (const warning of project.diagnostics().filter((each) => each.severity === 'warning')) {
    logger.warn(`iconloom\n${problemText([warning])}`);
  }
  return {
    served: () => served,
    inline() {
      served = { ...served, isInline: true };
    },
    isTest: server.config.plugins.some(({ name }) => /^vitest(:|$)/.test(name)),
    look() {
      clearTimeout(looking);
      looking = setTimeout(tell, QUIET);
    },
    async close() {
      clearTimeout(looking);
      clearTimeout(declaring);
      watch.close();
      await running;
      if (states[STATES]?.[root] === state) delete states[STATES][root];
      project.close();
    },
  };
}

/** Checks that pages have loaded an iconloom module; pages that only a server rendered have none. */
function isFollowed({ environments }: ViteDevServer): boolean {
  const ids = environments.client.moduleGraph.idToModuleMap.keys();
  return [...ids].some((id) => id.startsWith(OWN));
}

/** Invalidates the virtual modules, so that new pages get the current icons. */
function forgetModules(server: ViteDevServer): void {
  for (const { moduleGraph } of Object.values(server.environments)) {
    for (const [id, module] of moduleGraph.idToModuleMap) {
      if (id.startsWith(OWN)) moduleGraph.invalidateModule(module);
    }
  }
}

function payloadOf(problems: readonly Diagnostic[], root: string): ErrorPayload {
  const [first] = problems as readonly [Diagnostic];
  const id = resolve(root, first.file);
  const others = problems.slice(1);
  const message = `${first.code}: ${first.message}\n\nfix: ${first.hint}`;
  const rest = others.length > 0 ? `\n\n${problemText(others)}` : '';
  return {
    type: 'error',
    err: {
      ...{ message: message + rest, stack: '', id, plugin: 'iconloom' },
      ...(first.where && { loc: { file: id, ...first.where } }),
    },
  };
}
