import { createVitePlugin, type UnpluginOptions } from 'unplugin';
import type { Plugin, ResolvedConfig, ViteDevServer } from 'vite';
import { type Core, createCore } from '../core.ts';
import { loadServedModule } from '../dev/load.ts';
import { type IconServer, serveIcons } from '../dev/serve.ts';
import { commonHooks, type HookOptions } from '../hooks.ts';
import type { PluginOptions } from '../options.ts';
import {
  type BundlerContext,
  type ClientBuilds,
  openClientBuilds,
} from '../output/client-builds.ts';
import { mayLinkToOtherSprites, resolveEnvironment } from '../output/ssr.ts';
import { rejectDuplicatePlugin, withFormattedErrors } from '../plugin-errors.ts';
import type { PluginProject } from '../project.ts';
import { type OutputAdapter, type OutputContext, outputHooks } from './output-hooks.ts';
import { pagePlugins } from './page-plugins.ts';
import { viteAdapter } from './vite-adapter.ts';
import { spriteUrlPlugin } from './vite-sprite-urls.ts';

/** Entries of the package that have to be bundled, to be bound to the app's icons. */
const BUNDLED_PACKAGES = [/^iconloom(\/|$)/];

/** Icons for Vite. Sprites are named as Vite's own assets, and linked below `base`. */
const icons: (options?: PluginOptions) => Plugin[] = createVitePlugin(
  (options: PluginOptions = {}) => new ViteIntegration(options).plugins(),
) as never;

/** Plugins of one configuration of Vite, with its development server. */
class ViteIntegration {
  readonly #options: PluginOptions;
  readonly #core: Core;
  readonly #adapter: OutputAdapter = viteAdapter(() => this.#config as ResolvedConfig);
  readonly #clientBuilds: ClientBuilds;
  /** Dropped with the environments of their servers. */
  readonly #serversByEnvironment = new WeakMap<object, IconServer>();
  #config: ResolvedConfig | undefined;
  #iconServer: IconServer | undefined;

  constructor(options: PluginOptions) {
    this.#options = options;
    this.#core = createCore(options, {
      emitsPlaceholders: () => this.#config?.command === 'build',
      hasDevServer: () => this.#config?.command === 'serve',
      hasPage: true,
      publicPath: () => this.#config && publicPathOf(this.#config),
    });
    this.#clientBuilds = openClientBuilds(
      (context: OutputContext) =>
        options.server ?? this.#adapter.environment?.(context).isServer === true,
    );
  }

  plugins(): UnpluginOptions[] {
    const hooks: HookOptions = {
      core: this.#core,
      root: () => this.#config?.root ?? process.cwd(),
      clientBuilds: this.#clientBuilds,
      linksToOtherSpritesIn: (context: OutputContext) => (project) =>
        this.#mayLinkToOtherSprites(context, project),
    };
    return [
      ...commonHooks(hooks, { vite: this.#viteHooks() }).map((each) => this.#withDevServer(each)),
      spriteUrlPlugin(),
      ...pagePlugins(this.#core, this.#options),
    ];
  }

  #viteHooks(): UnpluginOptions['vite'] {
    const release = (context: BundlerContext) => this.#closeBundle(context);
    return {
      ...(outputHooks(this.#core, this.#adapter, this.#clientBuilds) as object),
      config: () => ({
        optimizeDeps: { exclude: ['iconloom'] },
        ssr: { noExternal: BUNDLED_PACKAGES },
      }),
      // The option above does not apply to server environments that frameworks add.
      configEnvironment: (name, { consumer = name === 'client' ? 'client' : 'server' }) =>
        consumer === 'server' ? { resolve: { noExternal: BUNDLED_PACKAGES } } : undefined,
      configResolved: (config) => this.#setConfig(config),
      configureServer: (server) => this.#startServer(server),
      watchChange: (id) => this.#core.invalidate(id),
      closeBundle(this: BundlerContext) {
        return release(this);
      },
    };
  }

  async #setConfig(config: ResolvedConfig): Promise<void> {
    this.#config = config;
    await withFormattedErrors(() => rejectDuplicatePlugin(config.plugins));
    // Astro starts a server and then builds with the same plugins.
    if (config.command === 'build') await this.#closeServer(this.#iconServer);
  }

  async #startServer(server: ViteDevServer): Promise<void> {
    const iconServer = await serveIcons(server, this.#core);
    this.#iconServer = iconServer;
    for (const environment of Object.values(server.environments)) {
      this.#serversByEnvironment.set(environment, iconServer);
    }
  }

  #closeBundle(context: BundlerContext): Promise<void> {
    this.#clientBuilds.release(context);
    // On a restart, the next server starts before this one closes.
    const { environment } = context;
    return this.#closeServer(environment && this.#serversByEnvironment.get(environment));
  }

  async #closeServer(server: IconServer | undefined): Promise<void> {
    if (this.#iconServer === server) this.#iconServer = undefined;
    await server?.close();
  }

  #mayLinkToOtherSprites(context: OutputContext, project: PluginProject): boolean {
    const detected = this.#adapter.environment?.(context) ?? { isServer: false };
    return mayLinkToOtherSprites(project, resolveEnvironment(project, detected));
  }

  /** Loads modules from the development server while there is one. */
  #withDevServer(options: UnpluginOptions): UnpluginOptions {
    const iconServer = () => this.#iconServer;
    const core = this.#core;
    const { load, transform } = options;
    return {
      ...options,
      ...(typeof load === 'object' && {
        load: {
          ...load,
          async handler(id) {
            const served = iconServer();
            return served ? loadServedModule(id, served, core) : load.handler.call(this, id);
          },
        },
      }),
      ...(typeof transform === 'object' && {
        transform: {
          ...transform,
          async handler(code, id) {
            const result = await transform.handler.call(this, code, id);
            iconServer()?.scheduleReport();
            return result;
          },
        },
      }),
    };
  }
}

function publicPathOf({ base, build, experimental }: ResolvedConfig): string | undefined {
  if (experimental.renderBuiltUrl) return 'any';
  return build.lib ? undefined : base;
}

export default icons;
