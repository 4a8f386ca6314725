const ELEMENTS = {
  style: /<(?:[^\s<>/:]+:)?style[\s>/]/,
  text: /<(?:[^\s<>/:]+:)?text[\s>/]/,
} as const;

/** Checks an unparsed source for an element of a name, under any prefix. */
export function hasElement(svg: string, name: 'style' | 'text'): boolean {
  return svg.includes(name) && ELEMENTS[name].test(svg);
}
