import { ARGUMENT_COUNTS } from '../../../svg/path-commands.ts';
import { CASE, CODES } from './commands.ts';
import { FROM, type PathBuffer, STRIDE, TO } from './path-buffer.ts';

/** Makes all segments relative, except the first moveto, and notes where each starts and ends. */
export function makeRelative({ commands, numbers, count }: PathBuffer): void {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const at = i * STRIDE;
    const written = commands[i] as number;
    const command = written | CASE;
    numbers[at + FROM] = x;
    numbers[at + FROM + 1] = y;
    if (command === CODES.z) {
      x = startX;
      y = startY;
    } else {
      if (written !== command) {
        moveArguments(numbers, at, command, -x, -y);
        if (i > 0) commands[i] = command;
      }
      if (command === CODES.h) x += numbers[at] as number;
      else if (command === CODES.v) y += numbers[at] as number;
      else {
        const end = at + (ARGUMENT_COUNTS[command] as number) - 2;
        x += numbers[end] as number;
        y += numbers[end + 1] as number;
      }
      if (command === CODES.m) {
        startX = x;
        startY = y;
      }
    }
    numbers[at + TO] = x;
    numbers[at + TO + 1] = y;
  }
}

/** Adds an offset to the coordinates among the arguments of a segment. */
export function moveArguments(
  numbers: Float64Array,
  at: number,
  command: number,
  dx: number,
  dy: number,
): void {
  if (command === CODES.v) numbers[at] = (numbers[at] as number) + dy;
  else if (command === CODES.h) numbers[at] = (numbers[at] as number) + dx;
  else {
    const end = at + (ARGUMENT_COUNTS[command] as number);
    // An arc has radii, an angle and flags before its end.
    for (let i = command === CODES.a ? end - 2 : at; i < end; i += 2) {
      numbers[i] = (numbers[i] as number) + dx;
      numbers[i + 1] = (numbers[i + 1] as number) + dy;
    }
  }
}
