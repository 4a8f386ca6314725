import { createVitePlugin } from 'unplugin';
import type { Plugin, ResolvedConfig } from 'vite';
import { type Core, createCore } from '../core.ts';
import { loadServed } from '../dev/load.ts';
import { type ServedApp, serveIcons } from '../dev/serve.ts';
import { commonHooks } from '../hooks.ts';
import type { PluginOptions } from '../options.ts';
import { urlsBelow } from '../output/url.ts';
import { outputHooks } from './output-hooks.ts';

/** Icons for Vite. Sprites go to `build.assetsDir`, and are linked below `base`. */
const icons: (options?: PluginOptions) => Plugin[] = createVitePlugin(
  (options: PluginOptions = {}) => {
    let config: ResolvedConfig | undefined;
    let app: ServedApp | undefined;
    const core = createCore(options, {
      puts: () => config?.command === 'build',
      isServed: () => config?.command === 'serve',
    });
    const own = commonHooks(core, () => config?.root ?? process.cwd(), {
      vite: {
        ...(outputHooks(
          core,
          outputEdge(() => config),
        ) as object),
        config: () => ({
          optimizeDeps: { exclude: ['iconloom'] },
          ssr: { noExternal: [/^iconloom(\/|$)/] },
        }),
        configResolved(resolved) {
          config = resolved;
        },
        async configureServer(server) {
          app = await serveIcons(server, core);
        },
        watchChange: (id) => core.forget(id),
        closeBundle: () => app?.close(),
      },
    });
    return own.map((each) => withServer(each, core, () => app));
  },
) as never;

type Options = ReturnType<typeof commonHooks>[number];

/** Has the development server answer while there is one. */
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

function outputEdge(config: () => ResolvedConfig | undefined): Parameters<typeof outputHooks>[1] {
  return {
    fileName: () => `${config()?.build.assetsDir ?? 'assets'}/[name].[hash].svg`,
    urls: () => {
      const { base = '/', build } = config() ?? {};
      return base === '' || base === './' || build?.lib ? undefined : urlsBelow(base);
    },
    tell: (level, message) => config()?.logger[level](message),
  };
}

export default icons;
