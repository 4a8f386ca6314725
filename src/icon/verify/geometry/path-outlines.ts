import { arcFromEnds } from './arc-center.ts';
import type { Outline } from './outline.ts';
import { type Coordinates, OutlineBuilder } from './outline-builder.ts';

/** Character codes. */
const [COMMA, PLUS, MINUS, POINT, ZERO, NINE] = [0x2c, 0x2b, 0x2d, 0x2e, 0x30, 0x39];
const LOWER_CASE_BIT = 0x20;

/** Commands by their lower-case letters. */
const [MOVE, LINE, HORIZONTAL, VERTICAL] = [0x6d, 0x6c, 0x68, 0x76];
const [CURVE, SMOOTH, QUADRATIC, SMOOTH_QUADRATIC] = [0x63, 0x73, 0x71, 0x74];
const [ARC, CLOSE] = [0x61, 0x7a];
/** First character that is a letter. */
const FIRST_LETTER = 0x41;

/** Number of arguments of a command; -1 if there is no such command. */
function argumentCountOf(command: number): number {
  switch (command) {
    case HORIZONTAL:
    case VERTICAL:
      return 1;
    case MOVE:
    case LINE:
    case SMOOTH_QUADRATIC:
      return 2;
    case SMOOTH:
    case QUADRATIC:
      return 4;
    case CURVE:
      return 6;
    case ARC:
      return 7;
    default:
      return command === CLOSE ? 0 : -1;
  }
}

/**
 * Reads path data into outlines; `undefined` if it has an error. Source: SVG 2, 9.3.
 *
 * Shares no code with the optimizer, nor with the parser of `svg/path-data.ts`, which its passes use.
 */
export function pathOutlines(
  d: string,
  { matrix, maxValue }: Coordinates,
): readonly Outline[] | undefined {
  const builder = new OutlineBuilder(matrix);
  return new PathOutlineReader(d, builder, maxValue).read() ? builder.finish() : undefined;
}

class PathOutlineReader {
  private readonly d: string;
  private readonly builder: OutlineBuilder;
  private readonly maxValue: number;
  private at = 0;
  /** Current point, and the start of the subpath. */
  private x = 0;
  private y = 0;
  private startX = 0;
  private startY = 0;
  /** Last control point of a curve, and the curve's command, for smooth curves. */
  private handleX = 0;
  private handleY = 0;
  private curve = 0;
  /** False after a `z`, and at the start. */
  private isOpen = false;
  private readonly numbers = [0, 0, 0, 0, 0, 0, 0];

  constructor(d: string, builder: OutlineBuilder, maxValue: number) {
    this.d = d;
    this.maxValue = maxValue;
    this.builder = builder;
  }

  /** Returns false at an error. */
  read(): boolean {
    const { d } = this;
    this.skipSpace();
    if (this.at < d.length && (d.charCodeAt(this.at) | LOWER_CASE_BIT) !== MOVE) return false;
    while (this.at < d.length) {
      const letter = d.charCodeAt(this.at);
      let command = letter | LOWER_CASE_BIT;
      const argumentCount = letter < FIRST_LETTER ? -1 : argumentCountOf(command);
      if (argumentCount < 0) return false;
      this.at += 1;
      this.skipSpace();
      if (argumentCount === 0) {
        this.close();
        continue;
      }
      do {
        if (!this.readNumbers(argumentCount, command === ARC)) return false;
        if (!this.draw(command, letter === (letter | LOWER_CASE_BIT))) return false;
        if (command === MOVE) command = LINE;
      } while (this.at < d.length && d.charCodeAt(this.at) < FIRST_LETTER);
    }
    return true;
  }

  private close(): void {
    if (this.isOpen) this.builder.close();
    this.isOpen = false;
    this.x = this.startX;
    this.y = this.startY;
    this.curve = 0;
  }

  /** Returns false for a segment whose shape is not certain. */
  private draw(command: number, isRelative: boolean): boolean {
    const originX = isRelative ? this.x : 0;
    const originY = isRelative ? this.y : 0;
    const { numbers } = this;
    const a = originX + (numbers[0] as number);
    const b = originY + (numbers[1] as number);
    if (command === MOVE) {
      this.x = this.startX = a;
      this.y = this.startY = b;
      this.builder.move(a, b);
      this.isOpen = true;
      this.curve = 0;
      return true;
    }
    if (!this.isOpen) {
      this.builder.move(this.x, this.y);
      this.isOpen = true;
    }
    switch (command) {
      case HORIZONTAL:
        this.line(a, this.y);
        return true;
      case VERTICAL:
        this.line(this.x, originY + (numbers[0] as number));
        return true;
      case LINE:
        this.line(a, b);
        return true;
      case SMOOTH_QUADRATIC:
        this.reflect(QUADRATIC);
        this.quadratic(this.handleX, this.handleY, a, b);
        return true;
      case ARC:
        return this.arc(originX + (numbers[5] as number), originY + (numbers[6] as number));
    }
    const c = originX + (numbers[2] as number);
    const d = originY + (numbers[3] as number);
    if (command === QUADRATIC) this.quadratic(a, b, c, d);
    else if (command === SMOOTH) {
      this.reflect(CURVE);
      this.cubic(this.handleX, this.handleY, a, b, c, d);
    } else {
      this.cubic(a, b, c, d, originX + (numbers[4] as number), originY + (numbers[5] as number));
    }
    return true;
  }

