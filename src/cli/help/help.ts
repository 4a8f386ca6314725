import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Argument, type Command, Option } from 'commander';
import { packageFile } from '../../core/package-file.ts';
import { DOC_PAGES, EXAMPLES } from './examples.ts';
import { FLAG_GROUPS, flagGroupOf, isListed } from './flag-groups.ts';

/** Descriptions of flags that have another effect on a command than on a build. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  'check --keep-going': 'compare the outputs although icons have errors',
};

/** Groups of commands by task, in the order of the help. */
const COMMAND_GROUPS: Readonly<Record<string, readonly string[]>> = {
  'Set up:': ['init', 'migrate'],
  'Build:': ['build', 'types'],
  'Look at icons:': ['list', 'preview', 'diff'],
  'Change icons:': ['add', 'rename', 'deprecate'],
  'Check, for teams and CI:': ['check', 'verify', 'merge'],
  'Get help:': ['explain', 'cache', 'help'],
};

/** Maximum width of help, in characters. Longer lines are hard to read. */
const MAX_WIDTH = 100;

/** Adds what only help needs: groups, examples and the place of the documentation. */
export function addHelp(program: Command): void {
  const helpWidth = (columns: number | undefined) => Math.min(columns || 80, MAX_WIDTH);
  program
    .usage('<command> [options]')
    .commandsGroup(groupOfCommand('help'))
    .helpCommand('help [command]', 'print the help of a command');
  for (const command of [program, ...program.commands]) {
    const name = command.name();
    command
      .configureOutput({
        getOutHelpWidth: () => helpWidth(process.stdout.columns),
        getErrHelpWidth: () => helpWidth(process.stderr.columns),
      })
      .configureHelp({
        subcommandTerm: (each) =>
          [each.name(), ...each.registeredArguments.map(argumentTerm)].join(' '),
        optionDescription: ({ description }) => description,
        groupItems: (_, items, groupOf) => inOrder(items, groupOf),
      })
      .addHelpText('after', `\n${examplesText(name)}\n${docsText(name)}`);
    if (command === program) continue;
    command.helpGroup(groupOfCommand(name));
    command.addHelpOption(new Option('-h, --help', 'print this help').helpGroup('Reporting:'));
    for (const option of command.options) {
      const flag = option.long ?? option.flags;
      option.description = DESCRIPTIONS[`${name} ${flag}`] ?? option.description;
      option.helpGroup(flagGroupOf(name, flag) ?? 'Options:').hideHelp(!isListed(name, flag));
    }
  }
}

function argumentTerm(argument: Argument): string {
  const text = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${text}>` : `[${text}]`;
}

function groupOfCommand(name: string): string {
  const found = Object.entries(COMMAND_GROUPS).find(([, names]) => names.includes(name));
  return found?.[0] ?? 'Commands:';
}

/** Groups items in the order of the tables above. */
function inOrder<T>(items: readonly T[], groupOf: (item: T) => string): Map<string, T[]> {
  const order = ['Options:', ...FLAG_GROUPS, ...Object.keys(COMMAND_GROUPS)];
  const headings = [...new Set(items.map(groupOf))];
  headings.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return new Map(
    headings.map((heading) => [heading, items.filter((each) => groupOf(each) === heading)]),
  );
}

function examplesText(name: string): string {
  const examples = EXAMPLES[name] ?? [];
  const lines = examples.map(({ about, call }) => `  # ${about}\n  npx iconloom ${call}\n`);
  return `Examples:\n${lines.join('')}`;
}

function docsText(name: string): string {
  const more = name === 'iconloom' ? 'Flags of a command: npx iconloom <command> --help\n' : '';
  const page = fileURLToPath(packageFile(DOC_PAGES[name] ?? 'README.md'));
  const fromHere = relative(process.cwd(), page).replaceAll('\\', '/');
  return `${more}Documentation: ${fromHere.startsWith('../') ? page : fromHere}`;
}
