import { consensusOf, mostFrequent } from './consensus.ts';
import { setProperty } from './edits.ts';
import { paintsOf } from './paint.ts';
import { type Shape, type Shapes, shapesOf } from './shapes.ts';
import type { Drawing, LintFinding, LintSet } from './types.ts';

/** What a rule asks of lines. */
export interface StrokeCheck<T extends string | number> {
  /** What a line has; `undefined` where it has no say. */
  readonly valueIn: (shape: Shape) => T | undefined;
  readonly isSame: (found: T, asked: T) => boolean;
  /** What is asked of all, or `set` for what most drawings have. */
  readonly asked: T | 'set';
  readonly agree: number;
  readonly property: string;
  readonly message: (number: number, found: T, asked: T, isSet: boolean) => string;
  readonly hint: (asked: T) => string;
}

/** Holds the lines of all drawings against each other, or against what is asked. */
export async function checkStrokes<T extends string | number>(
  { drawings }: LintSet,
  check: StrokeCheck<T>,
): Promise<LintFinding[]> {
  const lines = new Map<Drawing, ReadonlyMap<Shape, T>>();
  for (const drawing of drawings) lines.set(drawing, await linesOf(drawing, check.valueIn));
  // Flags and other drawings of several colors go their own way.
  const follows = ({ icon }: Drawing): boolean => icon.facts.color === 'mono';
  const own = (drawing: Drawing): T | undefined =>
    follows(drawing) ? mostFrequent(lines.get(drawing)?.values() ?? []) : undefined;
  const common = consensusOf(drawings, own, check.agree);
  const findings: LintFinding[] = [];
  for (const drawing of drawings) {
    const asked = check.asked === 'set' ? common(drawing) : check.asked;
    if (asked === undefined || (check.asked === 'set' && !follows(drawing))) continue;
    const shapes = await shapesOf(drawing);
    const wrong = new Map<T, Shape[]>();
    for (const [shape, value] of lines.get(drawing) ?? []) {
      if (!check.isSame(value, asked)) wrong.set(value, [...(wrong.get(value) ?? []), shape]);
    }
    for (const [value, those] of wrong) {
      findings.push(findingOf(drawing, shapes, those, value, asked, check));
    }
  }
  return findings;
}

async function linesOf<T>(
  drawing: Drawing,
  valueIn: (shape: Shape) => T | undefined,
): Promise<ReadonlyMap<Shape, T>> {
  const { shapes, isDynamic } = await shapesOf(drawing);
  const lines = new Map<Shape, T>();
  if (isDynamic) return lines;
  for (const shape of shapes) {
    const value = paintsOf(shape).stroke === undefined ? undefined : valueIn(shape);
    if (value !== undefined) lines.set(shape, value);
  }
  return lines;
}

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
