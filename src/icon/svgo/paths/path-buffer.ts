import type { XastElement } from 'svgo';
import { ARGUMENT_COUNTS } from '../../../svg/path-commands.ts';
import { CODES } from './commands.ts';

/** Numbers of a segment in {@link PathBuffer.numbers}: up to 7 arguments, then two points. */
export const STRIDE = 11;
/** Offset of the point where a segment starts. */
export const FROM = 7;
/** Offset of the point where it ends. */
export const TO = 9;

/** Segments of the path that is worked on, without an object or array for each. */
export class PathBuffer {
  count = 0;
  /** Commands as character codes; 0 for a removed segment. */
  commands: Uint8Array = new Uint8Array(256);
  numbers: Float64Array = new Float64Array(256 * STRIDE);

  /** Adds a segment and returns the offset of its numbers. */
  add(command: number): number {
    if (this.count === this.commands.length) this.grow();
    this.commands[this.count] = command;
    this.count += 1;
    return (this.count - 1) * STRIDE;
  }

  private grow(): void {
    const commands = new Uint8Array(this.count * 2);
    commands.set(this.commands);
    this.commands = commands;
    const numbers = new Float64Array(this.count * 2 * STRIDE);
    numbers.set(this.numbers);
    this.numbers = numbers;
  }
}

/** Path data as svgo caches it on an element. */
export interface CachedPath {
  readonly pathJS?:
    | readonly { readonly command: string; readonly args: readonly number[] }[]
    | undefined;
}

/**
 * Reads the path data of an element into a buffer.
 *
 * @returns `false` if anything is unusual: an error, an incomplete segment, or no segment
 */
export function readPathInto(buffer: PathBuffer, element: XastElement): boolean {
  buffer.count = 0;
  return appendPath(buffer, element);
}

/** Reads like {@link readPathInto}, but keeps the segments before. */
export function appendPath(buffer: PathBuffer, element: XastElement): boolean {
  const start = buffer.count;
  const parsed = (element as CachedPath).pathJS;
  const isRead = parsed
    ? copyInto(buffer, parsed)
    : new PathReader(element.attributes.d ?? '', buffer).read();
  if (!isRead || buffer.count === start) return false;
  // The first moveto is always absolute.
  if (buffer.commands[start] === CODES.m) buffer.commands[start] = CODES.M;
  return buffer.commands[start] === CODES.M;
}

/** Segments as svgo's plugins pass them on to each other. */
export function parsedPath({ commands, numbers, count }: PathBuffer): CachedPath['pathJS'] {
  return Array.from({ length: count }, (_, i) => {
    const code = commands[i] as number;
    const at = i * STRIDE;
    return {
      command: String.fromCharCode(code),
      args: [...numbers.subarray(at, at + (ARGUMENT_COUNTS[code] as number))],
    };
  });
}

function copyInto(buffer: PathBuffer, parsed: NonNullable<CachedPath['pathJS']>): boolean {
  for (const { command, args } of parsed) {
    const code = command.charCodeAt(0);
    if (args.length !== ARGUMENT_COUNTS[code]) return false;
    const at = buffer.add(code);
    for (let i = 0; i < args.length; i++) buffer.numbers[at + i] = args[i] as number;
  }
  return true;
}

/** Powers of ten that a double represents exactly. */
const POWERS: readonly number[] = Array.from({ length: 16 }, (_, exponent) =>
  Number(`1e${exponent}`),
);
/** Digits of a whole number that a double always represents exactly. */
const EXACT_DIGITS = 15;

const [PLUS, COMMA, MINUS, DOT, ZERO, NINE, EXPONENT] = [43, 44, 45, 46, 48, 57, 101];

/** Reader of path data that gives up at anything except what drawing tools write. */
class PathReader {
  private readonly text: string;
  private readonly buffer: PathBuffer;
  private at = 0;
  private value = 0;

  constructor(text: string, buffer: PathBuffer) {
    this.text = text;
    this.buffer = buffer;
  }

  read(): boolean {
    const { text } = this;
    this.skipSpace();
    let isFirst = true;
    while (this.at < text.length) {
      const command = text.charCodeAt(this.at);
      const count = command < 128 ? (ARGUMENT_COUNTS[command] as number) : -1;
      if (count < 0) return false;
      if (isFirst && (command | 32) !== CODES.m) return false;
      isFirst = false;
      this.at += 1;
      if (count === 0) {
        this.buffer.add(command);
        this.skipSpace();
      } else if (!this.readSegments(command, count)) return false;
    }
    return true;
  }

  /** Reads the segments of one command letter. */
  private readSegments(letter: number, count: number): boolean {
    let command = letter;
    this.skipSpace();
    do {
      const start = this.buffer.add(command);
      const isArc = count === 7;
      for (let i = 0; i < count; i++) {
        if (i > 0) this.skipComma();
        if (!(isArc && (i === 3 || i === 4) ? this.readFlag() : this.readNumber())) return false;
        this.buffer.numbers[start + i] = isArc && i < 2 ? Math.abs(this.value) : this.value;
      }
      if (command === CODES.M) command = CODES.L;
      else if (command === CODES.m) command = CODES.l;
      this.skipSpace();
    } while (this.continues());
    return true;
  }

  /** Checks if another number follows, and skips the comma before it. */
  private continues(): boolean {
    const code = this.text.charCodeAt(this.at);
    if (code === COMMA) {
      this.at += 1;
      this.skipSpace();
      return true;
    }
    return (code >= ZERO && code <= NINE) || code === MINUS || code === DOT || code === PLUS;
  }

  private readFlag(): boolean {
    this.value = this.text.charCodeAt(this.at) - ZERO;
    this.at += 1;
    return this.value === 0 || this.value === 1;
  }

  private readNumber(): boolean {
    const { text } = this;
    const start = this.at;
    let { at } = this;
    let code = text.charCodeAt(at);
    const isNegative = code === MINUS;
    if (isNegative || code === PLUS) code = text.charCodeAt(++at);
    let whole = 0;
    const firstDigit = at;
    for (; code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) {
      whole = whole * 10 + (code - ZERO);
    }
    let digits = at - firstDigit;
    let decimals = 0;
    if (code === DOT) {
      const firstDecimal = ++at;
      code = text.charCodeAt(at);
      for (; code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) {
        whole = whole * 10 + (code - ZERO);
      }
      decimals = at - firstDecimal;
      digits += decimals;
    }
    if (digits === 0 || (code | 32) === EXPONENT) return false;
    this.at = at;
    if (digits > EXACT_DIGITS) this.value = Number.parseFloat(text.slice(start, at));
    else {
      // One division of exact numbers rounds as the language does.
      const value = decimals > 0 ? whole / (POWERS[decimals] as number) : whole;
      this.value = isNegative ? -value : value;
    }
    return true;
  }

  private skipSpace(): void {
    const { text } = this;
    let code = text.charCodeAt(this.at);
    while (code === 32 || (code >= 9 && code <= 13 && code !== 11 && code !== 12)) {
      this.at += 1;
      code = text.charCodeAt(this.at);
    }
  }

  private skipComma(): void {
    this.skipSpace();
    if (this.text.charCodeAt(this.at) !== COMMA) return;
    this.at += 1;
    this.skipSpace();
  }
}
