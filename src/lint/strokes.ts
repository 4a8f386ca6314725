import type { IconTraits } from '../core/types.ts';
import { type Agreement, type Consensus, findConsensus } from './consensus.ts';
import { setProperty } from './edits.ts';
import { paintsOf } from './paint.ts';
import { type Shape, shapesOf } from './shapes.ts';
import { traitsOf } from './traits.ts';
import type { LintFinding, LintSet, LintSource } from './types.ts';

/** Check of one stroke property. */
export interface StrokeCheck<T extends string | number> {
  /** Values of a drawing's lines, the most frequent one first. */
  readonly valuesOf: (traits: IconTraits) => readonly T[];
  /** Value of a line; `undefined` if it does not count. */
  readonly getValue: (shape: Shape) => T | undefined;
  readonly isSame: (found: T, expected: T) => boolean;
  /** Required value, or `set` for that of most drawings. */
  readonly expected: T | 'set';
  readonly agree: number;
  readonly property: string;
  /** Problem of some lines: `3 lines are 1.5 px thick`. */
  readonly problem: (number: number, found: T) => string;
  /** Requirement of the configuration: `lines must be 2 px`. */
  readonly requirement: (expected: T) => string;
  /** Statement about most icons: `have 2 px`. */
  readonly majority: (expected: T) => string;
  readonly hint: (expected: T) => string;
  readonly fixLabel: (expected: T) => string;
}

/** Compares the lines of all drawings with each other, or with a required value. */
export async function checkStrokes<T extends string | number>(
  set: LintSet,
  check: StrokeCheck<T>,
): Promise<LintFinding[]> {
  const { values, common } = await compareStrokes(set, check);
  const findings: LintFinding[] = [];
  for (const source of set.sources) {
    const agreement = expectedFor(source, common, check);
    if (agreement === undefined) continue;
    const wrong = (values.get(source) ?? []).filter(
      (value) => !check.isSame(value, agreement.value),
    );
    for (const value of wrong) findings.push(await findingOf(source, value, agreement, check));
  }
  return findings;
}

/** Checks if a drawing is compared with anything. */
export async function comparesStrokes<T extends string | number>(
  source: LintSource,
  set: LintSet,
  check: Pick<StrokeCheck<T>, 'valuesOf' | 'expected' | 'agree'>,
): Promise<boolean> {
  const { common } = await compareStrokes(set, check);
  return expectedFor(source, common, check) !== undefined;
}

interface StrokeComparison<T> {
  readonly values: ReadonlyMap<LintSource, readonly T[]>;
  readonly common: Consensus<T>;
}

async function compareStrokes<T extends string | number>(
  { sources }: LintSet,
  { valuesOf, agree }: Pick<StrokeCheck<T>, 'valuesOf' | 'agree'>,
): Promise<StrokeComparison<T>> {
  const values = new Map<LintSource, readonly T[]>();
  for (const source of sources) values.set(source, valuesOf(await traitsOf(source)));
  const majorityOf = (source: LintSource): T | undefined =>
    followsSet(source) ? values.get(source)?.[0] : undefined;
  return { values, common: findConsensus(sources, majorityOf, agree) };
}

/** False for flags and other drawings of several colors, which have styles of their own. */
function followsSet({ icon }: LintSource): boolean {
  return icon.facts.color === 'mono';
}

/** Required value; without counts if the configuration requires it. */
function expectedFor<T extends string | number>(
  source: LintSource,
  common: Consensus<T>,
  { expected }: Pick<StrokeCheck<T>, 'expected'>,
): Pick<Agreement<T>, 'value'> | Agreement<T> | undefined {
  if (expected !== 'set') return { value: expected };
  return followsSet(source) ? common(source) : undefined;
}

async function findingOf<T extends string | number>(
  source: LintSource,
  value: T,
  agreement: Pick<Agreement<T>, 'value'> | Agreement<T>,
  check: StrokeCheck<T>,
): Promise<LintFinding> {
  const { getValue, property, problem, requirement, majority, hint, fixLabel } = check;
  const { value: expected } = agreement;
  const list = await shapesOf(source);
  const affected = list.shapes.filter(
    (shape) => paintsOf(shape).stroke !== undefined && getValue(shape) === value,
  );
  const fix = setProperty(source, list, affected, property, String(expected));
  const expectation =
    'count' in agreement
      ? `${agreement.count} of ${agreement.total} icons ${majority(expected)}`
      : requirement(expected);
  return {
    file: source.file,
    message: `${problem(affected.length, value)}; ${expectation}.`,
    hint: hint(expected),
    offset: affected[0]?.element.start ?? source.root.start,
    ...(fix && { fix, fixLabel: fixLabel(expected) }),
  };
}
