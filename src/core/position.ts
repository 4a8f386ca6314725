import type { Where } from './diagnostics.ts';

/** Returns line and column of an offset into a text, in UTF-16 code units. Lines end as in editors. */
export function positionAt(text: string, offset: number): Where {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|[\r\n]/);
  // A position between \r and \n is still on that line.
  const last = lines.at(-1) ?? '';
  return { line: lines.length, column: last.length + 1 };
}
