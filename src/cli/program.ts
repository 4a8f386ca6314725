import { readFileSync } from 'node:fs';
import { Command, type CommanderError, InvalidArgumentError, Option } from 'commander';
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
  ExplainFlags,
  InitFlags,
  ListFlags,
  MigrateFlags,
  PreviewFlags,
  RenameFlags,
  TypesFlags,
  VerifyFlags,
} from './flags.ts';
import { CHECK_FORMATS } from './report/formats.ts';

export { EXIT };

/** Runs the command that the arguments of the process name. */
export function run(): void {
  // A reader of the output may stop early, as `head` does, which is not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  createProgram()
    .parseAsync()
    .catch(async (error: unknown) => {
      const { reportCrash } = await import('./report/crash.ts');
      reportCrash(error);
      process.exitCode = EXIT.bug;
    });
}

/** Creates the command line. The code of each command is loaded when it runs. */
export function createProgram(): Program {
  return {
    parseAsync: (argv = process.argv) => parse(createCommands(argv), argv),
  };
}

/** Creates the commands: only the one that the call names, if it begins with one. */
function createCommands([, , name = '']: readonly string[]): Command {
  const program = new Command('iconloom')
    .description('SVG icon sprites with typed names.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError('(run with --help for the options)');

  const named = COMMANDS.get(name);
  for (const addCommand of named ? [named] : COMMANDS.values()) addCommand(program);
  for (const command of [program, ...program.commands]) command.exitOverride(exitWithCode);
  return program;
}

/** Adds the flags of the options, if a command of the call has them, and parses. */
async function parse(program: Command, argv: readonly string[]): Promise<unknown> {
  const configurable = program.commands.filter(
    (command) => CONFIGURABLE.includes(command.name()) && argv.includes(command.name()),
  );
  if (configurable.length === 0) return program.parseAsync(argv);
  const { configure } = await import('./configure.ts');
  return program.parseAsync(configure(configurable, argv));
}

/** Commands with a flag for each option that has one. */
const CONFIGURABLE: readonly string[] = ['build', 'check', 'merge', 'verify'];

/** Flag of all commands that read the configuration. */
const CONFIG_FLAG = [
  '-c, --config <file>',
  'configuration file (default: iconloom.config.*, package.json)',
] as const;

/** Commands by name, in the order of the help. */
const COMMANDS: ReadonlyMap<string, (program: Command) => void> = new Map([
  ['build', addBuildCommand],
  ['check', addCheckCommand],
  ['merge', addMergeCommand],
  ['list', addListCommand],
  ['types', addTypesCommand],
  ['preview', addPreviewCommand],
  ['init', addInitCommand],
  ['migrate', addMigrateCommand],
  ['add', addAddCommand],
  ['rename', addRenameCommand],
  ['deprecate', addDeprecateCommand],
  ['diff', addDiffCommand],
  ['verify', addVerifyCommand],
  ['explain', addExplainCommand],
  ['cache', addCacheCommand],
]);

function addBuildCommand(program: Command): void {
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

function addCheckCommand(program: Command): void {
  const check = addInputs(program.command('check'))
    .description('Check icons and build output without writing files.')
    .option('--fix', 'fix what can be fixed in the source files, then check again')
    .addOption(
      new Option('--format <name>', 'format of the report (default: pretty)').choices(
        CHECK_FORMATS,
      ),
    )
    .option('--json', 'same as --format json')
    .option('--max-warnings <n>', 'exit with 1 if there are more warnings', wholeNumber)
    .addOption(
      new Option('--preset <name>', 'rules to start from (default: recommended)').choices(
        PRESET_NAMES,
      ),
    )
    .option('--drift', 'require up-to-date outputs, also if they are missing or ignored by git')
    .option('--no-drift', 'do not check the outputs')
    .option('--verbose', 'also show info messages');
  check.action(async (inputs: string[], flags: CheckFlags) => {
    const { runCheck } = await import('./commands/check.ts');
    process.exitCode = await runCheck(inputs, flags);
  });
}

function addMergeCommand(program: Command): void {
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
    const { runMerge } = await import('./commands/merge.ts');
    process.exitCode = await runMerge(parts, flags);
  });
}

function addListCommand(program: Command): void {
  addInputs(program.command('list'))
    .description('List the icons: names, sizes in px, colors.')
    .option('--json', 'print the list as JSON')
    .action(async (inputs: string[], flags: ListFlags) => {
      const { runList } = await import('./commands/list.ts');
      process.exitCode = await runList(inputs, flags);
    });
}

function addTypesCommand(program: Command): void {
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
      const { runTypes } = await import('./commands/types.ts');
      process.exitCode = await runTypes(inputs, flags);
    });
}

