import type { Diagnostic } from '../core/diagnostics.ts';
import { byCodeUnit } from '../core/names.ts';
import { whereIn } from '../core/where.ts';
import { type Excepted, siftExceptions } from './exceptions.ts';
import { askerFor, type Found } from './kept-findings.ts';
import type { Problem } from './problem.ts';
import type { ActiveRule, LintSettings } from './settings.ts';
import type { Drawing, Keep, LintFinding, LintSet } from './types.ts';

/** Result of running rules. */
export interface Linted {
  /** Sorted by file and position. */
  readonly problems: readonly Problem[];
  readonly excepted: readonly Excepted[];
  /** Problems with suppressions. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Options for running rules. */
export interface LintOptions {
  /** Called after each batch of checked drawings. */
  readonly onProgress?: ((done: number, total: number, file: string) => void) | undefined;
  /** Findings of previous runs with the same settings; new findings are added. */
  readonly found?: FoundAlone;
  /** Caches findings for the next run. Default: no cache. */
  readonly keep?: Keep | undefined;
}

/** Findings of rules with the scope of one drawing, valid as long as the object lives. */
export type FoundAlone = WeakMap<Drawing, Found>;

/** Finds problems of drawings, without suppressed ones. */
export async function lint(
  drawings: readonly Drawing[],
  sprites: LintSet['sprites'],
  settings: LintSettings,
): Promise<Diagnostic[]> {
  const { problems, diagnostics } = await runRules({ drawings, sprites }, settings);
  return [...problems.map(({ diagnostic }) => diagnostic), ...diagnostics];
}

/** Drawings that are checked at the same time, so that some are read while others are rendered. */
const ABREAST = 32;

/** Runs all active rules. */
export async function runRules(
  set: LintSet,
  settings: LintSettings,
  { onProgress, found: alone = new WeakMap(), keep }: LintOptions = {},
): Promise<Linted> {
  const { drawings } = set;
  const texts = new Map(drawings.map(({ file, svg }) => [file, svg]));
  const found: Problem[] = [];
  const take = (active: ActiveRule, findings: readonly LintFinding[]) => {
    for (const finding of findings) found.push(problemOf(finding, active, texts));
  };
  const asker = askerFor(set, settings.active, keep);
  const open = drawings.filter((drawing) => !alone.has(drawing));
  for (let first = 0; first < open.length; first += ABREAST) {
    const some = open.slice(first, first + ABREAST);
    await Promise.all(
      some.map(async (drawing) => void alone.set(drawing, await asker.inDrawing(drawing))),
    );
    const done = drawings.length - open.length + first + some.length;
    onProgress?.(done, drawings.length, some.at(-1)?.file ?? '');
  }
  for (const drawing of drawings) {
    const answers = alone.get(drawing) ?? {};
    for (const active of settings.active) take(active, answers[active.rule.name] ?? []);
  }
  for (const active of settings.active) {
    if (active.rule.scope === 'set') take(active, await asker.inSet(active));
  }
  const order = new Map(settings.active.map(({ rule }, index) => [rule.name, index]));
  return siftExceptions(found.sort(inOrder(order)), drawings, settings);
}

function problemOf(
  { file, message, hint, offset, fix, others }: LintFinding,
  { rule, severity }: ActiveRule,
  texts: ReadonlyMap<string, string>,
): Problem {
  const text = texts.get(file);
  const mends = fix !== undefined && fix.length > 0 && text !== undefined;
  const diagnostic: Diagnostic = {
    code: `lint/${rule.name}`,
    severity,
    file,
    ...(text !== undefined && offset !== undefined && { where: whereIn(text, offset) }),
    message,
    hint,
    ...(mends && { fixable: true as const }),
    ...(others && others.length > 0 && { others }),
  };
  return { diagnostic, rule: rule.name, ...(mends && { fix }) };
}

/** Compares by file, position and rule, so that the order of reports does not depend on timing. */
function inOrder(rules: ReadonlyMap<string, number>): (a: Problem, b: Problem) => number {
  const at = ({ diagnostic: { where } }: Problem) =>
    [where?.line ?? 0, where?.column ?? 0] as const;
  return (a, b) =>
    byCodeUnit(a.diagnostic.file, b.diagnostic.file) ||
    at(a)[0] - at(b)[0] ||
    at(a)[1] - at(b)[1] ||
    (rules.get(a.rule) ?? 0) - (rules.get(b.rule) ?? 0) ||
    byCodeUnit(a.diagnostic.message, b.diagnostic.message);
}
