import { memoize } from '../core/memoize.ts';
import { findConsensus, mostFrequent } from './consensus.ts';
import { setProperty } from './edits.ts';
import { paintsOf } from './paint.ts';
import { type Shape, type ShapeList, shapesOf } from './shapes.ts';
import type { LintFinding, LintSet, LintSource } from './types.ts';

/** Check of one stroke property. */
export interface StrokeCheck<T extends string | number> {
  /** Value of a line; `undefined` if it does not count. */
  readonly getValue: (shape: Shape) => T | undefined;
  readonly isSame: (found: T, expected: T) => boolean;
  /** Required value, or `set` for that of most drawings. */
  readonly expected: T | 'set';
  readonly agree: number;
  readonly property: string;
  readonly message: (number: number, found: T, expected: T, isSet: boolean) => string;
  readonly hint: (expected: T) => string;
}

/** Compares the lines of all drawings with each other, or with a required value. */
export async function checkStrokes<T extends string | number>(
  { sources }: LintSet,
  check: StrokeCheck<T>,
): Promise<LintFinding[]> {
  const strokesIn = strokesBy(check.getValue) as (source: LintSource) => Promise<StrokeValues<T>>;
  const strokes = new Map<LintSource, StrokeValues<T>>();
  for (const source of sources) strokes.set(source, await strokesIn(source));
  // Flags and other drawings of several colors have styles of their own.
  const followsSet = ({ icon }: LintSource): boolean => icon.facts.color === 'mono';
  const majorityOf = (source: LintSource): T | undefined =>
    followsSet(source) ? strokes.get(source)?.majority : undefined;
  const common = findConsensus(sources, majorityOf, check.agree);
  const findings: LintFinding[] = [];
  for (const source of sources) {
    const expected = check.expected === 'set' ? common(source) : check.expected;
    if (expected === undefined || (check.expected === 'set' && !followsSet(source))) continue;
    const wrong = [...(strokes.get(source)?.shapes ?? [])].filter(
      ([value]) => !check.isSame(value, expected),
    );
    if (wrong.length === 0) continue;
    const shapes = await shapesOf(source);
    for (const [value, affected] of wrong) {
      findings.push(findingOf(source, shapes, affected, value, expected, check));
    }
  }
  return findings;
}

/** Values of the lines of a drawing. */
interface StrokeValues<T> {
  readonly shapes: ReadonlyMap<T, readonly Shape[]>;
  /** Value of most lines. */
  readonly majority: T | undefined;
}

/** Values by drawing, memoized so that a change of one does not measure the others again. */
const strokesBy = memoize((getValue: (shape: Shape) => string | number | undefined) =>
  memoize(async (source: LintSource): Promise<StrokeValues<string | number>> => {
    const { shapes, isDynamic } = await shapesOf(source);
    const byValue = new Map<string | number, Shape[]>();
    const values: (string | number)[] = [];
    for (const shape of isDynamic ? [] : shapes) {
      const value = paintsOf(shape).stroke === undefined ? undefined : getValue(shape);
      if (value === undefined) continue;
      values.push(value);
      byValue.set(value, [...(byValue.get(value) ?? []), shape]);
    }
    return { shapes: byValue, majority: mostFrequent(values) };
  }),
);

function findingOf<T extends string | number>(
  source: LintSource,
  shapes: ShapeList,
  affected: readonly Shape[],
  value: T,
  expected: T,
  { property, message, hint, expected: set }: StrokeCheck<T>,
): LintFinding {
  const fix = setProperty(source, shapes, affected, property, String(expected));
  return {
    file: source.file,
    message: message(affected.length, value, expected, set === 'set'),
    hint: hint(expected),
    offset: affected[0]?.element.start ?? source.root.start,
    ...(fix && { fix }),
  };
}
