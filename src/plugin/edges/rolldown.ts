import { resolve } from 'node:path';
import { createRolldownPlugin } from 'unplugin';
import { createCore } from '../core.ts';
import { commonHooks } from '../hooks.ts';
import type { PluginOptions } from '../options.ts';
import { outputHooks } from './output-hooks.ts';
import { rollupPattern } from './rollup-pattern.ts';

/** Icons for Rolldown. Sprites are named by `assetFileNames`, and linked relative to the chunks. */
const icons: (options?: PluginOptions) => RolldownPlugin[] = createRolldownPlugin(
  (options: PluginOptions = {}) => {
    const core = createCore(options, { puts: () => true });
    const hooks = outputHooks(core, { pattern: rollupPattern });
    return commonHooks(core, () => resolve('.'), { rolldown: hooks as never });
  },
) as never;

/** A plugin of Rolldown, without asking for its types. */
interface RolldownPlugin {
  readonly name: string;
}

export default icons;
