/** Position in a file of declarations, and the file that it leads to. */
export interface MappedPlace {
  /** Counted from 0, as columns are. */
  readonly line: number;
  readonly column: number;
  /** Path relative to the file of declarations; `undefined` if the position maps to no file. */
  readonly source: string | undefined;
}

/**
 * Source map of a file of declarations, which editors use to go from names to source files. They
 * resolve a position without a mapping to the next one, so the map must have all names.
 *
 * @param places from top to bottom
 */
export function declarationMap(file: string, places: readonly MappedPlace[]): string {
  const indexes = new Map<string, number>();
  let mappings = '';
  let last = { line: 0, column: 0, index: 0 };
  for (const { line, column, source } of places) {
    const isNewLine = line > last.line;
    if (isNewLine) mappings += ';'.repeat(line - last.line);
    else if (mappings !== '') mappings += ',';
    mappings += base64Vlq(isNewLine ? column : column - last.column);
    let { index } = last;
    if (source !== undefined) {
      index = indexes.get(source) ?? indexes.size;
      indexes.set(source, index);
      // Line and column in the source are always 0.
      mappings += [index - last.index, 0, 0].map(base64Vlq).join('');
    }
    last = { line, column, index };
  }
  const map = { version: 3, file, sources: [...indexes.keys()], names: [], mappings };
  return `${JSON.stringify(map)}\n`;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Number in base64 VLQ: sign last, five bits per digit, the lowest first. */
function base64Vlq(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = '';
  do {
    const digit = rest & 31;
    rest >>>= 5;
    text += DIGITS[rest > 0 ? digit | 32 : digit];
  } while (rest > 0);
  return text;
}
