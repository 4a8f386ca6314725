import { readFileSync } from 'node:fs';
import { Command, type CommanderError } from 'commander';
import { packageFile } from '../core/package-file.ts';
import { addBuildCommand, addMergeCommand, addTypesCommand } from './definitions/build-commands.ts';
import {
  addAddCommand,
  addDeprecateCommand,
  addRenameCommand,
} from './definitions/change-commands.ts';
import { addCheckCommand, addVerifyCommand } from './definitions/check-commands.ts';
import { addCacheCommand, addExplainCommand } from './definitions/help-commands.ts';
import { addInitCommand, addMigrateCommand } from './definitions/setup-commands.ts';
import { addDiffCommand, addListCommand, addPreviewCommand } from './definitions/view-commands.ts';
import { EXIT } from './exit.ts';

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
  const args = configurable.length === 0 ? argv : await addFlags(configurable, argv);
  if (asksForHelp(argv)) {
    const { addHelp } = await import('./help/help.ts');
    addHelp(program);
  }
  return program.parseAsync(args);
}

async function addFlags(
  commands: readonly Command[],
  argv: readonly string[],
): Promise<readonly string[]> {
  const { configure } = await import('./configure.ts');
  return configure(commands, argv);
}

/** Checks whether a call may print help, whose texts no other call loads. */
function asksForHelp([, , name, ...rest]: readonly string[]): boolean {
  if (name === undefined || name === 'help') return true;
  return [name, ...rest].some((each) => each === '--help' || /^-[a-z]*h[a-z]*$/i.test(each));
}

/** Commands with a flag for each option that has one. */
const CONFIGURABLE: readonly string[] = ['build', 'check', 'merge', 'verify'];

/** Commands by name, in the order of the help. */
const COMMANDS: ReadonlyMap<string, (program: Command) => void> = new Map([
  ['init', addInitCommand],
  ['migrate', addMigrateCommand],
  ['build', addBuildCommand],
  ['types', addTypesCommand],
  ['list', addListCommand],
  ['preview', addPreviewCommand],
  ['diff', addDiffCommand],
  ['add', addAddCommand],
  ['rename', addRenameCommand],
  ['deprecate', addDeprecateCommand],
  ['check', addCheckCommand],
  ['verify', addVerifyCommand],
  ['merge', addMergeCommand],
  ['explain', addExplainCommand],
  ['cache', addCacheCommand],
]);

/** The command line. */
export interface Program {
  /** Runs a command. Default arguments: those of the process. */
  parseAsync(argv?: readonly string[]): Promise<unknown>;
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
