import { createVitePlugin } from 'unplugin';
import type { Plugin, ResolvedConfig } from 'vite';
import { createCore } from '../core.ts';
import { commonHooks } from '../hooks.ts';
import type { PluginOptions } from '../options.ts';
import { urlsBelow } from '../output/url.ts';
import { outputHooks } from './output-hooks.ts';

/** Icons for Vite. Sprites go to `build.assetsDir`, and are linked below `base`. */
const icons: (options?: PluginOptions) => Plugin[] = createVitePlugin(
  (options: PluginOptions = {}) => {
    let config: ResolvedConfig | undefined;
    const core = createCore(options, () => config?.command === 'build');
    const hooks = outputHooks(core, {
      fileName: () => `${config?.build.assetsDir ?? 'assets'}/[name].[hash].svg`,
      urls: () => {
        const base = config?.base ?? '/';
        return base === '' || base === './' || config?.build.lib ? undefined : urlsBelow(base);
      },
      tell: (level, message) => config?.logger[level](message),
    });
    return commonHooks(core, () => config?.root ?? process.cwd(), {
      vite: {
        ...(hooks as object),
        config: () => ({
          optimizeDeps: { exclude: ['iconloom'] },
          ssr: { noExternal: [/^iconloom(\/|$)/] },
        }),
        configResolved(resolved) {
          config = resolved;
        },
      },
    });
  },
) as never;

export default icons;
