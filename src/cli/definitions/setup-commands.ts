import type { Command } from 'commander';
import { BUNDLERS, FRAMEWORKS } from '../../init/choices.ts';
import type { InitFlags, MigrateFlags } from '../flags.ts';
import { appendValue } from './common-flags.ts';

export function addInitCommand(program: Command): void {
  program
    .command('init')
    .description('Set up a project: configuration, plugin, a first icon and an example.')
    .option('--app <folder>', 'app to set up in a workspace: its folder or package name')
    .option('--framework <name>', `framework of the components: ${FRAMEWORKS.join(', ')}`)
    .option(
      '--bundler <name>',
      `bundler to add the plugin to: ${BUNDLERS.join(', ')}, or none to build into files of the project`,
    )
    .option('-y, --yes', 'do not ask questions (default if there is no terminal)')
    .option('--dry-run', 'print what would be written without writing it')
    .option('--json', 'print the result as JSON')
    .action(async (flags: InitFlags) => {
      const { runInit } = await import('../commands/init.ts');
      process.exitCode = await runInit(flags);
    });
}

export function addMigrateCommand(program: Command): void {
  program
    .command('migrate')
    .description(
      'Migrate a project from vite-plugin-svg-icons, svg-sprite, SVGR, svg-sprite-loader or unplugin-icons.',
    )
    .option(
      '--source <glob>',
      'folder or glob of code to change (default: the whole project); can be repeated',
      appendValue,
    )
    .option('-y, --yes', 'change code without asking')
    .option('--dry-run', 'list the changes without writing them')
    .option('--json', 'print the result as JSON')
    .action(async (flags: MigrateFlags) => {
      const { runMigrate } = await import('../commands/migrate.ts');
      process.exitCode = await runMigrate(flags);
    });
}