  private line(x: number, y: number): void {
    this.builder.line(x, y);
    this.moveTo(x, y, 0);
  }

  private moveTo(x: number, y: number, curve: number): void {
    this.x = x;
    this.y = y;
    this.curve = curve;
  }

  /** Reflects the last handle; if the last segment is another kind of curve, it is the point. */
  private reflect(curve: number): void {
    const isSmooth = this.curve === curve;
    this.handleX = isSmooth ? 2 * this.x - this.handleX : this.x;
    this.handleY = isSmooth ? 2 * this.y - this.handleY : this.y;
  }

  private cubic(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.builder.cubic(x1, y1, x2, y2, x, y);
    this.handleX = x2;
    this.handleY = y2;
    this.moveTo(x, y, CURVE);
  }

  /** Writes a quadratic curve as the same cubic one. */
  private quadratic(qx: number, qy: number, x: number, y: number): void {
    const { x: x0, y: y0 } = this;
    this.builder.cubic(
      x0 + (2 / 3) * (qx - x0),
      y0 + (2 / 3) * (qy - y0),
      x + (2 / 3) * (qx - x),
      y + (2 / 3) * (qy - y),
      x,
      y,
    );
    this.handleX = qx;
    this.handleY = qy;
    this.moveTo(x, y, QUADRATIC);
  }

  private arc(x: number, y: number): boolean {
    const [rx, ry, degrees, isLarge, isClockwise] = this.numbers as [
      ...[number, number, number, number, number],
    ];
    const chord = Math.abs(x - this.x) + Math.abs(y - this.y);
    // Rounding decides whether it is nothing or a full turn.
    if (chord < MIN_CHORD * Math.max(Math.abs(rx), Math.abs(ry))) return false;
    const ends = [this.x, this.y, x, y] as const;
    const arc = arcFromEnds(ends, [rx, ry, degrees], isLarge === 1, isClockwise === 1);
    if (arc) this.builder.arc(arc, x, y);
    else this.builder.line(x, y);
    this.moveTo(x, y, 0);
    return true;
  }

  private readNumbers(count: number, isArc: boolean): boolean {
    for (let index = 0; index < count; index++) {
      const value = isArc && (index === 3 || index === 4) ? this.readFlag() : this.readNumber();
      // Also false for NaN.
      if (!(Math.abs(value) < this.maxValue)) return false;
      this.numbers[index] = value;
      this.skipSpace();
      if (this.d.charCodeAt(this.at) === COMMA) {
        this.at += 1;
        this.skipSpace();
        // Browsers differ after a comma before a letter.
        if (!(this.d.charCodeAt(this.at) < FIRST_LETTER)) return false;
      }
    }
    return true;
  }

  private readFlag(): number {
    const digit = this.d.charCodeAt(this.at) - ZERO;
    this.at += 1;
    return digit === 0 || digit === 1 ? digit : Number.NaN;
  }

  private readNumber(): number {
    const { d } = this;
    let { at } = this;
    let code = d.charCodeAt(at);
    const isNegative = code === MINUS;
    if (isNegative || code === PLUS) code = d.charCodeAt(++at);
    let mantissa = 0;
    const first = at;
    for (; code >= ZERO && code <= NINE; code = d.charCodeAt(++at)) {
      mantissa = mantissa * 10 + code - ZERO;
    }
    let digits = at - first;
    let decimals = 0;
    if (code === POINT) {
      const point = at + 1;
      code = d.charCodeAt(++at);
      for (; code >= ZERO && code <= NINE; code = d.charCodeAt(++at)) {
        mantissa = mantissa * 10 + code - ZERO;
      }
      decimals = at - point;
      if (decimals === 0) return Number.NaN;
      digits += decimals;
    }
    if (digits === 0) return Number.NaN;
    const isExponent = (code | LOWER_CASE_BIT) === 0x65;
    // Rare numbers: with an exponent, or with more digits than a double holds.
    if (isExponent || digits > 15) return this.readLongNumber();
    this.at = at;
    const value = decimals === 0 ? mantissa : mantissa / (POWERS[decimals] as number);
    return isNegative ? -value : value;
  }

  private readLongNumber(): number {
    LONG_NUMBER.lastIndex = this.at;
    const match = LONG_NUMBER.exec(this.d);
    if (!match) return Number.NaN;
    this.at = LONG_NUMBER.lastIndex;
    return Number(match[0]);
  }

  private skipSpace(): void {
    for (;;) {
      const code = this.d.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x09 && code !== 0x0d && code !== 0x0c) return;
      this.at += 1;
    }
  }
}

/** Shortest chord of an arc, in radii. */
const MIN_CHORD = 1e-4;

const LONG_NUMBER = /[-+]?(?:\d*\.\d+|\d+(?!\.))(?:[eE][-+]?\d+)?/y;
const POWERS = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
