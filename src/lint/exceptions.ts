import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { suggestion } from '../core/suggest.ts';
import type { Problem } from './problem.ts';
import type { LintSettings } from './settings.ts';
import type { Drawing } from './types.ts';

/** A problem that the metadata of its icon suppresses. */
export interface Excepted {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
}

/** Problems that count, and suppressed ones. */
export interface Sifted {
  readonly problems: readonly Problem[];
  readonly excepted: readonly Excepted[];
  /** Problems with suppressions: unknown rules, and rules that found nothing. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Separates the problems that metadata suppresses. A problem of several files is suppressed if its
 * own file says so, or all of the others do.
 *
 * @param drawings sources that rules checked
 */
export function siftExceptions(
  all: readonly Problem[],
  drawings: readonly Drawing[],
  { active, known }: LintSettings,
): Sifted {
  const reasons = new Map(drawings.map(({ file, meta }) => [file, meta.exceptions ?? {}]));
  const used = new Set<string>();
  const problems: Problem[] = [];
  const excepted: Excepted[] = [];
  for (const problem of all) {
    const reason = reasonFor(problem, reasons, used);
    if (reason === undefined) problems.push(problem);
    else excepted.push({ diagnostic: problem.diagnostic, reason });
  }
  const running = new Set(active.map(({ rule }) => rule.name));
  const diagnostics = drawings.flatMap(({ file, meta }) =>
    Object.keys(meta.exceptions ?? {}).flatMap((rule) => {
      if (!known.includes(rule)) return [unknown(file, rule, known)];
      const isNeeded = used.has(keyOf(file, rule)) || !running.has(rule);
      return isNeeded
        ? []
        : [diagnose('exception-unused', { file: metaFile(file), args: { rule } })];
    }),
  );
  return { problems, excepted, diagnostics };
}

type Reasons = ReadonlyMap<string, Readonly<Record<string, string>>>;

function reasonFor(
  { rule, diagnostic: { file, others = [] } }: Problem,
  reasons: Reasons,
  used: Set<string>,
): string | undefined {
  const at = (each: string) => {
    const said = reasons.get(each) ?? {};
    return Object.hasOwn(said, rule) ? said[rule] : undefined;
  };
  const own = at(file);
  const theirs = others.map(at);
  const isAgreed = theirs.length > 0 && theirs.every((reason) => reason !== undefined);
  if (own === undefined && !isAgreed) return undefined;
  for (const each of [file, ...others]) if (at(each) !== undefined) used.add(keyOf(each, rule));
  return own ?? theirs[0];
}

function unknown(file: string, rule: string, known: readonly string[]): Diagnostic {
  const args = { rule, known: known.join(', '), suggestion: suggestion(rule, known) };
  return diagnose('exception-unknown', { file: metaFile(file), args });
}

function keyOf(file: string, rule: string): string {
  return `${rule}\0${file}`;
}

/** Metadata file that holds the suppressions of an SVG file. */
function metaFile(file: string): string {
  return file.replace(/\.svg$/i, '.meta.json');
}
