import { type Command, InvalidArgumentError, Option } from 'commander';
import { PRESET_NAMES } from '../../lint/presets.ts';
import type { CheckFlags, VerifyFlags } from '../flags.ts';
import { CHECK_FORMATS } from '../report/formats.ts';
import { addInputs } from './common-flags.ts';

export function addCheckCommand(program: Command): void {
  const check = addInputs(program.command('check'))
    .description('Check icons and build output without writing files.')
    .option('--fix', 'fix what can be fixed in the source files, then check again')
    .addOption(
      new Option(
        '--format <name>',
        `format of the report: ${CHECK_FORMATS.join(', ')} (default: pretty)`,
      ).choices(CHECK_FORMATS),
    )
    .option('--json', 'same as --format json')
    .option('--max-warnings <n>', 'exit with 1 if there are more warnings', wholeNumber)
    .addOption(
      new Option(
        '--preset <name>',
        `rules to start from: ${PRESET_NAMES.join(', ')} (default: recommended)`,
      ).choices(PRESET_NAMES),
    )
    .option('--drift', 'require up-to-date outputs, also if they are missing or ignored by git')
    .option('--no-drift', 'do not check the outputs')
    .option(
      '--update-baseline',
      'write the current problems to the baseline, so that only new ones are reported',
    )
    .option('--no-baseline', 'report known problems, too')
    .option('--verbose', 'also show info messages');
  check.action(async (inputs: string[], flags: CheckFlags) => {
    const { runCheck } = await import('../commands/check.ts');
    process.exitCode = await runCheck(inputs, flags);
  });
}

export function addVerifyCommand(program: Command): void {
  const verify = addInputs(program.command('verify'))
    .description('Compare each icon of the built sprite with its source in real browsers.')
    .option('--browser <list>', 'chromium, firefox, webkit (default: all that are found)')
    .option('--html <file>', 'write an HTML page with source, sprite and difference of each icon')
    .addOption(
      new Option('--format <name>', 'format of the report: pretty, json (default: pretty)').choices(
        ['pretty', 'json'],
      ),
    )
    .option('--json', 'same as --format json')
    .option('--in-memory', 'verify the result of a build in memory, not the output folder');
  verify.action(async (inputs: string[], flags: VerifyFlags) => {
    const { runVerify } = await import('../commands/verify.ts');
    process.exitCode = await runVerify(inputs, flags);
  });
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new InvalidArgumentError('It must be a whole number, 0 or greater.');
  return Number(text);
}
