import type { Where } from './diagnostics.ts';

/** Line and column of an offset into a text, in UTF-16 code units; lines end as editors have it. */
export function whereIn(text: string, offset: number): Where {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|[\r\n]/);
  // Between the two halves of a line's end is still that line.
  const last = lines.at(-1) ?? '';
  return { line: lines.length, column: last.length + 1 };
}
