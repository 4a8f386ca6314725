import { memo } from '../core/memo.ts';
import { consensusOf, mostFrequent } from './consensus.ts';
import { setProperty } from './edits.ts';
import { paintsOf } from './paint.ts';
import { type Shape, type Shapes, shapesOf } from './shapes.ts';
import type { Drawing, LintFinding, LintSet } from './types.ts';

/** Check of one stroke property. */
export interface StrokeCheck<T extends string | number> {
  /** Value of a line; `undefined` if it does not count. */
  readonly valueIn: (shape: Shape) => T | undefined;
  readonly isSame: (found: T, asked: T) => boolean;
  /** Required value, or `set` for that of most drawings. */
  readonly asked: T | 'set';
  readonly agree: number;
  readonly property: string;
  readonly message: (number: number, found: T, asked: T, isSet: boolean) => string;
  readonly hint: (asked: T) => string;
}

/** Compares the lines of all drawings with each other, or with a required value. */
export async function checkStrokes<T extends string | number>(
  { drawings }: LintSet,
  check: StrokeCheck<T>,
): Promise<LintFinding[]> {
  const linesIn = linesBy(check.valueIn) as (drawing: Drawing) => Promise<Lines<T>>;
  const lines = new Map<Drawing, Lines<T>>();
  for (const drawing of drawings) lines.set(drawing, await linesIn(drawing));
  // Flags and other drawings of several colors have styles of their own.
  const follows = ({ icon }: Drawing): boolean => icon.facts.color === 'mono';
  const own = (drawing: Drawing): T | undefined =>
    follows(drawing) ? lines.get(drawing)?.most : undefined;
  const common = consensusOf(drawings, own, check.agree);
  const findings: LintFinding[] = [];
  for (const drawing of drawings) {
    const asked = check.asked === 'set' ? common(drawing) : check.asked;
    if (asked === undefined || (check.asked === 'set' && !follows(drawing))) continue;
    const wrong = [...(lines.get(drawing)?.shapes ?? [])].filter(
      ([value]) => !check.isSame(value, asked),
    );
    if (wrong.length === 0) continue;
    const shapes = await shapesOf(drawing);
    for (const [value, those] of wrong) {
      findings.push(findingOf(drawing, shapes, those, value, asked, check));
    }
  }
  return findings;
}

/** Values of the lines of a drawing. */
interface Lines<T> {
  readonly shapes: ReadonlyMap<T, readonly Shape[]>;
  /** Value of most lines. */
  readonly most: T | undefined;
}

/** Values by drawing, memoized so that a change of one does not measure the others again. */
const linesBy = memo((valueIn: (shape: Shape) => string | number | undefined) =>
  memo(async (drawing: Drawing): Promise<Lines<string | number>> => {
    const { shapes, isDynamic } = await shapesOf(drawing);
    const byValue = new Map<string | number, Shape[]>();
    const values: (string | number)[] = [];
    for (const shape of isDynamic ? [] : shapes) {
      const value = paintsOf(shape).stroke === undefined ? undefined : valueIn(shape);
      if (value === undefined) continue;
      values.push(value);
      byValue.set(value, [...(byValue.get(value) ?? []), shape]);
    }
    return { shapes: byValue, most: mostFrequent(values) };
  }),
);

function findingOf<T extends string | number>(
  drawing: Drawing,
  shapes: Shapes,
  those: readonly Shape[],
  value: T,
  asked: T,
  { property, message, hint, asked: set }: StrokeCheck<T>,
): LintFinding {
  const fix = setProperty(drawing, shapes, those, property, String(asked));
  return {
    file: drawing.file,
    message: message(those.length, value, asked, set === 'set'),
    hint: hint(asked),
    offset: those[0]?.element.start ?? drawing.root.start,
    ...(fix && { fix }),
  };
}
