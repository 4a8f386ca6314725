import { createVitePlugin, type UnpluginOptions } from 'unplugin';
import type { Plugin, ResolvedConfig } from 'vite';
import { type Core, createCore } from '../core.ts';
import { loadServedModule } from '../dev/load.ts';
import { type IconServer, serveIcons } from '../dev/serve.ts';
import { commonHooks, rejectDuplicatePlugin, withFormattedErrors } from '../hooks.ts';
import type { PluginOptions } from '../options.ts';
import { type BuildContext, openClientBuilds } from '../output/client-builds.ts';
import { mayLinkToOtherSprites, resolveEnvironment } from '../output/ssr.ts';
import type { PluginProject } from '../project.ts';
import { type OutputContext, outputHooks } from './output-hooks.ts';
import { pagePlugins } from './page-plugins.ts';
import { viteAdapter } from './vite-adapter.ts';
import { spriteUrlPlugin } from './vite-sprite-urls.ts';

/** Entries of the package that have to be bundled, to be bound to the app's icons. */
const BUNDLED_PACKAGES = [/^iconloom(\/|$)/];

/** Icons for Vite. Sprites are named as Vite's own assets, and linked below `base`. */
const icons: (options?: PluginOptions) => Plugin[] = createVitePlugin(
  (options: PluginOptions = {}) => {
    let config: ResolvedConfig | undefined;
    let iconServer: IconServer | undefined;
    const core = createCore(options, {
      emitsPlaceholders: () => config?.command === 'build',
      hasDevServer: () => config?.command === 'serve',
      hasPage: true,
      publicPath: () => config && publicPathOf(config),
    });
    const serversByEnvironment = new WeakMap<object, IconServer>();

    /** Closes a development server. */
    async function closeServer(server: IconServer | undefined): Promise<void> {
      if (iconServer === server) iconServer = undefined;
      await server?.close();
    }

    const adapter = viteAdapter(() => config as ResolvedConfig);
    const clientBuilds = openClientBuilds(
      (context: OutputContext) =>
        options.server ?? adapter.environment?.(context).isServer === true,
    );
    const viteHooks: Partial<UnpluginOptions> = {
      vite: {
        ...(outputHooks(core, adapter, clientBuilds) as object),
        config: () => ({
          optimizeDeps: { exclude: ['iconloom'] },
          ssr: { noExternal: BUNDLED_PACKAGES },
        }),
        // The option above does not apply to server environments that frameworks add.
        configEnvironment: (name, { consumer = name === 'client' ? 'client' : 'server' }) =>
          consumer === 'server' ? { resolve: { noExternal: BUNDLED_PACKAGES } } : undefined,
        async configResolved(resolved) {
          config = resolved;
          await withFormattedErrors(() => rejectDuplicatePlugin(resolved.plugins));
          // Astro starts a server and then builds with the same plugins.
          if (resolved.command === 'build') await closeServer(iconServer);
        },
        async configureServer(server) {
          iconServer = await serveIcons(server, core);
          for (const environment of Object.values(server.environments))
            serversByEnvironment.set(environment, iconServer);
        },
        watchChange: (id) => core.invalidate(id),
        // On a restart, the next server starts before this one closes.
        closeBundle(this: BuildContext) {
          clientBuilds.release(this);
          return closeServer(this.environment && serversByEnvironment.get(this.environment));
        },
      },
    };
    const linksToOtherSpritesIn = (context: OutputContext) => (project: PluginProject) =>
      mayLinkToOtherSprites(
        project,
        resolveEnvironment(project, adapter.environment?.(context) ?? { isServer: false }),
      );
    const plugins = commonHooks(
      core,
      () => config?.root ?? process.cwd(),
      viteHooks,
      clientBuilds,
      linksToOtherSpritesIn,
    );
    return [
      ...plugins.map((each) => withDevServer(each, core, () => iconServer)),
      spriteUrlPlugin(),
      ...pagePlugins(core, options),
    ];
  },
) as never;

function publicPathOf({ base, build, experimental }: ResolvedConfig): string | undefined {
  if (experimental.renderBuiltUrl) return 'any';
  return build.lib ? undefined : base;
}

type HookOptions = ReturnType<typeof commonHooks>[number];

/** Loads modules from the development server while there is one. */
function withDevServer(
  options: HookOptions,
  core: Core,
  iconServer: () => IconServer | undefined,
): HookOptions {
  const { load, transform } = options;
  return {
    ...options,
    ...(load &&
      typeof load === 'object' && {
        load: {
          ...load,
          async handler(id) {
            const served = iconServer();
            return served ? loadServedModule(id, served, core) : load.handler.call(this, id);
          },
        },
      }),
    ...(transform &&
      typeof transform === 'object' && {
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

export default icons;
