import { stripVTControlCharacters } from 'node:util';

/** Stream whose width decides where lines break. */
export interface WrapTarget {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/**
 * Breaks lines between words at the width of a terminal, and indents what follows like the line and two
 * spaces more. Output that a program reads stays in one piece.
 */
export function wrapLines(text: string, { isTTY, columns }: WrapTarget): string {
  if (isTTY !== true || !columns) return text;
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n');
}

function wrapLine(line: string, width: number): string {
  if (widthOf(line) <= width) return line;
  const indent = `${/^ */.exec(line)?.[0] ?? ''}  `;
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/(?<=\S)(?= )/)) {
    const isFull = current.trim() !== '' && widthOf(current + word) > width;
    if (isFull) lines.push(current);
    current = isFull ? indent + word.trimStart() : current + word;
  }
  return [...lines, current].join('\n');
}

function widthOf(text: string): number {
  // Colors take no space.
  return stripVTControlCharacters(text).length;
}
