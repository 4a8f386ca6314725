import type { Point } from './matrix.ts';
import { hasComma, type NumberToken, numberAt, skipCommaWsp, skipWhiteSpace } from './numbers.ts';
import { ARGUMENT_COUNTS } from './path-commands.ts';
import { isSimplePath } from './scan-path.ts';

/** One segment of a path, in absolute coordinates. */
export interface Segment {
  /** Its command in capitals: `L` for implied lines too. */
  readonly command: 'L' | 'H' | 'V' | 'C' | 'S' | 'Q' | 'T' | 'A';
  readonly isRelative: boolean;
  readonly from: Point;
  readonly to: Point;
  /** Control points of a curve, written or implied. */
  readonly handles: readonly Point[];
  /** Radii of an arc. */
  readonly radii?: Point;
  readonly numbers: readonly NumberToken[];
}

/** A subpath: connected segments. */
export interface Subpath {
  readonly start: Point;
  readonly segments: readonly Segment[];
  readonly isClosed: boolean;
  /** True if it begins with `m`, not `M`. */
  readonly isRelative: boolean;
  /** True if it has its own moveto: a subpath that continues after `z` has none. */
  readonly hasMove: boolean;
  /** Numbers of its moveto. */
  readonly numbers: readonly NumberToken[];
  /** Offset in the path data. */
  readonly startsAt: number;
  readonly endsAt: number;
}

interface SubpathBuilder {
  start: Point;
  segments: Segment[];
  isClosed: boolean;
  isRelative: boolean;
  hasMove: boolean;
  numbers: readonly NumberToken[];
  startsAt: number;
  endsAt: number;
}

/**
 * Returns the part of path data that browsers draw: everything up to the first error; '' if nothing
 * is drawn. Chromium and WebKit continue after a comma before a letter, Firefox does not; such
 * commas are removed, so that all draw the same.
 *
 * `M4 4h16,v16` → `M4 4h16v16`; `M4 4h16 v` → `M4 4h16`
 */
export function validPathData(text: string): string {
  if (isSimplePath(text)) return text;
  const parsed = parsePath(text);
  return withoutCommas(isComplete(text, parsed) ? text : text.slice(0, parsed.end), parsed);
}

/** Validates path data of CSS, which is invalid with any error: `undefined`. */
export function strictPathData(text: string): string | undefined {
  if (isSimplePath(text)) return text;
  const parsed = parsePath(text);
  return isComplete(text, parsed) ? withoutCommas(text, parsed) : undefined;
}

function isComplete(text: string, { end }: ParsedPath): boolean {
  return skipWhiteSpace(text, end) === text.length;
}

/** Removes commas before letters. */
function withoutCommas(text: string, { end, commas }: ParsedPath): string {
  let result = '';
  let at = 0;
  for (const comma of commas) {
    if (comma >= end) break;
    result += text.slice(at, comma);
    at = comma + 1;
  }
  return result + text.slice(at);
}

/**
 * Reads path data, in time linear in its length, up to the first error, like
 * browsers. Source: SVG 2, 9.3 and 9.5.
 */
export function readPath(d: string): readonly Subpath[] {
  return parsePath(d).subpaths;
}

interface ParsedPath {
  readonly subpaths: readonly Subpath[];
  /** End of the last complete command. */
  readonly end: number;
  /** Offsets of commas before a letter. */
  readonly commas: readonly number[];
}

function parsePath(d: string): ParsedPath {
  return new PathParser(d).parse();
}

/** Reads path data command by command. */
class PathParser {
  private readonly d: string;
  private readonly subpaths: SubpathBuilder[] = [];
  private readonly commas: number[] = [];
  /** Subpath that the next segment continues; none after a `z`. */
  private subpath: SubpathBuilder | undefined;
  private point: Point = [0, 0];
  private previous: Segment | undefined;
  /** Command of the next numbers, which may leave out its letter. */
  private letter = '';
  private index = 0;
  private end = 0;

  constructor(d: string) {
    this.d = d;
  }

  parse(): ParsedPath {
    while (this.readCommand());
    const { subpaths, end, commas } = this;
    return { subpaths, end, commas };
  }

  /** Reads a command with its numbers; `false` at the end and at an error. */
  private readCommand(): boolean {
    const startsAt = this.readLetter();
    if (startsAt === undefined) return false;
    const command = this.letter.toUpperCase();
    const argumentCount = ARGUMENT_COUNTS[command.charCodeAt(0)] ?? -1;
    if (argumentCount < 0 || (this.subpaths.length === 0 && command !== 'M')) {
      return false;
    }
    if (command === 'Z') {
      this.close();
      return true;
    }
    const numbers = numbersAt(this.d, this.index, command, argumentCount);
    if (!numbers) return false;
    this.index = this.end = numbers.at(-1)?.end ?? this.index;
    if (command === 'M') this.move(numbers, startsAt);
    else this.draw(command as Segment['command'], numbers, startsAt);
    return true;
  }

