import { ARGUMENT_COUNTS } from '../../../svg/path-commands.ts';
import { CASE, CODES, isRelative } from './commands.ts';
import { type Decimals, needsSpace } from './decimals.ts';
import { moveArguments } from './make-relative.ts';
import { FROM, type PathBuffer, STRIDE } from './path-buffer.ts';

/** Writes segments as svgo does, each in absolute coordinates if these are shorter. */
export function writePath({ commands, numbers, count }: PathBuffer, decimals: Decimals): string {
  const writer = new PathWriter(decimals);
  writer.startWith(numbers);
  for (let i = 1; i < count; i++) {
    const command = commands[i] as number;
    if ((command | CASE) === CODES.z) writer.close(command);
    else if (command !== 0) writer.add(command, numbers, i * STRIDE);
  }
  return writer.end();
}

/** Writes segments as they are. */
export function writeUnchanged(
  { commands, numbers, count }: PathBuffer,
  decimals: Decimals,
): string {
  const writer = new PathWriter(decimals);
  writer.startWith(numbers);
  for (let i = 1; i < count; i++) {
    const command = commands[i] as number;
    if ((command | CASE) === CODES.z) writer.close(command);
    else writer.addUnchanged(command, numbers, i * STRIDE);
  }
  return writer.end();
}

/** Numbers of one segment, which are used again for the next. */
const absolute = new Float64Array(7);
const absoluteSteps = new Float64Array(7);
const relativeSteps = new Float64Array(7);

class PathWriter {
  private readonly decimals: Decimals;
  private text = '';
  /** Arguments of the first moveto, whose letter depends on the next command. */
  private start: string | undefined;
  /** Command and last argument of the last segment. */
  private last: number = CODES.M;
  private lastNumber = 0;
  /** Last letter written: segments of the same kind share it. */
  private letter: number = CODES.M;
  /** Last number written, in steps. */
  private lastSteps = 0;

  constructor(decimals: Decimals) {
    this.decimals = decimals;
  }

  startWith(numbers: Float64Array): void {
    const { scale, textOf } = this.decimals;
    const [x, y] = [
      Math.round((numbers[0] as number) * scale),
      Math.round((numbers[1] as number) * scale),
    ];
    this.lastSteps = y;
    this.start = textOf(x) + (needsSpace(x, y, scale) ? ' ' : '') + textOf(y);
  }

  close(command: number): void {
    this.writeLetter(command);
    this.last = command;
  }

  add(command: number, numbers: Float64Array, at: number): void {
    const { scale, round, rowLength } = this.decimals;
    const count = ARGUMENT_COUNTS[command] as number;
    for (let k = 0; k < count; k++) {
      const value = numbers[at + k] as number;
      absolute[k] = value;
      relativeSteps[k] = Math.round(value * scale);
    }
    const [x, y] = [numbers[at + FROM] as number, numbers[at + FROM + 1] as number];
    moveArguments(absolute, 0, command, x, y);
    for (let k = 0; k < count; k++) {
      absoluteSteps[k] = Math.round(round(absolute[k] as number) * scale);
    }
    const saved = rowLength(relativeSteps, count) - rowLength(absoluteSteps, count);
    if (saved > 0 && !(saved === 1 && this.joins(command, numbers[at] as number))) {
      this.writeLetter(command - CASE);
      this.writeRow(absoluteSteps, count);
      this.last = command - CASE;
    } else {
      this.writeLetter(command);
      this.writeRow(relativeSteps, count);
      this.last = command;
      this.lastNumber = numbers[at + count - 1] as number;
    }
  }

  addUnchanged(command: number, numbers: Float64Array, at: number): void {
    const count = ARGUMENT_COUNTS[command] as number;
    for (let k = 0; k < count; k++) {
      relativeSteps[k] = Math.round((numbers[at + k] as number) * this.decimals.scale);
    }
    this.writeLetter(command);
    this.writeRow(relativeSteps, count);
  }

  end(): string {
    if (this.start !== undefined) this.writeStart(0);
    return this.text;
  }

  /** Checks if a relative segment continues the previous one without even a space. */
  private joins(command: number, first: number): boolean {
    if (command !== this.last || !isRelative(command)) return false;
    if (first < 0) return true;
    return (
      Math.floor(first) === 0 && !Number.isInteger(first) && !Number.isInteger(this.lastNumber)
    );
  }

  private writeLetter(command: number): void {
    if (this.start !== undefined) this.writeStart(command);
    const { letter } = this;
    const isShared =
      command === letter
        ? (command | CASE) !== CODES.m
        : (letter === CODES.M && command === CODES.L) ||
          (letter === CODES.m && command === CODES.l);
    if (isShared) return;
    this.text += String.fromCharCode(command);
    this.letter = command;
    this.isRowStart = true;
  }

  private isRowStart = false;

  /** Writes the first moveto; the start of a path means the same in both cases. */
  private writeStart(next: number): void {
    this.letter = next === CODES.l ? CODES.m : CODES.M;
    this.text = String.fromCharCode(this.letter) + this.start;
    this.start = undefined;
  }

  private writeRow(steps: Float64Array, count: number): void {
    const { scale, textOf } = this.decimals;
    let { text, lastSteps, isRowStart } = this;
    for (let k = 0; k < count; k++) {
      const step = steps[k] as number;
      if (!isRowStart && needsSpace(lastSteps, step, scale)) text += ' ';
      text += textOf(step);
      lastSteps = step;
      isRowStart = false;
    }
    this.text = text;
    this.lastSteps = lastSteps;
    this.isRowStart = false;
  }
}
