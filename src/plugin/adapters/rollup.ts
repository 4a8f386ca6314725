import { resolve } from 'node:path';
import { createRollupPlugin } from 'unplugin';
import { createCore } from '../core.ts';
import { commonHooks } from '../hooks.ts';
import type { PluginOptions } from '../options.ts';
import { openClientBuilds } from '../output/client-builds.ts';
import { outputHooks } from './output-hooks.ts';
import { rollupPattern } from './rollup-pattern.ts';

/** Icons for Rollup. Sprites are named by `assetFileNames`, and linked relative to the chunks. */
const icons: (options?: PluginOptions) => RollupPlugin[] = createRollupPlugin(
  (options: PluginOptions = {}) => {
    const core = createCore(options, { emitsPlaceholders: () => true });
    const clientBuilds = openClientBuilds(() => options.server === true, { mayDelayWrite: true });
    const hooks = outputHooks(core, { pattern: rollupPattern }, clientBuilds);
    const root = () => resolve('.');
    return commonHooks({ core, root, clientBuilds }, { rollup: hooks as never });
  },
) as never;

/** Plugin of Rollup, without a dependency on its types. */
interface RollupPlugin {
  readonly name: string;
}

export default icons;
