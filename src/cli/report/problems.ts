import type { Severity } from '../../core/diagnostics.ts';
import { pc } from './colors.ts';
import { severityCounts } from './count.ts';
import { escapeLine } from './escape-line.ts';
import { explainHint } from './explain-hint.ts';
import type { ReportedDiagnostic } from './pictures.ts';
import { groupProblems, type ProblemGroup } from './problem-groups.ts';
import { type WrapTarget, wrapLines } from './wrap.ts';

/** Options of a list of problems. */
export interface ProblemListOptions {
  /** Severities to show. With `info`, problems are not grouped. Default: errors and warnings. */
  readonly severities?: readonly Severity[];
  /** True if the command has the flag `--verbose`, which lists all. Default: false. */
  readonly hasVerbose?: boolean;
  /** Stream that the text is written to. Default: standard error. */
  readonly stream?: WrapTarget;
}

/** Order of the report: what matters most is last, next to the prompt. */
const ORDER: readonly Severity[] = ['info', 'warning', 'error'];

/**
 * Formats problems and their count, each problem on two lines:
 * `icons/foo.svg:3:14 error parse-error  The XML …` and `  fix: Open the file …`. Problems with the
 * same code are together, and those of many files are one group.
 */
export function prettyDiagnostics(
  diagnostics: readonly ReportedDiagnostic[],
  options: ProblemListOptions = {},
): string {
  const { severities = ['error', 'warning'], stream = process.stderr } = options;
  const visible = diagnostics.filter(({ severity }) => severities.includes(severity));
  const of = (kind: Severity) => visible.filter(({ severity }) => severity === kind).length;
  const total = severityCounts({ error: of('error'), warning: of('warning') });
  return (
    problemList(visible, options) +
    explainHint(visible, stream) +
    (total === '' ? '' : wrapLines(`${total}\n`, stream))
  );
}

/** Formats problems without a count: infos, warnings, errors. */
export function problemList(
  diagnostics: readonly ReportedDiagnostic[],
  {
    severities = ['error', 'warning'],
    hasVerbose = false,
    stream = process.stderr,
  }: ProblemListOptions = {},
): string {
  const text = ORDER.filter((kind) => severities.includes(kind)).map((kind) => {
    const problems = diagnostics.filter(({ severity }) => severity === kind);
    return groupProblems(problems, { isVerbose: severities.includes('info') })
      .map((group) => prettyGroup(group, { hasVerbose }))
      .join('');
  });
  return wrapLines(text.join(''), stream);
}

/** Maximum number of places named in one group. */
const MAX_PLACES = 20;
/** Maximum number of different messages shown in one group of warnings, and of errors. */
const MAX_MESSAGES: Readonly<Record<Severity, number>> = { info: 5, warning: 5, error: 20 };

function prettyGroup(group: ProblemGroup, options: { readonly hasVerbose: boolean }): string {
  const [first] = group;
  if (group.length === 1) return problemLines(positionOf(first), first) + pictureLine(first);
  const files = new Set(group.map(({ file }) => file)).size;
  const head = `${group.length} ${pc.bold(colored(first, `${first.severity}s`))} in ${files} files: ${pc.dim(first.code)}`;
  const isSame = group.every(
    ({ message, hint, pictureFile }) =>
      message === first.message && hint === first.hint && pictureFile === undefined,
  );
  const shown = group.slice(0, isSame ? MAX_PLACES : MAX_MESSAGES[first.severity]);
  const more = group.length - shown.length;
  const verbose = options.hasVerbose ? ' (list all with --verbose)' : '';
  if (isSame) {
    const places = shown.map((each) => escapeLine(positionOf(each))).join(', ');
    const rest = more > 0 ? ` and ${more} more${verbose}` : '';
    return `${head}  ${escapeLine(first.message)}\n${fixLine(first)}  in: ${places}${rest}\n`;
  }
  const hasOneFix = group.every(({ hint }) => hint === first.hint);
  const items = shown.map(
    (each) =>
      `  ${escapeLine(positionOf(each))}  ${escapeLine(each.message)}\n` +
      (hasOneFix ? '' : `  ${fixLine(each)}`) +
      (each.pictureFile === undefined ? '' : `  ${pictureLine(each)}`),
  );
  const rest = more > 0 ? `  and ${more} more${verbose}\n` : '';
  return `${head}\n${items.join('')}${rest}${hasOneFix ? fixLine(first) : ''}`;
}

function positionOf({ file, where }: ReportedDiagnostic): string {
  return where ? `${file}:${where.line}:${where.column}` : file;
}

function problemLines(place: string, problem: ReportedDiagnostic): string {
  const { severity, code, message } = problem;
  return `${escapeLine(place)} ${colored(problem, severity)} ${pc.dim(code)}  ${escapeLine(message)}\n${fixLine(problem)}`;
}

function fixLine({ hint }: ReportedDiagnostic): string {
  return `  fix: ${escapeLine(hint)}\n`;
}

function pictureLine({ pictureFile }: ReportedDiagnostic): string {
  return pictureFile === undefined
    ? ''
    : `  see: ${escapeLine(pictureFile)} (before, after, difference)\n`;
}

function colored({ severity }: ReportedDiagnostic, text: string): string {
  return { error: pc.red, warning: pc.yellow, info: pc.cyan }[severity](text);
}
