/** Reading of CSS values without a parser: enough for attributes, which are short. */

/** The declarations of a `style` attribute. Semicolons inside quotes and brackets do not part. */
export function splitDeclarations(style: string): readonly string[] {
  const parts = style.match(
    /(?:"(?:\\[\s\S]|[^"\\])*"?|'(?:\\[\s\S]|[^'\\])*'?|\((?:"[^"]*"|'[^']*'|[^()]|\([^()]*\))*\)?|\\[\s\S]|[^;"'(\\])+/g,
  );
  return (parts ?? []).map((part) => part.trim()).filter((part) => part !== '');
}

/** A declaration as its property, in small letters, and its value; both '' where there is none. */
export function parseDeclaration(declaration: string): readonly [property: string, value: string] {
  const colon = declaration.indexOf(':');
  if (colon < 0) return ['', ''];
  return [declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim()];
}

/** Source: CSS Syntax 3, 4.3.7. */
export function unescapeCss(text: string): string {
  return text.replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/gis, (_, hex?: string, char?: string) => {
    const codePoint = Number.parseInt(hex ?? '', 16);
    return hex === undefined
      ? (char ?? '')
      : String.fromCodePoint(codePoint > 0 && codePoint <= 0x10ffff ? codePoint : 0xfffd);
  });
}

/** `url(` and what follows up to its end; browsers close one that is left open. */
const URL_FUNCTION = /url\(\s*(?:"([^"]*)"?|'([^']*)'?|([^)]*?))\s*(?:\)|$)/gi;
/** Functions that take an address as a string. */
const IMAGE_FUNCTION = /(?:image-set|cross-fade|image|src)\(\s*(?:"([^"]*)"?|'([^']*)'?)/gi;

/** Addresses in a value that do not point into the drawing itself. */
export function outsideUrls(value: string): readonly string[] {
  if (!/[(\\]/.test(value)) return [];
  const plain = unescapeCss(value);
  const addresses = [URL_FUNCTION, IMAGE_FUNCTION].flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(([, a, b, c]) => (a ?? b ?? c ?? '').trim()),
  );
  return addresses.filter((address) => !address.startsWith('#'));
}
