import { resolve } from 'node:path';
import { createRolldownPlugin } from 'unplugin';
import { createCore } from '../core.ts';
import { commonHooks } from '../hooks.ts';
import type { PluginOptions } from '../options.ts';
import { openClientBuilds } from '../output/client-builds.ts';
import { outputHooks } from './output-hooks.ts';
import { rollupPattern } from './rollup-pattern.ts';

/** Icons for Rolldown. Sprites are named by `assetFileNames`, and linked relative to the chunks. */
const icons: (options?: PluginOptions) => RolldownPlugin[] = createRolldownPlugin(
  (options: PluginOptions = {}) => {
    const core = createCore(options, { emitsPlaceholders: () => true });
    const clientBuilds = openClientBuilds(() => options.server === true);
    const hooks = outputHooks(core, { pattern: rollupPattern }, clientBuilds);
    const root = () => resolve('.');
    return commonHooks({ core, root, clientBuilds }, { rolldown: hooks as never });
  },
) as never;

/** Plugin of Rolldown, without a dependency on its types. */
interface RolldownPlugin {
  readonly name: string;
}

export default icons;
