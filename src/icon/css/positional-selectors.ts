/** Checks if a style sheet may have selectors that count siblings. */
export function hasPositionalSelector(css: string): boolean {
  return /:(?:first|last|only|nth|empty)|[+~]/i.test(css);
}
