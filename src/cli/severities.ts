import type { Severity } from '../core/diagnostics.ts';
import type { BuildFlags } from './flags.ts';

/** Returns the severities that a command with `--silent` and `--verbose` shows. */
export function severitiesFor({
  silent,
  verbose,
}: Pick<BuildFlags, 'silent' | 'verbose'>): readonly Severity[] {
  if (silent) return ['error'];
  return verbose ? ['error', 'warning', 'info'] : ['error', 'warning'];
}
