/** Characters at the start of a file that are searched: tools write names before shapes. */
const HEAD_LENGTH = 20_000;
const START_TAG = /<svg\b(?:[^>"']|"[^"]*"|'[^']*')*>/i;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/**
 * Names that a design tool wrote into a source, in order of trust: its title, the name of the
 * document, and the ids of its root and of the first group.
 */
export function namesInSource(bytes: Uint8Array): readonly string[] {
  const head = Buffer.from(bytes)
    .toString('utf8', 0, HEAD_LENGTH)
    .replace(/<!--[\s\S]*?-->/g, '');
  const [root = ''] = START_TAG.exec(head) ?? [];
  const [, title = ''] = /<title\b[^>]*>([^<]*)<\/title>/i.exec(head) ?? [];
  const [, group = ''] = /<g\b[^>]*?\sid\s*=\s*["']([^"']*)["']/.exec(head) ?? [];
  const document = attributeIn(root, 'sodipodi:docname');
  const ids = [attributeIn(root, 'id'), group].filter(isTelling);
  return [title, document, ...ids].map(decodeText).filter((name) => name !== '');
}

function attributeIn(tag: string, name: string): string {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? '';
}

/** Ids that programs make up are short, or end in digits. */
function isTelling(id: string): boolean {
  return /\p{L}{3}/u.test(id) && !/\d$/.test(id);
}

function decodeText(text: string): string {
  return text
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
