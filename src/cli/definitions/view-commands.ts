import type { Command } from 'commander';
import type { DiffFlags, ListFlags, PreviewFlags } from '../flags.ts';
import { addInputs, CONFIG_FLAG } from './common-flags.ts';

export function addListCommand(program: Command): void {
  addInputs(program.command('list'))
    .description('List the icons: names, sizes in px, colors.')
    .option('--json', 'print the list as JSON')
    .action(async (inputs: string[], flags: ListFlags) => {
      const { runList } = await import('../commands/list.ts');
      process.exitCode = await runList(inputs, flags);
    });
}

export function addPreviewCommand(program: Command): void {
  addInputs(program.command('preview'))
    .description('Show the icons in the browser, and add icons that are dropped there.')
    .option('--port <n>', 'port on 127.0.0.1 to listen on (default: any free port)')
    .option('--open', 'open the browser')
    .action(async (inputs: string[], flags: PreviewFlags) => {
      const { runPreview } = await import('../commands/preview.ts');
      process.exitCode = await runPreview(inputs, flags);
    });
}

export function addDiffCommand(program: Command): void {
  program
    .command('diff')
    .argument('[ref]', 'a git revision, or two: main, v1..v2, origin/main...HEAD (default: HEAD)')
    .description('Show which icons were added, removed, renamed and redrawn, with pictures.')
    .option(...CONFIG_FLAG)
    .option('--folder <folder>', 'compare with the icons of a folder')
    .option('--package <name>', 'compare with an installed package: name, or name/folder')
    .option('--html <file>', 'write an HTML page with all pictures; - prints it')
    .option('--markdown <file>', 'write a comment for a pull request; - prints it')
    .option('--png <file>', 'write a PNG sheet with all pictures')
    .option('--changelog <file>', 'write a changelog section; - prints it')
    .option(
      '--image-base <url>',
      'URL of the PNG sheet, or of its folder with a trailing slash, for --markdown',
    )
    .option('--exit-code', 'exit with 1 if anything differs')
    .option('--json', 'print the result as JSON')
    .action(async (ref: string | undefined, flags: DiffFlags) => {
      const { runDiff } = await import('../commands/diff.ts');
      process.exitCode = await runDiff(ref, flags);
    });
}
