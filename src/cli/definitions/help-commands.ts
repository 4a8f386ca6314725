import type { Command } from 'commander';
import type { CacheFlags, ExplainFlags } from '../flags.ts';
import { CONFIG_FLAG } from './common-flags.ts';

export function addExplainCommand(program: Command): void {
  program
    .command('explain')
    .argument('[code]', 'code of a problem, such as parse-error (default: list all codes)')
    .description('Explain a problem: its cause and its fix.')
    .option('--json', 'print the result as JSON')
    .action(async (code: string | undefined, flags: ExplainFlags) => {
      const { runExplain } = await import('../commands/explain.ts');
      process.exitCode = runExplain(code, flags);
    });
}

export function addCacheCommand(program: Command): void {
  program
    .command('cache')
    .description('Show the location and size of the cache.')
    .option(...CONFIG_FLAG)
    .option('--clear', 'clear the cache')
    .option('--json', 'print the result as JSON')
    .action(async (flags: CacheFlags) => {
      const { runCache } = await import('../commands/cache.ts');
      process.exitCode = await runCache(flags);
    });
}
