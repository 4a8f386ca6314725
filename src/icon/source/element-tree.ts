/** An attribute in the text; positions are offsets in UTF-16 code units. */
export interface SourceAttribute {
  readonly name: string;
  /** Value with references such as `&amp;` resolved. */
  readonly value: string;
  /** Offsets from the first letter of the name to behind the closing quote. */
  readonly start: number;
  readonly end: number;
  /** Offsets of the text between the quotes. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** An element in the text. */
export interface SourceElement {
  readonly name: string;
  readonly attributes: readonly SourceAttribute[];
  readonly children: readonly SourceElement[];
  readonly parent?: SourceElement;
  /** Offsets from `<` of its start tag to behind `>` of its end tag. */
  readonly start: number;
  readonly end: number;
  /** Behind `>` of its start tag. */
  readonly startTagEnd: number;
}

/** All elements of a source, the root first, in document order. */
export function* elementsOf(root: SourceElement): Generator<SourceElement> {
  const stack = [root];
  for (let element = stack.pop(); element; element = stack.pop()) {
    yield element;
    for (let i = element.children.length - 1; i >= 0; i--) {
      stack.push(element.children[i] as SourceElement);
    }
  }
}

/** An attribute of an element; `href` also under XLink's prefix. */
export function attributeOf(
  { attributes }: SourceElement,
  name: string,
): SourceAttribute | undefined {
  const exactMatch = attributes.find((attribute) => attribute.name === name);
  if (exactMatch || name !== 'href') return exactMatch;
  return attributes.find((attribute) => attribute.name.endsWith(':href'));
}
