import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { formatDiagnostics } from './report.ts';

/** Name of the plugin in bundlers. */
export const PLUGIN_NAME = 'iconloom';

/** Rejects a second plugin, which would resolve the same imports. */
export function rejectDuplicatePlugin(plugins: readonly { readonly name?: string }[]): void {
  const count = plugins.filter((plugin) => plugin?.name === PLUGIN_NAME).length;
  if (count < 2) return;
  const file = 'bundler configuration';
  throw new BuildError([diagnose('two-plugins', { file, args: { count: String(count) } })]);
}

/** Runs a task and rethrows build errors with formatted diagnostics. */
export async function withFormattedErrors<T>(task: () => T | Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    throw new Error(`iconloom\n${formatDiagnostics(error.diagnostics)}`, { cause: error });
  }
}
