import type { Command } from 'commander';

/** Flag of all commands that read the configuration. */
export const CONFIG_FLAG = [
  '-c, --config <file>',
  'configuration file (default: iconloom.config.*, package.json)',
] as const;

/** Adds the inputs and the configuration file. */
export function addInputs(command: Command): Command {
  return command
    .argument(
      '[inputs...]',
      'folders, SVG files, globs and packages (default: inputs of the configuration, or icons)',
    )
    .option(...CONFIG_FLAG);
}

/** Adds the flags of commands that list their changes first. */
export function addPlanOptions(command: Command): Command {
  return command
    .option(...CONFIG_FLAG)
    .option('-y, --yes', 'change code without asking')
    .option('--dry-run', 'print what would be written without writing it')
    .option('--json', 'print the result as JSON');
}

/** Collects the values of a flag that can be repeated. */
export function appendValue(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
