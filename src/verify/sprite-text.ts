/** Parsed text of a sprite file. */
export interface SpriteText {
  readonly text: string;
  /** Text of each outer symbol by its id. */
  readonly symbols: ReadonlyMap<string, string>;
  /**
   * True if each symbol draws the same without the others: there is nothing but the symbols, and no
   * duplicate id.
   */
  readonly isSeparable: boolean;
}

const TAG = /<(\/?)([a-zA-Z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const ID = /\sid\s*=\s*("[^"]*"|'[^']*')/;
/** Text that a build writes around symbols. */
const ROOT = /^\s*<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg">\s*<\/svg>\s*$/;

/** Finds the symbols in the text of a sprite. */
export function parseSprite(text: string): SpriteText {
  const symbols = new Map<string, string>();
  const ids = new Set<string>();
  let isSeparable = true;
  let depth = 0;
  let [start, end, id, outside] = [0, 0, '', ''];
  for (const { 0: tag, 1: slash, 2: name, 3: attributes = '', index } of text.matchAll(TAG)) {
    const idValue = idOf(attributes);
    if (idValue !== undefined) {
      if (ids.has(idValue)) isSeparable = false;
      ids.add(idValue);
    }
    if (name !== 'symbol') continue;
    const isEmpty = attributes.endsWith('/');
    if (slash === '' && depth === 0) {
      [start, id] = [index, idValue ?? ''];
      outside += text.slice(end, start);
    }
    if (!isEmpty) depth += slash === '' ? 1 : -1;
    if (depth > 0) continue;
    end = index + tag.length;
    if (!symbols.has(id)) symbols.set(id, text.slice(start, end));
  }
  outside += text.slice(end);
  return { text, symbols, isSeparable: isSeparable && depth === 0 && ROOT.test(outside) };
}

/** Sprite of some of the symbols; the whole sprite if they cannot be separated. */
export function sliceSprite(
  { text, symbols, isSeparable }: SpriteText,
  ids: readonly string[],
): string {
  if (!isSeparable) return text;
  const parts = ids.map((id) => symbols.get(id) ?? '');
  return `<svg xmlns="http://www.w3.org/2000/svg">${parts.join('')}</svg>`;
}

function idOf(attributes: string): string | undefined {
  if (!attributes.includes('id')) return undefined;
  // Values of other attributes may contain text that looks like an id.
  for (const [pair] of attributes.matchAll(/\s[\w:-]+\s*=\s*("[^"]*"|'[^']*')/g)) {
    const id = ID.exec(pair)?.[1];
    if (id !== undefined && pair.search(ID) === 0) return id.slice(1, -1);
  }
  return undefined;
}
