/** Element of an icon, or text inside one. */
export type MarkupNode = MarkupElement | string;

/** Element of an icon. Values of attributes and texts are unescaped. */
interface MarkupElement {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly MarkupNode[];
}

const TAG = /<(\/?)([^\s/>]+)((?:\s+[^\s=>]+="[^"]*")*)\s*(\/?)>|<!\[CDATA\[(.*?)\]\]>|([^<]+)/gs;
const ATTRIBUTE = /([^\s=]+)="([^"]*)"/g;

/** Parses content of a symbol as iconloom writes it: all elements closed, all values in double quotes. */
export function parseMarkup(markup: string): readonly MarkupNode[] {
  const root: MarkupNode[] = [];
  const open: MarkupNode[][] = [root];
  for (const [, close, name, attributes = '', selfClose, cdata, text] of markup.matchAll(TAG)) {
    const siblings = open.at(-1) as MarkupNode[];
    if (name === undefined) {
      siblings.push(cdata ?? unescapeXml(text ?? ''));
      continue;
    }
    if (close) {
      open.pop();
      continue;
    }
    const children: MarkupNode[] = [];
    siblings.push({ name, attributes: parseAttributes(attributes), children });
    if (!selfClose) open.push(children);
  }
  return root;
}

/** Parses attributes of a tag: ` fill="none" stroke="currentColor"`. */
export function parseAttributes(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [
    name,
    unescapeXml(value),
  ]);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
  ] as const),
]);

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}
