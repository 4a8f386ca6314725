import { ARGUMENT_COUNTS } from './path-commands.ts';
import { isSimplePath } from './scan-path.ts';

const LINES = 'lLhHvV';

/** Coordinates are integers in units of the last of six decimals, so that sums are exact. */
const DECIMALS = 6;
const SCALE = 10 ** DECIMALS;
/** Largest coordinate whose sums are exact. */
const MAX_COORDINATE = 2 ** 50;

/** Characters by which an absolute command must be shorter to stay absolute. */
const MIN_SAVING = 4;
/** The same for `H` and `V`, whose end is often on a line that other shapes end on, too. */
const MIN_SAVING_ON_AXIS = 1;

/**
 * Spells path data so that paths of different icons have more text in common, without changing any
 * coordinate: `m` becomes `M`, and other commands become relative unless that takes notably more
 * characters. Shapes that icons share start at the same places, mostly round numbers, and continue
 * in the same way from any place.
 *
 * `M4 4L9 9z` → `M4 4l5 5z`; `M4 4h2m6 0v3` → `M4 4h2M12 4v3`
 *
 * @param d path data in short spelling, as the optimizer writes it; other path data stays unchanged
 */
export function spellPath(d: string): string {
  return isSimplePath(d) ? (new PathSpeller(d).spell() ?? d) : d;
}

/** Reads path data command by command and writes each again. */
class PathSpeller {
  private readonly d: string;
  private at = 0;
  private x = 0;
  private y = 0;
  private startX = 0;
  private startY = 0;
  private text = '';
  /** Last letter in the written text. */
  private written = '';
  /** True if the last written number has a point, so that another point needs no space. */
  private endsInFraction = false;
  /** True if the last number that was read has a point. */
  private hasPoint = false;
  private readonly values: number[] = [];
  private maxDecimals = 1;
  /** Smallest distance from the end of a line before `z` to the start. */
  private smallestGap = Number.POSITIVE_INFINITY;

  constructor(d: string) {
    this.d = d;
  }

  /**
   * `undefined` if a number has too many digits, or if a line before `z` ends so close to the start
   * that rounding decides if the optimizer drops it: it would decide again from another spelling.
   */
  spell(): string | undefined {
    let letter = '';
    for (;;) {
      this.skipSeparators();
      const next = this.d[this.at];
      if (next === undefined) return this.closesNearStart() ? undefined : this.text;
      if (this.d.charCodeAt(this.at) >= FIRST_LETTER) {
        letter = next;
        this.at += 1;
      } else if (letter === 'M') letter = 'L';
      else if (letter === 'm') letter = 'l';
      if (!this.spellCommand(letter)) return undefined;
    }
  }

  private closesNearStart(): boolean {
    return this.smallestGap <= 2 * (POWERS[DECIMALS - this.maxDecimals] as number);
  }

  private spellCommand(letter: string): boolean {
    const command = letter.toLowerCase();
    if (command === 'z') {
      if (LINES.includes(this.written)) {
        const gap = Math.max(Math.abs(this.x - this.startX), Math.abs(this.y - this.startY));
        this.smallestGap = Math.min(this.smallestGap, gap);
      }
      [this.x, this.y] = [this.startX, this.startY];
      this.write(letter, '');
      return true;
    }
    this.skipSeparators();
    const from = this.at;
    if (!this.readArguments(command, ARGUMENT_COUNTS[command.charCodeAt(0)] ?? 0)) return false;
    const read = this.d.slice(from, this.at);
    const isRelative = letter === command;
    const [x, y] = [this.x, this.y];
    if (isRelative) this.shift(command, x, y);
    this.move(command);
    if (Math.abs(this.x) > MAX_COORDINATE || Math.abs(this.y) > MAX_COORDINATE) return false;
    if (command === 'm') this.write('M', isRelative ? this.format() : read);
    else if (isRelative) this.write(letter, read);
    else {
      this.shift(command, -x, -y);
      const hadPoint = this.hasPoint;
      const relative = this.format();
      const isOnAxis = command === 'h' || command === 'v';
      const minSaving = isOnAxis ? MIN_SAVING_ON_AXIS : MIN_SAVING;
      if (relative.length < read.length + minSaving) this.write(command, relative);
      else {
        this.hasPoint = hadPoint;
        this.write(letter, read);
      }
    }
    return true;
  }

