import { createVitePlugin, type UnpluginOptions } from 'unplugin';
import type { Plugin, ResolvedConfig } from 'vite';
import { type Core, createCore } from '../core.ts';
import { loadServed } from '../dev/load.ts';
import { type ServedApp, serveIcons } from '../dev/serve.ts';
import { commonHooks, refuseTwo, told } from '../hooks.ts';
import type { PluginOptions } from '../options.ts';
import { type BuildContext, openClientBuilds } from '../output/client-builds.ts';
import { mayLinkBeside, sideOf } from '../output/sides.ts';
import type { Project } from '../project.ts';
import { type OutputContext, outputHooks } from './output-hooks.ts';
import { pagePlugins } from './page-plugins.ts';
import { viteOutput } from './vite-output.ts';
import { spriteFiles } from './vite-sprite-files.ts';

/** Entries of the package that have to be bundled, to be bound to the app's icons. */
const BUNDLED = [/^iconloom(\/|$)/];

/** Icons for Vite. Sprites are named as Vite's own assets, and linked below `base`. */
const icons: (options?: PluginOptions) => Plugin[] = createVitePlugin(
  (options: PluginOptions = {}) => {
    let config: ResolvedConfig | undefined;
    let app: ServedApp | undefined;
    const core = createCore(options, {
      puts: () => config?.command === 'build',
      isServed: () => config?.command === 'serve',
      hasPage: true,
      publicPath: () => config && publicPathOf(config),
    });
    const apps = new WeakMap<object, ServedApp>();

    /** Closes a development server. */
    async function leave(left: ServedApp | undefined): Promise<void> {
      if (app === left) app = undefined;
      await left?.close();
    }

    const output = viteOutput(() => config as ResolvedConfig);
    const clients = openClientBuilds(
      (context: OutputContext) => options.server ?? output.side?.(context).isServer === true,
    );
    const bundler: Partial<UnpluginOptions> = {
      vite: {
        ...(outputHooks(core, output, clients) as object),
        config: () => ({
          optimizeDeps: { exclude: ['iconloom'] },
          ssr: { noExternal: BUNDLED },
        }),
        // The option above does not apply to server environments that frameworks add.
        configEnvironment: (name, { consumer = name === 'client' ? 'client' : 'server' }) =>
          consumer === 'server' ? { resolve: { noExternal: BUNDLED } } : undefined,
        async configResolved(resolved) {
          config = resolved;
          await told(() => refuseTwo(resolved.plugins));
          // Astro starts a server and then builds with the same plugins.
          if (resolved.command === 'build') await leave(app);
        },
        async configureServer(server) {
          app = await serveIcons(server, core);
          for (const environment of Object.values(server.environments)) apps.set(environment, app);
        },
        watchChange: (id) => core.forget(id),
        // On a restart, the next server starts before this one closes.
        closeBundle(this: BuildContext) {
          clients.end(this);
          return leave(this.environment && apps.get(this.environment));
        },
      },
    };
    const besideIn = (context: OutputContext) => (project: Project) =>
      mayLinkBeside(project, sideOf(project, output.side?.(context) ?? { isServer: false }));
    const own = commonHooks(core, () => config?.root ?? process.cwd(), bundler, clients, besideIn);
    return [
      ...own.map((each) => withServer(each, core, () => app)),
      spriteFiles(),
      ...pagePlugins(core, options),
    ];
  },
) as never;

function publicPathOf({ base, build, experimental }: ResolvedConfig): string | undefined {
  if (experimental.renderBuiltUrl) return 'any';
  return build.lib ? undefined : base;
}

type Options = ReturnType<typeof commonHooks>[number];

/** Loads modules from the development server while there is one. */
function withServer(options: Options, core: Core, app: () => ServedApp | undefined): Options {
  const { load, transform } = options;
  return {
    ...options,
    ...(load &&
      typeof load === 'object' && {
        load: {
          ...load,
          async handler(id) {
            const served = app();
            return served ? loadServed(id, served, core) : load.handler.call(this, id);
          },
        },
      }),
    ...(transform &&
      typeof transform === 'object' && {
        transform: {
          ...transform,
          async handler(code, id) {
            const result = await transform.handler.call(this, code, id);
            app()?.look();
            return result;
          },
        },
      }),
  };
}

export default icons;
