import type { Command } from 'commander';
import type { BuildFlags, TypesFlags } from '../flags.ts';
import { addInputs, CONFIG_FLAG } from './common-flags.ts';

export function addBuildCommand(program: Command): void {
  const build = addInputs(program.command('build'))
    .description('Build the sprite, the typed names and the manifest.')
    .option('-w, --watch', 'build again when source files change, until stopped')
    .option('--shard <n/m>', 'process part n of m of the icons, for iconloom merge')
    .option('--dry-run', 'print what would be written without writing it')
    .option('--json', 'print the result as JSON')
    .option('--silent', 'print only errors')
    .option('--verbose', 'print each icon and file, and the time of each stage')
    .option(
      '--profile <file>',
      'write a performance trace, for the DevTools of Chromium or Perfetto',
    );
  build.action(async (inputs: string[], flags: BuildFlags) => {
    process.exitCode = await (await loadRunner(flags))(inputs, flags);
  });
}

export function addTypesCommand(program: Command): void {
  program
    .command('types')
    .argument(
      '[inputs...]',
      'folders, SVG files, globs and packages (default: inputs of the configuration)',
    )
    .description(
      'Write the types of the icon names, as the plugin does, for packages without a bundler.',
    )
    .option('--dts <file>', 'file to write (default: src/iconloom.d.ts, or iconloom.d.ts)')
    .action(async (inputs: string[], flags: TypesFlags) => {
      const { runTypes } = await import('../commands/types.ts');
      process.exitCode = await runTypes(inputs, flags);
    });
}

export function addMergeCommand(program: Command): void {
  const merge = program
    .command('merge')
    .argument('[parts...]', 'files and folders with partial results (default: iconloom-shards)')
    .option(...CONFIG_FLAG)
    .description('Merge the partial results of build --shard into the output of one build.')
    .option('--dry-run', 'print what would be written without writing it')
    .option('--json', 'print the result as JSON')
    .option('--silent', 'print only errors')
    .option('--verbose', 'print each file');
  merge.action(async (parts: string[], flags: BuildFlags) => {
    const { runMerge } = await import('../commands/merge.ts');
    process.exitCode = await runMerge(parts, flags);
  });
}

type CommandRunner = (inputs: readonly string[], flags: BuildFlags) => Promise<number>;

async function loadRunner(flags: BuildFlags): Promise<CommandRunner> {
  const { watch, shard } = flags;
  if (!watch && shard === undefined) return (await import('../commands/build.ts')).runBuild;
  const { reportIneffectiveFlags } = await import('../commands/ineffective-flags.ts');
  reportIneffectiveFlags(flags);
  if (watch) return (await import('../commands/watch.ts')).runWatch;
  return (await import('../commands/shard.ts')).runShard;
}
