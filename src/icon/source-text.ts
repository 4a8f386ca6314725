/** Whether the text of a drawing has an element of a name, under any prefix, before it is parsed. */
export function hasElement(svg: string, name: 'style' | 'text'): boolean {
  return new RegExp(`<([^\\s<>/:]+:)?${name}[\\s>/]`).test(svg);
}
