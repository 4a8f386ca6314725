import { resolve } from 'node:path';
import { createRolldownPlugin } from 'unplugin';
import { createCore } from '../core.ts';
import { commonHooks } from '../hooks.ts';
import type { PluginOptions } from '../options.ts';
import { outputHooks } from './output-hooks.ts';

/** Icons for Rolldown. Sprites go to `assets/`, and are linked relative to the chunks. */
const icons: (options?: PluginOptions) => RolldownPlugin[] = createRolldownPlugin(
  (options: PluginOptions = {}) => {
    const core = createCore(options, { puts: () => true });
    const hooks = outputHooks(core, { fileName: () => 'assets/[name].[hash].svg' });
    return commonHooks(core, () => resolve('.'), { rolldown: hooks as never });
  },
) as never;

/** A plugin of Rolldown, without asking for its types. */
interface RolldownPlugin {
  readonly name: string;
}

export default icons;
