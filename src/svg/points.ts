/** Points of `<polygon>` and `<polyline>`. Source: SVG 2, 9.6 and 9.7; and what browsers draw. */
import type { Point } from './matrix.ts';
import { numberAt, skipCommaWsp, skipWhiteSpace } from './numbers.ts';

interface Read {
  readonly points: readonly Point[];
  /** Where the last whole point ends. */
  readonly end: number;
  /** Whether it is well-formed but for a last number without a partner. */
  readonly isValid: boolean;
}

function read(text: string): Read {
  const points: Point[] = [];
  let end = 0;
  let x: number | undefined;
  let at = skipWhiteSpace(text, 0);
  while (at < text.length) {
    const token = numberAt(text, at);
    if (!token) return { points, end, isValid: false };
    at = skipCommaWsp(text, token.end);
    if (x === undefined) x = token.value;
    else {
      points.push([x, token.value]);
      end = token.end;
      x = undefined;
    }
  }
  return { points, end, isValid: true };
}

/** Points that are drawn: none when there is an error anywhere, and no half of one at the end. */
export function parsePoints(text: string): readonly Point[] {
  const { points, isValid } = read(text);
  return isValid ? points : [];
}

/** The part of a list that browsers draw, as it is written; '' when they draw none of it. */
export function validPoints(text: string): string {
  const { end, isValid } = read(text);
  if (!isValid) return '';
  return skipWhiteSpace(text, end) === text.length ? text : text.slice(0, end);
}
