import type { Edit } from './types.ts';

/** A text in which problems were mended. */
export interface Mended {
  readonly text: string;
  /** Indexes of the fixes that are in it. */
  readonly applied: readonly number[];
}

/**
 * Applies fixes to a text, each whole or not at all: one that touches what an earlier one changes
 * waits for the next time. All else stays as it is; line ends of the text are taken over.
 */
export function applyFixes(text: string, fixes: readonly (readonly Edit[])[]): Mended {
  const taken: Edit[] = [];
  const applied: number[] = [];
  for (const [index, fix] of fixes.entries()) {
    const isFree = fix.every(
      (edit, at) =>
        isWithin(edit, text) &&
        !taken.some((other) => isTouching(edit, other)) &&
        !fix.slice(0, at).some((other) => isOverlapping(edit, other)),
    );
    if (!isFree) continue;
    taken.push(...fix);
    applied.push(index);
  }
  const end = lineEndOf(text);
  let result = '';
  let done = 0;
  for (const edit of taken.sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(done, edit.start) + edit.text.replace(/\r\n|\n/g, end);
    done = edit.end;
  }
  return { text: result + text.slice(done), applied };
}

function isWithin({ start, end }: Edit, text: string): boolean {
  return start >= 0 && start <= end && end <= text.length;
}

/** Also where one ends and the other begins: two inserts at one place could be of the same attribute. */
function isTouching(a: Edit, b: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function isOverlapping(a: Edit, b: Edit): boolean {
  return a.start < b.end && b.start < a.end;
}

function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
