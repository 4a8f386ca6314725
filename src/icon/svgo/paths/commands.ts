/** Letters of path commands as character codes, which compare faster than strings. */
export const CODES = {
  M: 77,
  m: 109,
  L: 76,
  l: 108,
  h: 104,
  v: 118,
  c: 99,
  s: 115,
  q: 113,
  t: 116,
  a: 97,
  z: 122,
} as const;

/** Difference between the code of a letter in lower case and in capitals. */
export const CASE = 32;

/** True for a command in lower case. */
export function isRelative(code: number): boolean {
  return code >= CODES.a;
}
