import { diagnose } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import { jsonText } from '../../core/one-line.ts';
import { suggestion } from '../../core/suggest.ts';
import { type Explanation, explain, explanations } from '../../lint/explain.ts';
import { EXIT } from '../exit.ts';
import type { ExplainFlags } from '../flags.ts';
import { reportFailure } from '../report/failure.ts';

/** Runs `iconloom explain`: prints the cause and the fix of a code, or all codes. Returns the exit code. */
export function runExplain(code: string | undefined, flags: ExplainFlags): number {
  try {
    const selected = code === undefined ? explanations() : [find(code)];
    if (flags.json)
      process.stdout.write(`${jsonText(code === undefined ? selected : selected[0])}\n`);
    else process.stdout.write(selected.map(code === undefined ? listItem : section).join(''));
    return EXIT.ok;
  } catch (error) {
    return reportFailure(error, { json: flags.json === true, outcome: '' });
  }
}

/** @throws {BuildError} if there is no such code. */
function find(code: string): Explanation {
  const explanation = explain(code);
  if (explanation) return explanation;
  const codes = explanations().map((each) => each.code);
  const args = { code, suggestion: suggestion(code, codes) };
  throw new BuildError([diagnose('code-unknown', { file: 'command line', args })]);
}

function listItem({ code, severity }: Explanation): string {
  return `${code}  ${severity}\n`;
}

function section({ code, severity, example, cause, fix }: Explanation): string {
  const lines = [
    `${code}  ${severity}`,
    ...(example === '' ? [] : [`  example: ${example}`]),
    `  cause: ${cause}`,
    `  fix: ${fix}`,
  ];
  return `${lines.join('\n')}\n`;
}
