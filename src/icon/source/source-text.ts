/** Checks an unparsed source for an element of a name, under any prefix. */
export function hasElement(svg: string, name: 'style' | 'text'): boolean {
  return new RegExp(`<([^\\s<>/:]+:)?${name}[\\s>/]`).test(svg);
}
