import type { Diagnostic } from '../core/diagnostics.ts';
import { byCodeUnit } from '../core/names.ts';
import { whereIn } from '../core/where.ts';
import { type Excepted, siftExceptions } from './exceptions.ts';
import { askerFor, type Found } from './kept-findings.ts';
import type { Problem } from './problem.ts';
import type { ActiveRule, LintSettings } from './settings.ts';
import type { Drawing, Keep, LintFinding, LintSet } from './types.ts';

/** What rules found. */
export interface Linted {
  /** Sorted by file and place. */
  readonly problems: readonly Problem[];
  readonly excepted: readonly Excepted[];
  /** What is wrong with exceptions. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How to run rules. */
export interface LintOptions {
  /** Called after each drawing that was asked about. */
  readonly onProgress?: ((done: number, total: number, file: string) => void) | undefined;
  /** What rules of one drawing found in runs before, of the same settings; what is found is added. */
  readonly found?: FoundAlone;
  /** Where to keep what rules find, for the next time. Default: nowhere. */
  readonly keep?: Keep | undefined;
}

/** Findings of rules that look at one drawing at a time, which hold for as long as it does. */
export type FoundAlone = WeakMap<Drawing, Found>;

/** Problems of drawings, those that their metadata makes exceptions for left out. */
export async function lint(
  drawings: readonly Drawing[],
  sprites: LintSet['sprites'],
  settings: LintSettings,
): Promise<Diagnostic[]> {
  const { problems, diagnostics } = await runRules({ drawings, sprites }, settings);
  return [...problems.map(({ diagnostic }) => diagnostic), ...diagnostics];
}

/** Drawings that are asked about side by side, so that what one waits for the renderer, others read. */
const ABREAST = 32;

/** Runs all rules that are on. */
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

/** By file, place and rule, so that what is told does not depend on which drawing was done first. */
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
