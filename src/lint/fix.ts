import type { Edit } from './types.ts';

/** A text with fixes applied. */
export interface FixedText {
  readonly text: string;
  /** Indexes of the applied fixes. */
  readonly applied: readonly number[];
}

/**
 * Applies fixes to a text, each completely or not at all: a fix that touches an earlier one waits
 * for the next pass. Everything else is unchanged; inserted text gets the line ends of the file.
 */
export function applyFixes(text: string, fixes: readonly (readonly Edit[])[]): FixedText {
  const appliedEdits: Edit[] = [];
  const applied: number[] = [];
  for (const [index, fix] of fixes.entries()) {
    const canApply = fix.every(
      (edit, at) =>
        isWithin(edit, text) &&
        !appliedEdits.some((other) => isTouching(edit, other)) &&
        !fix.slice(0, at).some((other) => isOverlapping(edit, other)),
    );
    if (!canApply) continue;
    appliedEdits.push(...fix);
    applied.push(index);
  }
  const lineEnd = lineEndOf(text);
  let result = '';
  let offset = 0;
  for (const edit of appliedEdits.sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(offset, edit.start) + edit.text.replace(/\r\n|\n/g, lineEnd);
    offset = edit.end;
  }
  return { text: result + text.slice(offset), applied };
}

function isWithin({ start, end }: Edit, text: string): boolean {
  return start >= 0 && start <= end && end <= text.length;
}

/** Includes edits that only meet: two inserts at one position could add the same attribute. */
function isTouching(a: Edit, b: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function isOverlapping(a: Edit, b: Edit): boolean {
  return a.start < b.end && b.start < a.end;
}

function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
