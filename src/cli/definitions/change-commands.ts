import type { Command } from 'commander';
import type { AddFlags, DeprecateFlags, RenameFlags } from '../flags.ts';
import { addPlanOptions, appendValue, CONFIG_FLAG } from './common-flags.ts';

export function addAddCommand(program: Command): void {
  program
    .command('add')
    .argument('<icons...>', 'SVG files, or icons of installed Iconify sets such as mdi:home')
    .description('Copy icons into the icons folder: cleaned, with source and license.')
    .option(...CONFIG_FLAG)
    .option('--to <folder>', 'folder to add the icons to (default: the first folder of the inputs)')
    .option('--name <name>', 'name of the icon, if only one is added; nav/menu adds it to a folder')
    .option('--force', 'replace existing icons')
    .option('--dry-run', 'print what would be written without writing it')
    .option('--json', 'print the result as JSON')
    .action(async (icons: string[], flags: AddFlags) => {
      const { runAdd } = await import('../commands/add.ts');
      process.exitCode = await runAdd(icons, flags);
    });
}

export function addRenameCommand(program: Command): void {
  addPlanOptions(program.command('rename').argument('<from>').argument('<to>'))
    .description('Rename an icon, and keep the old name as an alias.')
    .option('--no-alias', 'do not keep the old name as an alias')
    .option('--merge', 'merge into the existing icon of that name, if both look the same')
    .option(
      '--source <glob>',
      'folder or glob of code to rename uses in; can be repeated',
      appendValue,
    )
    .action(async (from: string, to: string, flags: RenameFlags) => {
      const { runRename } = await import('../commands/rename.ts');
      process.exitCode = await runRename(from, to, flags);
    });
}

export function addDeprecateCommand(program: Command): void {
  addPlanOptions(program.command('deprecate').argument('<name>'))
    .description('Mark an icon as deprecated in its metadata.')
    .option('--use <name>', 'icon to use instead')
    .option('--since <version>', 'version that deprecates it')
    .option('--note <text>', 'reason, such as why no icon replaces it')
    .action(async (name: string, flags: DeprecateFlags) => {
      const { runDeprecate } = await import('../commands/rename.ts');
      process.exitCode = await runDeprecate(name, flags);
    });
}
