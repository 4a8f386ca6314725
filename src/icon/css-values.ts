/** Reading of CSS values without a parser: enough for attributes, which are short. */

/** The declarations of a `style` attribute. Semicolons inside quotes and brackets do not part. */
export function splitDeclarations(style: string): readonly string[] {
  const declarations: string[] = [];
  let [start, at, depth] = [0, 0, 0];
  while (at < style.length) {
    const text = partAt(style, at);
    if (text === '(' || /^url\(/i.test(text)) depth += text.endsWith(')') ? 0 : 1;
    else if (text === ')') depth = Math.max(0, depth - 1);
    else if (text === ';' && depth === 0) {
      declarations.push(style.slice(start, at));
      start = at + 1;
    }
    at += text.length;
  }
  declarations.push(style.slice(start));
  return declarations.map((part) => part.trim()).filter((part) => part !== '');
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

const COMMENT = /\/\*[\s\S]*?(?:\*\/|$)/y;
/** A string ends with its line; what comes after it is read as CSS again. */
const STRING = /"(?:\\[\s\S]|[^"\\\n\r\f])*"|'(?:\\[\s\S]|[^'\\\n\r\f])*'/y;
const WORD = /(?:[-\w\u0080-\uffff]|\\(?:[0-9a-f]{1,6}\s?|[^\n\r\f]))+/iy;
const URL_REST =
  /\(\s*(?:("(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*')\s*\)|((?:\\[\s\S]|[^)\\])*)(?:\)|$))/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A comment, a string, a whole `url(…)`, a word or one character. */
export function partAt(text: string, at: number): string {
  const whole = matchAt(COMMENT, text, at) ?? matchAt(STRING, text, at);
  if (whole) return whole[0];
  const word = matchAt(WORD, text, at)?.[0];
  if (word === undefined) return text.charAt(at);
  if (unescapeCss(word).toLowerCase() !== 'url') return word;
  return word + (matchAt(URL_REST, text, at + word.length)?.[0] ?? '');
}

/** CSS without its comments, which can hold anything. */
export function withoutComments(css: string): string {
  if (!css.includes('/*')) return css;
  let kept = '';
  for (let at = 0; at < css.length; ) {
    const part = partAt(css, at);
    kept += part.startsWith('/*') ? ' ' : part;
    at += part.length;
  }
  return kept.trim();
}
