/** Text of a file and what replaces it. */
export interface SplicedText {
  readonly before: string;
  readonly after: string;
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly bytes: Buffer;
}

/** Replaces texts of a file; `undefined` unless each is in it exactly once, apart from the others. */
export function splice(bytes: Buffer, replacements: readonly SplicedText[]): Buffer | undefined {
  if (replacements.length === 0) return bytes;
  const cuts: Cut[] = [];
  for (const { before, after } of replacements) {
    const text = Buffer.from(before);
    const start = bytes.indexOf(text);
    if (start < 0 || bytes.indexOf(text, start + 1) >= 0) return undefined;
    cuts.push({ start, end: start + text.length, bytes: Buffer.from(after) });
  }
  cuts.sort((a, b) => a.start - b.start);
  const parts: Buffer[] = [];
  let position = 0;
  for (const cut of cuts) {
    if (cut.start < position) return undefined;
    parts.push(bytes.subarray(position, cut.start), cut.bytes);
    position = cut.end;
  }
  return Buffer.concat([...parts, bytes.subarray(position)]);
}
