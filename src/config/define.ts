import type { UserConfig } from './types.ts';

/**
 * Returns its argument; gives an editor the types of the options.
 *
 * @example
 * // iconloom.config.ts
 * import { defineConfig } from 'iconloom/config';
 * export default defineConfig({ inputs: 'assets/icons', out: 'src/icons' });
 */
export function defineConfig(config: UserConfig): UserConfig {
  return config;
}