  /** Reads a letter, if there is one. Returns where the command starts; `undefined` if none does. */
  private readLetter(): number | undefined {
    const { d, index: gap } = this;
    const isAfterClose = /z/i.test(this.letter);
    // One comma is allowed after a number, also before a letter, and none after a letter.
    this.index = (gap > 0 && !isAfterClose ? skipCommaWsp : skipWhiteSpace)(d, gap);
    const startsAt = this.index;
    const letter = d[startsAt];
    if (letter === undefined) return undefined;
    if (!/[a-z]/i.test(letter)) return this.letter === '' || isAfterClose ? undefined : startsAt;
    if (hasComma(d, gap, startsAt)) this.commas.push(d.indexOf(',', gap));
    this.letter = letter;
    this.index += 1;
    return startsAt;
  }

  private get isRelative(): boolean {
    return this.letter !== this.letter.toUpperCase();
  }

  private close(): void {
    this.end = this.index;
    if (!this.subpath) return;
    this.subpath.isClosed = true;
    this.subpath.endsAt = this.end;
    this.point = this.subpath.start;
    this.subpath = undefined;
    this.previous = undefined;
  }

  private move(numbers: readonly NumberToken[], startsAt: number): void {
    const { isRelative } = this;
    const values = numbers.map(({ value }) => value);
    this.point = pointAt(values, 0, isRelative ? this.point : [0, 0]);
    this.subpath = this.beginSubpath({ isRelative, hasMove: true, numbers, startsAt });
    this.previous = undefined;
    this.letter = isRelative ? 'l' : 'L';
  }

  private draw(
    command: Segment['command'],
    numbers: readonly NumberToken[],
    startsAt: number,
  ): void {
    // After a `z`, the next subpath begins at the start of the previous one.
    this.subpath ??= this.beginSubpath({
      isRelative: false,
      hasMove: false,
      numbers: [],
      startsAt,
    });
    const { isRelative, point: from, previous } = this;
    const segment = segmentOf({ command, isRelative, from, numbers }, previous);
    this.subpath.segments.push(segment);
    this.subpath.endsAt = this.index;
    this.point = segment.to;
    this.previous = segment;
  }

  private beginSubpath(
    start: Pick<SubpathBuilder, 'isRelative' | 'hasMove' | 'numbers' | 'startsAt'>,
  ): SubpathBuilder {
    const subpath: SubpathBuilder = {
      ...start,
      start: this.point,
      segments: [],
      isClosed: false,
      endsAt: this.index,
    };
    this.subpaths.push(subpath);
    return subpath;
  }
}

function numbersAt(
  d: string,
  index: number,
  command: string,
  argumentCount: number,
): NumberToken[] | undefined {
  const numbers: NumberToken[] = [];
  let at = skipWhiteSpace(d, index);
  for (let i = 0; i < argumentCount; i++) {
    const isFlag = command === 'A' && (i === 3 || i === 4);
    const token = isFlag ? flagAt(d, at) : numberAt(d, at);
    if (!token) return undefined;
    numbers.push(token);
    at = skipCommaWsp(d, token.end);
  }
  return numbers;
}

/** Reads the flag `0` or `1`; the next number needs no separator. */
function flagAt(d: string, at: number): NumberToken | undefined {
  const digit = d[at];
  return digit === '0' || digit === '1'
    ? { value: Number(digit), start: at, end: at + 1 }
    : undefined;
}

function pointAt(values: readonly number[], index: number, [x, y]: Point): Point {
  return [x + (values[index] ?? 0), y + (values[index + 1] ?? 0)];
}

function segmentOf(
  shared: Pick<Segment, 'command' | 'isRelative' | 'from' | 'numbers'>,
  previous: Segment | undefined,
): Segment {
  const { command, isRelative, from, numbers } = shared;
  const values = numbers.map(({ value }) => value);
  const origin: Point = isRelative ? from : [0, 0];
  const point = (index: number): Point => pointAt(values, index, origin);
  const reflectedHandle = (kinds: RegExp): Point => {
    const handle = previous?.handles.at(-1);
    if (!previous || !handle || !kinds.test(previous.command)) return from;
    return [2 * from[0] - handle[0], 2 * from[1] - handle[1]];
  };
  switch (command) {
    case 'H':
      return { ...shared, to: [origin[0] + (values[0] ?? 0), from[1]], handles: [] };
    case 'V':
      return { ...shared, to: [from[0], origin[1] + (values[0] ?? 0)], handles: [] };
    case 'C':
      return { ...shared, to: point(4), handles: [point(0), point(2)] };
    case 'S':
      return { ...shared, to: point(2), handles: [reflectedHandle(/[CS]/), point(0)] };
    case 'Q':
      return { ...shared, to: point(2), handles: [point(0)] };
    case 'T':
      return { ...shared, to: point(0), handles: [reflectedHandle(/[QT]/)] };
    case 'A': {
      const radii: Point = [Math.abs(values[0] ?? 0), Math.abs(values[1] ?? 0)];
      return { ...shared, to: point(5), handles: [], radii };
    }
    default:
      return { ...shared, to: point(0), handles: [] };
  }
}
