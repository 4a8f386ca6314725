import { tokenize, tokenTypes } from 'css-tree/tokenizer';
import type { Random } from './random.ts';
import { OUTSIDE, PRIVATE } from './words.ts';

/** White space and comments, which mean the same between most tokens. */
const GAPS = [' ', '  ', '\t', '\n', '\r\n', '\r', '\f', '/**/', `/*${PRIVATE}*/`, ' /* ; } */ '];

/** Another legal spelling of a value: escapes, case, comments, white space, missing closers. */
export function respell(random: Random, css: string): string {
  let text = '';
  const density = random.pick([0.05, 0.2, 0.5]);
  tokenize(css, (type, start, end) => {
    const raw = css.slice(start, end);
    text += random.chance(density) ? respellToken(random, type, raw) : raw;
    if (random.chance(density / 3) && type !== tokenTypes.Function) text += random.pick(GAPS);
  });
  if (random.chance(0.1)) text = random.pick(GAPS) + text;
  if (random.chance(0.1)) text = text.replace(/[)"']+$/, '');
  return text;
}

function respellToken(random: Random, type: number, raw: string): string {
  switch (type) {
    case tokenTypes.Ident:
    case tokenTypes.Function:
      return random.chance(0.5) ? mixCase(random, raw) : escapeOne(random, raw);
    case tokenTypes.Dimension:
    case tokenTypes.Hash:
    case tokenTypes.AtKeyword:
      return random.chance(0.6) ? mixCase(random, raw) : escapeLast(random, raw);
    case tokenTypes.Url:
      return respellUrl(random, raw.slice(4, -1));
    case tokenTypes.String:
      return random.pick([raw, `'${raw.slice(1, -1)}'`, escapeOne(random, raw)]);
    case tokenTypes.WhiteSpace:
      return random.pick(GAPS);
    case tokenTypes.Number:
      return random.pick([raw, `+${raw}`.replace('+-', '-'), `${raw}e0`.replace(/(e.*)e0$/, '$1')]);
    default:
      return raw;
  }
}

function mixCase(random: Random, text: string): string {
  return random.pick([
    text.toUpperCase(),
    text.replace(/[a-z]/g, (letter) => (random.chance(0.5) ? letter.toUpperCase() : letter)),
  ]);
}

/** One letter as an escape, in one of its spellings. */
function escapeOne(random: Random, text: string): string {
  const places = [...text.matchAll(/[a-z]/gi)].map(({ index }) => index);
  return places.length === 0 ? text : escapeAt(random, text, random.pick(places));
}

function escapeLast(random: Random, text: string): string {
  return /[a-z]$/i.test(text) ? escapeAt(random, text, text.length - 1) : text;
}

function escapeAt(random: Random, text: string, at: number): string {
  const letter = text.charAt(at);
  const hex = letter.charCodeAt(0).toString(16);
  const spelled = random.pick([
    `\\${hex} `,
    `\\${hex.padStart(6, '0')}`,
    `\\${hex.toUpperCase().padStart(4, '0')}\t`,
    `\\${hex}\n`,
    `\\${hex}\r\n`,
    // A letter beyond the hexadecimal ones stands for itself.
    /[g-z]/i.test(letter) ? `\\${letter}` : `\\${hex}\f`,
  ]);
  return text.slice(0, at) + spelled + text.slice(at + 1);
}

function respellUrl(random: Random, address: string): string {
  const id = address.replace(/^#/, '');
  const name = random.pick(['url', 'URL', 'u\\72l', '\\75 rl', 'ur\\l', 'Ur\\00006c', 'src']);
  const inner = random.pick([
    `#${id}`,
    `"#${id}"`,
    `'#${id}'`,
    ` #${id} `,
    `\n"#${id}"\t`,
    `\\23 ${id}`,
    `"\\23 ${id}"`,
    `"#\\\n${id}"`,
    `"#\\\r${id}"`,
    `#%${id.charCodeAt(0).toString(16)}${id.slice(1)}`,
    `\ufeff#${id}`,
    `"\u00a0#${id}"`,
    `"#${id}`,
    `x.svg#${id}`,
    `"${OUTSIDE}#${id}"`,
    OUTSIDE,
  ]);
  return `${name}(${inner})`;
}

/** What is not legal where it stands, and what other parsers take for something else. */
const JUNK = [
  ...[
    '\r',
    '\f',
    '\0',
    '\ufeff',
    '\u00a0',
    '\u2028',
    '\u200b',
    '\\\n',
    '\\\r',
    '\\',
    '\x0b',
    '\x1f',
  ],
  ...[
    '"',
    "'",
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ';',
    ';;',
    ',',
    ':',
    '!',
    '!important',
    '! IMPORTANT',
  ],
  ...[
    '/*',
    '*/',
    '<!--',
    '-->',
    '</style>',
    '<b>TEXT</b>',
    ']]>',
    '{{1+1}}',
    '<%=x%>',
    '\u0024{x}',
  ],
  ...[`${PRIVATE}`, `-${PRIVATE}-x(1)`, `"${PRIVATE}"`, `#${PRIVATE}`, '@x', '#', 'U+26', '\\0 '],
  ...[`url(${OUTSIDE})`, `url("${OUTSIDE}`, `;background:url(${OUTSIDE});`, `src("${OUTSIDE}")`],
  ...[`image-set("${OUTSIDE}" 1x)`, 'attr(data-x)', 'env(x)', 'expression(1)', 'var(--a', '\ud800'],
  ...[`}*{fill:url(${OUTSIDE})}`, `@import "${OUTSIDE}";`, '\udbff\udfff', '&', '%', '\\110000 '],
  ...[
    'é',
    '\u202e',
    'constructor',
    '__proto__',
    'javascript:fetch(1)',
    '1e999',
    '-Infinity',
    'NaN',
  ],
];

/** The value with something wrong in it. */
export function spoil(random: Random, css: string): string {
  const at = random.below(css.length + 1);
  switch (random.below(4)) {
    case 0:
      return css.slice(0, at) + css.slice(at + 1 + random.below(3));
    case 1:
      return random.pick(JUNK) + css + random.pick(JUNK);
    default:
      return css.slice(0, at) + random.pick(JUNK) + css.slice(at);
  }
}