  private readArguments(command: string, count: number): boolean {
    const { values } = this;
    values.length = count;
    for (let index = 0; index < count; index++) {
      this.skipSeparators();
      const isFlag = command === 'a' && (index === 3 || index === 4);
      const value = isFlag ? this.readFlag() : this.readNumber();
      if (value === undefined) return false;
      values[index] = value;
    }
    return true;
  }

  private readFlag(): number {
    const value = this.d.charCodeAt(this.at) - ZERO;
    this.at += 1;
    return value * SCALE;
  }

  private readNumber(): number | undefined {
    const { d } = this;
    const sign = d.charCodeAt(this.at);
    if (sign === MINUS || sign === PLUS) this.at += 1;
    let value = 0;
    let decimals = -1;
    for (; ; this.at++) {
      const code = d.charCodeAt(this.at);
      if (code >= ZERO && code <= NINE) {
        value = value * 10 + code - ZERO;
        if (decimals >= 0) decimals += 1;
      } else if (code === POINT && decimals < 0) decimals = 0;
      else break;
    }
    this.hasPoint = decimals >= 0;
    if (decimals > DECIMALS) return undefined;
    if (decimals > this.maxDecimals) this.maxDecimals = decimals;
    value *= POWERS[DECIMALS - Math.max(decimals, 0)] as number;
    if (value > MAX_COORDINATE) return undefined;
    return sign === MINUS ? -value : value;
  }

  /** Moves the coordinates that were read. */
  private shift(command: string, x: number, y: number): void {
    const { values } = this;
    if (command === 'h') values[0] = (values[0] as number) + x;
    else if (command === 'v') values[0] = (values[0] as number) + y;
    else {
      for (let index = command === 'a' ? 5 : 0; index < values.length; index += 2) {
        values[index] = (values[index] as number) + x;
        values[index + 1] = (values[index + 1] as number) + y;
      }
    }
  }

  /** Moves the current point to the end of a command with absolute coordinates. */
  private move(command: string): void {
    const { values } = this;
    if (command === 'h') this.x = values[0] as number;
    else if (command === 'v') this.y = values[0] as number;
    else {
      this.x = values[values.length - 2] as number;
      this.y = values[values.length - 1] as number;
    }
    if (command === 'm') [this.startX, this.startY] = [this.x, this.y];
  }

  private format(): string {
    let text = '';
    this.hasPoint = false;
    for (let index = 0; index < this.values.length; index++) {
      const number = formatCoordinate(this.values[index] as number);
      text += index === 0 ? number : separate(number, this.hasPoint) + number;
      this.hasPoint = number.includes('.');
    }
    return text;
  }

  private write(letter: string, values: string): void {
    const isImplied =
      values !== '' &&
      ((letter === this.written && letter !== 'M') || (letter === 'L' && this.written === 'M'));
    this.text += isImplied ? separate(values, this.endsInFraction) + values : letter + values;
    this.written = letter;
    this.endsInFraction = this.hasPoint;
  }

  private skipSeparators(): void {
    for (;;) {
      const code = this.d.charCodeAt(this.at);
      if (code !== SPACE && code !== COMMA && !(code >= TAB && code <= RETURN)) return;
      this.at += 1;
    }
  }
}

const [TAB, RETURN, SPACE, PLUS, COMMA, MINUS, POINT] = [9, 13, 32, 43, 44, 45, 46];
const [ZERO, NINE, FIRST_LETTER] = [48, 57, 65];
const POWERS = Array.from({ length: DECIMALS + 1 }, (_, exponent) => 10 ** exponent);

/** Space before a number, unless its first character separates it from the one before. */
function separate(number: string, isAfterFraction: boolean): string {
  return number[0] === '-' || (number[0] === '.' && isAfterFraction) ? '' : ' ';
}

/** `0.5` is `.5`. */
function formatCoordinate(value: number): string {
  // `+ 0` turns -0 into 0. String writes no exponent for values from 1e-6.
  const text = String(value / SCALE + 0);
  if (text.startsWith('0.')) return text.slice(1);
  return text.startsWith('-0.') ? `-${text.slice(2)}` : text;
}