function addPreviewCommand(program: Command): void {
  addInputs(program.command('preview'))
    .description('Show the icons in the browser, and add icons that are dropped there.')
    .option('--port <n>', 'port on 127.0.0.1 to listen on (default: any free port)')
    .option('--open', 'open the browser')
    .action(async (inputs: string[], flags: PreviewFlags) => {
      const { runPreview } = await import('./commands/preview.ts');
      process.exitCode = await runPreview(inputs, flags);
    });
}

function addInitCommand(program: Command): void {
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
      const { runInit } = await import('./commands/init.ts');
      process.exitCode = await runInit(flags);
    });
}

function addMigrateCommand(program: Command): void {
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
      const { runMigrate } = await import('./commands/migrate.ts');
      process.exitCode = await runMigrate(flags);
    });
}

function addAddCommand(program: Command): void {
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
      const { runAdd } = await import('./commands/add.ts');
      process.exitCode = await runAdd(icons, flags);
    });
}

function addRenameCommand(program: Command): void {
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
      const { runRename } = await import('./commands/rename.ts');
      process.exitCode = await runRename(from, to, flags);
    });
}

function addDeprecateCommand(program: Command): void {
  addPlanOptions(program.command('deprecate').argument('<name>'))
    .description('Mark an icon as deprecated in its metadata.')
    .option('--use <name>', 'icon to use instead')
    .option('--since <version>', 'version that deprecates it')
    .option('--note <text>', 'reason, such as why no icon replaces it')
    .action(async (name: string, flags: DeprecateFlags) => {
      const { runDeprecate } = await import('./commands/rename.ts');
      process.exitCode = await runDeprecate(name, flags);
    });
}

function addDiffCommand(program: Command): void {
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
      const { runDiff } = await import('./commands/diff.ts');
      process.exitCode = await runDiff(ref, flags);
    });
}

function addVerifyCommand(program: Command): void {
  const verify = addInputs(program.command('verify'))
    .description('Compare each icon of the built sprite with its source in real browsers.')
    .option('--browser <list>', 'chromium, firefox, webkit (default: all that are found)')
    .option('--html <file>', 'write an HTML page with source, sprite and difference of each icon')
    .addOption(
      new Option('--format <name>', 'format of the report (default: pretty)').choices([
        'pretty',
        'json',
      ]),
    )
    .option('--json', 'same as --format json')
    .option('--in-memory', 'verify the result of a build in memory, not the output folder');
  verify.action(async (inputs: string[], flags: VerifyFlags) => {
    const { runVerify } = await import('./commands/verify.ts');
    process.exitCode = await runVerify(inputs, flags);
  });
}

function addExplainCommand(program: Command): void {
  program
    .command('explain')
    .argument('[code]', 'code of a problem, such as parse-error (default: list all codes)')
    .description('Explain a problem: its cause and its fix.')
    .option('--json', 'print the result as JSON')
    .action(async (code: string | undefined, flags: ExplainFlags) => {
      const { runExplain } = await import('./commands/explain.ts');
      process.exitCode = runExplain(code, flags);
    });
}

function addCacheCommand(program: Command): void {
  program
    .command('cache')
    .description('Show the location and size of the cache.')
    .option(...CONFIG_FLAG)
    .option('--clear', 'clear the cache')
    .option('--json', 'print the result as JSON')
    .action(async (flags: CacheFlags) => {
      const { runCache } = await import('./commands/cache.ts');
      process.exitCode = await runCache(flags);
    });
}

/** Adds the flags of commands that list their changes first. */
function addPlanOptions(command: Command): Command {
  return command
    .option(...CONFIG_FLAG)
    .option('-y, --yes', 'change code without asking')
    .option('--dry-run', 'print what would be written without writing it')
    .option('--json', 'print the result as JSON');
}

type CommandRunner = (inputs: readonly string[], flags: BuildFlags) => Promise<number>;

async function loadRunner({ watch, shard }: BuildFlags): Promise<CommandRunner> {
  if (watch) return (await import('./commands/watch.ts')).runWatch;
  if (shard !== undefined) return (await import('./commands/shard.ts')).runShard;
  return (await import('./commands/build.ts')).runBuild;
}

/** The command line. */
export interface Program {
  /** Runs a command. Default arguments: those of the process. */
  parseAsync(argv?: readonly string[]): Promise<unknown>;
}

function addInputs(command: Command): Command {
  return command
    .argument(
      '[inputs...]',
      'folders, SVG files, globs and packages (default: inputs of the configuration, or icons)',
    )
    .option(...CONFIG_FLAG);
}

/** Collects the values of a flag that can be repeated. */
function appendValue(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new InvalidArgumentError('It must be a whole number, 0 or greater.');
  return Number(text);
}

/** Exits after commander: help and version are not errors, everything else is a wrong call. */
function exitWithCode(error: CommanderError): never {
  process.exit(error.exitCode === 0 ? EXIT.ok : EXIT.usage);
}

function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
