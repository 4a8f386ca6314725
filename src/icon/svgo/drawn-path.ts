let groupCount = 0;
/** Matches a whole number without backtracking, like the parser of paths. */
function number(): string {
  groupCount += 1;
  return `(?=(?<n${groupCount}>[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[-+]?\\d+)?))\\k<n${groupCount}>`;
}
const numbers = (count: number) => Array.from({ length: count }, number).join(String.raw`\s*,?\s*`);
const ARC_FLAGS = String.raw`\s*,?\s*[01]\s*,?\s*[01]\s*,?\s*`;

const TWO_COMMANDS = new RegExp(
  String.raw`^\s*m\s*${numbers(2)}\s*(?:z|,?\s*${numbers(2)}|[hv]\s*${number()}|[lmt]\s*${numbers(2)}|[qs]\s*${numbers(4)}|c\s*${numbers(6)}|a\s*${numbers(3)}${ARC_FLAGS}${numbers(2)})`,
  'i',
);

/** Checks for a moveto and another command, so that a path is neither empty nor a single point. */
export function isDrawnPath(d: string): boolean {
  return TWO_COMMANDS.test(d);
}
