/** Points of `<polygon>` and `<polyline>`. Source: SVG 2, 9.6 and 9.7; and what browsers draw. */
import type { Point } from './matrix.ts';
import { numberAt, skipCommaWsp, skipWhiteSpace } from './numbers.ts';

interface ParsedPoints {
  readonly points: readonly Point[];
  /** End of the last complete point. */
  readonly end: number;
  /** True if it is valid except for an unpaired last number. */
  readonly isValid: boolean;
}

function readPoints(text: string): ParsedPoints {
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

/**
 * Parses the points that are drawn: none if there is an error; an unpaired last number is ignored.
 */
export function parsePoints(text: string): readonly Point[] {
  const { points, isValid } = readPoints(text);
  return isValid ? points : [];
}

/** Returns the part of a list that browsers draw, as written; '' if they draw none of it. */
export function validPoints(text: string): string {
  const { end, isValid } = readPoints(text);
  if (!isValid) return '';
  return skipWhiteSpace(text, end) === text.length ? text : text.slice(0, end);
}
