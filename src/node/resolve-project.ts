import { type ConfigOrigin, resolveConfig } from '../config/resolve.ts';
import type { ResolvedConfig } from '../config/types.ts';
import { withPackagePaths } from './package-inputs.ts';

/**
 * Validates a configuration, fills in defaults, and finds the packages that its inputs name.
 *
 * @throws {BuildError} with a diagnostic for each option that is unknown or has a wrong value.
 */
export function resolveProject(config: unknown, origin: ConfigOrigin): ResolvedConfig {
  return withPackagePaths(resolveConfig(config, origin));
}
