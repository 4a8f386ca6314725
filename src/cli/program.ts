import { readFileSync } from 'node:fs';
import { Command, type CommanderError, InvalidArgumentError, Option } from 'commander';
import { OPTIONS } from '../config/options.ts';
import { packageFile } from '../core/package-file.ts';
import { BUNDLERS, FRAMEWORKS } from '../init/choices.ts';
import { PRESET_NAMES } from '../lint/presets.ts';
import { EXIT } from './exit.ts';
import type {
  AddFlags,
  BuildFlags,
  CacheFlags,
  CheckFlags,
  DeprecateFlags,
  DiffFlags,
  InitFlags,
  ListFlags,
  MigrateFlags,
  PreviewFlags,
  RenameFlags,
  TypesFlags,
  VerifyFlags,
} from './flags.ts';
import { FORMATS } from './report/formats.ts';

/** The command line. Each command's code is loaded when that command runs. */
export function createProgram(): Program {
  const program = new Command('iconloom')
    .description('SVG icon sprites with typed names.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError('(run with --help for the options)');

  const build = withInputs(program.command('build'))
    .description('Build the sprite, the typed names and the manifest.')
    .option('-w, --watch', 'build again whenever a drawing changes, until it is stopped')
    .option('--shard <n/m>', 'work on the n-th of m parts, for iconloom merge')
    .option('--dry-run', 'tell what would be written, and write nothing')
    .option('--json', 'print the result as JSON')
    .option('--silent', 'print errors only')
    .option('--verbose', 'print a line for each icon and file, and the time of each stage')
    .option('--profile <file>', "write a trace of the build, to be opened in a browser's tools");
  addOptions(build);
  build.action(async (inputs: string[], flags: BuildFlags) => {
    process.exitCode = await (await runnerFor(flags))(inputs, flags);
  });

  const check = withInputs(program.command('check'))
    .description('Tell what is off with the drawings and the outputs; write nothing.')
    .option('--fix', 'mend in the drawings what can be mended, and check again')
    .addOption(
      new Option('--format <name>', 'how to tell of it (default: pretty)').choices(FORMATS),
    )
    .option('--json', 'the same as --format json')
    .option('--max-warnings <n>', 'exit with 1 where there are more warnings', wholeNumber)
    .addOption(
      new Option('--preset <name>', 'rules to start from (default: recommended)').choices(
        PRESET_NAMES,
      ),
    )
    .option('--drift', 'outputs that are missing or that git ignores are to be right, too')
    .option('--no-drift', 'do not look at the outputs')
    .option('--verbose', 'tell of what is for the curious, too');
  addOptions(check);
  check.action(async (inputs: string[], flags: CheckFlags) => {
    const { runCheck } = await import('./commands/check.ts');
    process.exitCode = await runCheck(inputs, flags);
  });

  const merge = program
    .command('merge')
    .argument('[parts...]', 'files and folders of partial results (default: iconloom-shards)')
    .option('-c, --config <file>', 'configuration file (default: iconloom.config.*, package.json)')
    .description(
      'Join the partial results of build --shard into what one build would have written.',
    )
    .option('--dry-run', 'tell what would be written, and write nothing')
    .option('--json', 'print the result as JSON')
    .option('--silent', 'print errors only')
    .option('--verbose', 'print a line for each file');
  addOptions(merge);
  merge.action(async (parts: string[], flags: BuildFlags) => {
    const { runMerge } = await import('./commands/merge.ts');
    process.exitCode = await runMerge(parts, flags);
  });

  withInputs(program.command('list'))
    .description('List the icons: names, sizes in px, colors.')
    .option('--json', 'print the list as JSON')
    .action(async (inputs: string[], flags: ListFlags) => {
      const { runList } = await import('./commands/list.ts');
      process.exitCode = await runList(inputs, flags);
    });

  program
    .command('types')
    .argument('[inputs...]', 'folders, SVG files, globs and packages (default: the configuration)')
    .description(
      'Write the types of the names, as the plugin does, for packages without a bundler.',
    )
    .option('--dts <file>', 'file to write (default: src/iconloom.d.ts, or iconloom.d.ts)')
    .action(async (inputs: string[], flags: TypesFlags) => {
      const { runTypes } = await import('./commands/types.ts');
      process.exitCode = await runTypes(inputs, flags);
    });

  withInputs(program.command('preview'))
    .description('Show the icons in the browser, and take in those that are dropped there.')
    .option('--port <n>', 'port on 127.0.0.1 to listen on (default: one that is free)')
    .option('--open', 'open the browser')
    .action(async (inputs: string[], flags: PreviewFlags) => {
      const { runPreview } = await import('./commands/preview.ts');
      process.exitCode = await runPreview(inputs, flags);
    });

  program
    .command('init')
    .description('Set a project up: configuration, plugin, a first icon and an example.')
    .option('--app <folder>', 'the app to set up, in a workspace: its folder or its package')
    .option('--framework <name>', `what components are written in: ${FRAMEWORKS.join(', ')}`)
    .option(
      '--bundler <name>',
      `what gets the plugin: ${BUNDLERS.join(', ')}, or none for files that you keep`,
    )
    .option('-y, --yes', 'ask nothing (as where there is no terminal)')
    .option('--dry-run', 'tell what would be written, and write nothing')
    .option('--json', 'print the result as JSON')
    .action(async (flags: InitFlags) => {
      const { runInit } = await import('./commands/init.ts');
      process.exitCode = await runInit(flags);
    });

  program
    .command('migrate')
    .description(
      'Move a project from vite-plugin-svg-icons, svg-sprite, SVGR, svg-sprite-loader or unplugin-icons.',
    )
    .option(
      '--source <glob>',
      'folder or glob of code to change (default: all of the project); more than once for more',
      (glob: string, before: readonly string[] = []) => [...before, glob],
    )
    .option('-y, --yes', 'change code without asking')
    .option('--dry-run', 'list what would change, and write nothing')
    .option('--json', 'print the result as JSON')
    .action(async (flags: MigrateFlags) => {
      const { runMigrate } = await import('./commands/migrate.ts');
      process.exitCode = await runMigrate(flags);
    });

  program
    .command('add')
    .argument('<icons...>', 'SVG files, and icons of installed Iconify sets: mdi:home')
    .description('Copy icons into the icons folder, cleaned, with their source and license.')
    .option('-c, --config <file>', 'configuration file (default: iconloom.config.*, package.json)')
    .option('--to <folder>', 'folder to put them into (default: the first of the inputs)')
    .option('--name <name>', 'name of the icon, where only one is added; nav/menu for a folder')
    .option('--force', 'replace icons that are there')
    .option('--dry-run', 'tell what would be written, and write nothing')
    .option('--json', 'print the result as JSON')
    .action(async (icons: string[], flags: AddFlags) => {
      const { runAdd } = await import('./commands/add.ts');
      process.exitCode = await runAdd(icons, flags);
    });

  addPlanning(program.command('rename').argument('<from>').argument('<to>'))
    .description('Give an icon another name; the old one stays as an alias.')
    .option('--no-alias', 'leave no alias behind')
    .option('--merge', 'an icon of that name that draws the same takes in the old one')
    .option(
      '--source <glob>',
      'folder or glob of code in which uses are renamed, too; more than once for more',
      (glob: string, before: readonly string[] = []) => [...before, glob],
    )
    .action(async (from: string, to: string, flags: RenameFlags) => {
      const { runRename } = await import('./commands/rename.ts');
      process.exitCode = await runRename(from, to, flags);
    });

  addPlanning(program.command('deprecate').argument('<name>'))
    .description('Say in the metadata that an icon is no longer to be used.')
    .option('--use <name>', 'the icon to use instead')
    .option('--since <version>', 'the version since which it is so')
    .action(async (name: string, flags: DeprecateFlags) => {
      const { runDeprecate } = await import('./commands/rename.ts');
      process.exitCode = await runDeprecate(name, flags);
    });

  program
    .command('diff')
    .argument('[ref]', 'a git revision, or two: main, v1..v2, origin/main...HEAD (default: HEAD)')
    .description('Show which icons were added, removed, renamed and drawn anew, as pictures.')
    .option('-c, --config <file>', 'configuration file (default: iconloom.config.*, package.json)')
    .option('--folder <folder>', 'compare with the drawings of a folder')
    .option('--package <name>', 'compare with an installed package: name, or name/folder')
    .option('--html <file>', 'write a page with all pictures; - prints it')
    .option('--markdown <file>', 'write a comment for a pull request; - prints it')
    .option('--png <file>', 'write a sheet with all pictures')
    .option('--changelog <file>', 'write a section for a changelog; - prints it')
    .option('--image-base <url>', 'URL of the sheet, or of its folder with a slash, for --markdown')
    .option('--exit-code', 'exit with 1 if anything differs')
    .option('--json', 'print the result as JSON')
    .action(async (ref: string | undefined, flags: DiffFlags) => {
      const { runDiff } = await import('./commands/diff.ts');
      process.exitCode = await runDiff(ref, flags);
    });

  const verify = withInputs(program.command('verify'))
    .description('Compare each icon of the built sprite with its source in real browsers.')
    .option('--browser <list>', 'chromium, firefox, webkit (default: every one that is found)')
    .option('--html <file>', 'write a page with source, sprite and difference of each')
    .addOption(
      new Option('--format <name>', 'format of the report (default: pretty)').choices([
        'pretty',
        'json',
      ]),
    )
    .option('--json', 'the same as --format json')
    .option('--in-memory', 'verify what a build would write, not what is in the output folder');
  addOptions(verify);
  verify.action(async (inputs: string[], flags: VerifyFlags) => {
    const { runVerify } = await import('./commands/verify.ts');
    process.exitCode = await runVerify(inputs, flags);
  });

  program
    .command('cache')
    .description('Show where finished icons are kept, and how many.')
    .option('-c, --config <file>', 'configuration file (default: iconloom.config.*, package.json)')
    .option('--clear', 'remove them')
    .option('--json', 'print it as JSON')
    .action(async (flags: CacheFlags) => {
      const { runCache } = await import('./commands/cache.ts');
      process.exitCode = await runCache(flags);
    });

  for (const command of [program, ...program.commands]) command.exitOverride(leave);
  return program;
}

/** Flags of commands that list what they will do. */
function addPlanning(command: Command): Command {
  return command
    .option('-c, --config <file>', 'configuration file (default: iconloom.config.*, package.json)')
    .option('-y, --yes', 'change code without asking')
    .option('--dry-run', 'tell what would be written, and write nothing')
    .option('--json', 'print the result as JSON');
}

/** Flags of the options that have one. */
function addOptions(command: Command): void {
  for (const [name, { flag, about, default: value }] of Object.entries(OPTIONS)) {
    if (flag !== undefined) command.addOption(configOption(name, flag, about, value));
  }
  command.option('--no-cache', 'work on every icon anew, and keep none');
}

type Run = (inputs: readonly string[], flags: BuildFlags) => Promise<number>;

async function runnerFor({ watch, shard }: BuildFlags): Promise<Run> {
  if (watch) return (await import('./commands/watch.ts')).runWatch;
  if (shard !== undefined) return (await import('./commands/shard.ts')).runShard;
  return (await import('./commands/build.ts')).runBuild;
}

/** The part of commander's program that the bin uses. */
export interface Program {
  parseAsync(argv?: readonly string[]): Promise<unknown>;
  helpInformation(): string;
}

function withInputs(command: Command): Command {
  return command
    .argument(
      '[inputs...]',
      'folders, SVG files and globs (default: the configuration, else icons)',
    )
    .option('-c, --config <file>', 'configuration file (default: iconloom.config.*, package.json)');
}

function configOption(name: string, flag: string, about: string, value: unknown): Option {
  const standard = [value].flat().join(',');
  const hasDefault = standard !== '' && typeof value !== 'boolean';
  const option = new Option(flag, hasDefault ? `${about} (default: ${standard})` : about);
  if (flag.endsWith('<list>') || flag.endsWith('<glob>')) {
    option.argParser((text: string, before: readonly string[] = []) => [
      ...before,
      ...(flag.endsWith('<list>') ? text.split(',').map((item) => item.trim()) : [text]),
    ]);
  }
  if (name === 'verify' || flag.includes('<on|off') || flag.endsWith('<n>')) option.argParser(mode);
  return Object.assign(option, { attributeName: () => name });
}

/** `on`, `off`, `true`, `false` or a number as a value; anything else is left for validation to judge. */
function mode(text: string): unknown {
  if (/^(on|off|true|false)$/.test(text)) return text === 'on' || text === 'true';
  return Number.isNaN(Number(text)) ? text : Number(text);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 0.');
  return Number(text);
}

/** Help and version are no errors; all else that commander ends on is a wrong call. */
function leave(error: CommanderError): never {
  process.exit(error.exitCode === 0 ? EXIT.ok : EXIT.usage);
}

function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
