import { type Diagnostic, type DiagnosticCode, isError } from '../../core/diagnostics.ts';
import { pc } from './colors.ts';
import { count } from './count.ts';
import { escapeLine } from './escape-line.ts';
import { wrapLines } from './wrap.ts';

/** First sentence of the last line of a command that failed; '' if there is nothing to say. */
export type FailureOutcome =
  | 'Nothing written.'
  | 'Nothing listed.'
  | 'Nothing checked.'
  | 'Nothing compared.'
  | 'Nothing verified.'
  | 'The preview did not start.'
  | '';

/** Problems whose file is not one to edit. */
const NOT_IN_FILE: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'out-locked',
  'write-failed',
  'output-clash',
  'would-overwrite',
  'foreign-manifest',
  'sprite-missing',
  'shards-unusable',
  'svg-sprite-missing',
  'nothing-to-migrate',
  'target-exists',
]);

/** `file` of problems with the call. */
const COMMAND_LINE = 'command line';

/**
 * Last line of a command that failed: what it has not done, and what to fix first.
 *
 * @param canKeepGoing true if the flag `--keep-going` would help
 */
export function failureVerdict(
  diagnostics: readonly Diagnostic[],
  {
    outcome,
    canKeepGoing = false,
    next = '',
  }: {
    readonly outcome: FailureOutcome;
    readonly canKeepGoing?: boolean;
    /** Last sentence. */
    readonly next?: string;
  },
): string {
  const fix = fixSentence(diagnostics, canKeepGoing);
  const sentences = [outcome === '' ? '' : pc.red(outcome), outcome === '' ? '' : fix, next];
  const line = sentences.filter(Boolean).join(' ');
  return line === '' ? '' : wrapLines(`${line}\n`, process.stderr);
}

/** `Fix 5 errors in 3 files, or use --keep-going.`; '' if the errors are not in files. */
export function fixSentence(diagnostics: readonly Diagnostic[], canKeepGoing: boolean): string {
  const errors = diagnostics.filter(isError);
  const inFiles = errors.filter(
    ({ code, file }) => file !== COMMAND_LINE && !NOT_IN_FILE.has(code),
  );
  const alternative = canKeepGoing ? ', or use --keep-going' : '';
  if (inFiles.length < errors.length || errors.length === 0)
    return canKeepGoing ? 'Fix the errors, or use --keep-going.' : '';
  return `Fix ${count(errors.length, 'error')} in ${filesText(inFiles)}${alternative}.`;
}

/** `icons/a.svg` or `3 files`. */
function filesText(problems: readonly Diagnostic[]): string {
  const files = [...new Set(problems.map(({ file }) => file))];
  return files.length === 1 ? escapeLine(files[0] ?? '') : count(files.length, 'file');
}

/** Maximum number of left-out files that are named. */
const MAX_NAMED = 3;

/** `Left out icons/a.svg. … Fix its 2 errors.`; '' if there are no errors. */
export function leftOutVerdict(diagnostics: readonly Diagnostic[], rest = ''): string {
  const errors = diagnostics.filter(isError);
  const files = [...new Set(errors.map(({ file }) => file))];
  if (files.length === 0) return '';
  const named =
    files.length > MAX_NAMED ? count(files.length, 'file') : escapeLine(files.join(', '));
  const fix = `Fix ${files.length === 1 ? 'its' : 'their'} ${count(errors.length, 'error')}.`;
  const line = [pc.red(`Left out ${named}.`), rest, fix].filter(Boolean).join(' ');
  return wrapLines(`${line}\n`, process.stderr);
}

/**
 * Last line of a build with `--keep-going` that left out icons; '' if it left out none.
 *
 * @param written number of icons in the output
 */
export function keepGoingVerdict(
  diagnostics: readonly Diagnostic[],
  { written, dryRun }: { readonly written: number; readonly dryRun: boolean },
): string {
  const others = written === 1 ? 'The other icon' : `The other ${written} icons`;
  const verb = dryRun ? 'would be' : written === 1 ? 'is' : 'are';
  return leftOutVerdict(diagnostics, `${others} ${verb} in the output.`);
}

/** Last line of a rebuild whose outputs contain the last valid version of icons; '' without errors. */
export function watchVerdict(diagnostics: readonly Diagnostic[]): string {
  if (!diagnostics.some(isError)) return '';
  const line = [fixSentence(diagnostics, false), 'Still watching.'].filter(Boolean).join(' ');
  return wrapLines(`${line}\n`, process.stderr);
}
