import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

/*
 * Drawings that mean harm, and broken ones: trees put together from parts that act, leak or break
 * parsers, and the vectors of `fixtures/hostile` torn up and mixed. Whatever tells of a leak holds
 * one of the words that the lab in `browser/` looks for.
 */

const OUTSIDE = 'https://leak.invalid/x';
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const URLS = [
  ...['#a', '#b', '#', '', ' #a ', `${OUTSIDE}#a`, '//leak.invalid/x', 'leak.invalid.svg#a'],
  ...['javascript:fetch(1)', ' java\tscript:fetch(1)', 'vbscript:x', 'data:text/html,<b>TEXT</b>'],
  ...['data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="fetch(1)"/>', PIXEL],
  ...['&#106;avascript:fetch(1)', 'file:///SECRET', 'blob:SECRET', '\\\\leak.invalid\\x'],
] as const;

const CSS_VALUES = [
  ...['red', '#00f', 'none', 'currentColor', 'inherit', 'url(#a)', "url('#b')", 'url( "#a" ) red'],
  ...[`url(${OUTSIDE})`, `url('${OUTSIDE}`, `u\\72l(${OUTSIDE})`, `url/**/(${OUTSIDE})`],
  ...[`image-set("${OUTSIDE}" 1x)`, `image(${OUTSIDE})`, `src("${OUTSIDE}")`, 'attr(data-x)'],
  ...['var(--a)', `var(--a, url(${OUTSIDE}))`, 'env(x)', 'expression(fetch(1))', '"SECRET"', "'"],
  ...[
    'calc(1px + 2px)',
    'rgb(1 2 3',
    'light-dark(red,blue)',
    ')',
    '}',
    '/*',
    '*/',
    '\\',
    '\\0 ',
    '!important',
  ],
] as const;

const PROPERTIES = [
  ...['fill', 'stroke', 'filter', 'mask', 'clip-path', 'marker-end', 'cursor', 'font', 'content'],
  ...['--a', 'background', 'behavior', '-moz-binding', 'transform', 'display', 'all'],
  ...['position', 'opacity', 'f\\69ll', 'FILL', 'animation', 'src', 'mix-blend-mode', 'd'],
] as const;

const SELECTORS = [
  ...[
    'path',
    '.a',
    '#a',
    '*',
    ':root',
    'svg',
    ':root *',
    'svg ~ *',
    'body',
    'html .a',
    ':is(body,.a)',
  ],
  ...[
    '.a:hover',
    '.a:has(.b)',
    'a:not(',
    ':where(*)',
    '::before',
    '[data-x^="SECRET"]',
    '&',
    '>.a',
  ],
  ...['.a,body', ':host', ':nth-child(2 of *)', '%', '.\\62', 'g>path', '.a+.b', '@', '.a{}.b'],
] as const;

const AT_RULES = [
  ...[
    `@import "${OUTSIDE}";`,
    `@import url(${OUTSIDE});`,
    '@namespace x "y";',
    '@charset "SECRET";',
  ],
  ...[
    '@media screen{',
    '@media (SECRET){',
    '@supports (fill:red){',
    '@layer SECRET{',
    '@scope{',
    '@keyframes SECRET{',
  ],
  ...[
    '@font-face{font-family:SECRET;src:',
    '@page{',
    '@property --a{',
    '@\\69mport "//leak.invalid";',
    '@container x{',
  ],
] as const;

const WORDS = [
  ...['a', 'b', 'a b', 'SECRET', 'SECRET.path', '1', '0 0 24 24', '10', '50%', '-1e3', 'nan', ''],
  ...[
    'a.click',
    'SECRET.begin+1s',
    'accessKey(SECRET)',
    'indefinite',
    '1s',
    '0;1',
    'location',
    '__proto__',
  ],
  ...[
    'translate(1 2)',
    'rotate(',
    'M0 0h24v24z',
    'M0',
    'objectBoundingBox',
    '</symbol>',
    '"><b>TEXT</b>',
    '\u202e',
    '\u0000',
  ],
] as const;

const ELEMENTS = [
  ...[
    'g',
    'path',
    'rect',
    'use',
    'image',
    'symbol',
    'svg',
    'defs',
    'clipPath',
    'mask',
    'pattern',
    'filter',
    'feImage',
  ],
  ...[
    'feBlend',
    'feFlood',
    'feGaussianBlur',
    'linearGradient',
    'stop',
    'marker',
    'switch',
    'text',
    'tspan',
    'textPath',
  ],
  ...[
    'set',
    'animate',
    'animateTransform',
    'animateMotion',
    'mpath',
    'a',
    'view',
    'script',
    'style',
    'foreignObject',
  ],
  ...[
    'title',
    'desc',
    'metadata',
    'iframe',
    'handler',
    'listener',
    'noscript',
    'math',
    'x:script',
    'svg:path',
    'svg:style',
  ],
  ...[
    'h:img',
    'h:body',
    'SCRIPT',
    'ForeignObject',
    'template',
    'p',
    'font',
    'font-face-uri',
    'cursor',
    'discard',
    'i:pgf',
  ],
] as const;

const ATTRIBUTES = [
  ...[
    'id',
    'class',
    'fill',
    'stroke',
    'd',
    'x',
    'width',
    'height',
    'transform',
    'opacity',
    'filter',
    'mask',
    'clip-path',
  ],
  ...[
    'href',
    'xlink:href',
    'x:href',
    'src',
    'xml:base',
    'xml:lang',
    'xml:space',
    'style',
    'onclick',
    'onload',
    'ONLOAD',
  ],
  ...[
    'on',
    'data-x',
    'aria-label',
    'role',
    'tabindex',
    'attributeName',
    'to',
    'from',
    'by',
    'values',
    'begin',
    'end',
    'dur',
  ],
  ...[
    'result',
    'in',
    'in2',
    'viewBox',
    'systemLanguage',
    'requiredExtensions',
    'target',
    'ping',
    'is',
    'slot',
    'part',
  ],
  ...[
    'lang',
    'name',
    'type',
    'media',
    'font-family',
    'marker-end',
    'cursor',
    'points',
    'stdDeviation',
    'offset',
    'n:SECRET',
  ],
] as const;

const DECLARATION = fc
  .tuple(
    fc.constantFrom(...PROPERTIES),
    fc.array(fc.constantFrom(...CSS_VALUES), { minLength: 1, maxLength: 3 }),
  )
  .map(([property, values]) => `${property}:${values.join(' ')}`);

const BLOCK = fc.array(DECLARATION, { maxLength: 3 }).map((all) => all.join(';'));

const RULE = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...SELECTORS), BLOCK)
      .map(([selector, block]) => `${selector}{${block}}`),
  },
  fc.constantFrom(...AT_RULES),
  fc.constantFrom('}', '<!--', '-->', '/*', '*/', ']]>', '{', '&lt;/style&gt;', '\\'),
);

const SHEET = fc.array(RULE, { maxLength: 5 }).map((rules) => rules.join(''));

const VALUE = fc.oneof(
  fc.constantFrom(...URLS),
  fc.constantFrom(...CSS_VALUES),
  fc.constantFrom(...WORDS),
  BLOCK,
  fc.constantFrom(...PROPERTIES, 'href', 'xlink:href', 'onclick', 'class', 'x:href'),
);

const escaped = (text: string) =>
  text
    .replace(/&(?!#\d+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');

const ATTRIBUTE = fc
  .tuple(fc.constantFrom(...ATTRIBUTES), VALUE)
  .map(([name, value]) => [name, ` ${name}="${escaped(value)}"`] as const);

const ATTRIBUTES_OF_ONE = fc
  .uniqueArray(ATTRIBUTE, { maxLength: 5, selector: ([name]) => name })
  .map((all) => all.map(([, text]) => text).join(''));

const JUNK = fc.oneof(
  fc.constantFrom(
    'TEXT',
    '<!--SECRET-->',
    '<![CDATA[<b onclick="fetch(1)">TEXT</b>]]>',
    '<?xml-stylesheet href="//leak.invalid/"?>',
  ),
  fc.constantFrom(
    '&e;',
    '&#60;script&#62;',
    '&amp;lt;',
    ' ',
    '\n',
    '</style>',
    '<!--><script>fetch(1)</script>-->',
    '\u0000',
  ),
);

const { content } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc.oneof(
    { depthSize: 'small' },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...ELEMENTS), ATTRIBUTES_OF_ONE)
        .map(([name, attributes]) => `<${name}${attributes}/>`),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...ELEMENTS), ATTRIBUTES_OF_ONE, tie('content'))
        .map(([name, attributes, inner]) => `<${name}${attributes}>${inner}</${name}>`),
    },
    { weight: 1, arbitrary: SHEET.map((css) => `<style>${css.replaceAll('<', '&lt;')}</style>`) },
    {
      weight: 1,
      arbitrary: SHEET.map((css) => `<style><![CDATA[${css.replaceAll(']]>', '')}]]></style>`),
    },
  ),
  content: fc
    .array(fc.oneof({ weight: 7, arbitrary: tie('element') }, { weight: 1, arbitrary: JUNK }), {
      maxLength: 4,
    })
    .map((parts) => parts.join('')),
}));

const NAMESPACES =
  'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:svg="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:n="SECRET" xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/"';

const HEAD = fc.constantFrom(
  '',
  '',
  '<?xml version="1.0"?><?xml-stylesheet href="//leak.invalid/x.css"?>',
  "<!DOCTYPE svg [<!ENTITY e \"<path onclick='fetch(1)' d='M0 0h9v9'/>\">]>",
  '<!DOCTYPE svg [<!ENTITY e "TEXT"><!ATTLIST path onclick CDATA "fetch(1)">]>',
);

/** A tree of parts of any kind around one shape. */
const TREE: fc.Arbitrary<string> = fc
  .tuple(HEAD, ATTRIBUTES_OF_ONE, content)
  .map(
    ([head, root, body]) =>
      `${head}<svg ${NAMESPACES} viewBox="0 0 24 24"${root.replace(/ viewBox="[^"]*"/, '')}><path d="M4 4h9v9z"/>${body}</svg>`,
  );

const folder = new URL('../fixtures/hostile/', import.meta.url);
const VECTORS: readonly string[] = readdirSync(folder)
  // What they hold for the HTML parser is mere data for any other.
  .filter((file) => !file.startsWith('mutate-'))
  .sort()
  .map((file) => readFileSync(new URL(file, folder), 'utf8'));

const TOKENS = [
  ...URLS,
  ...CSS_VALUES,
  ...SELECTORS,
  ...AT_RULES,
  ...WORDS,
  ...[
    '<',
    '>',
    '"',
    "'",
    '&',
    '/',
    '=',
    '{',
    '}',
    '(',
    ')',
    ':',
    ';',
    ']]>',
    '<!--',
    '-->',
    '<![CDATA[',
    '<?x ?>',
  ],
  ...[
    '<g>',
    '</g>',
    '<style>',
    '</style>',
    '<svg>',
    '</svg>',
    ' onload="fetch(1)"',
    '<script>fetch(1)</script>',
  ],
] as const;

type Mutation = (text: string, other: string) => string;

/** Places are shares of the text, so that they suit texts of any length. */
const PLACE = fc
  .nat({ max: 10_000 })
  .map((share) => (text: string) => Math.floor((share / 10_001) * (text.length + 1)));

const MUTATION: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(PLACE, fc.constantFrom(...TOKENS)).map(
    ([at, token]): Mutation =>
      (text) =>
        text.slice(0, at(text)) + token + text.slice(at(text)),
  ),
  fc.tuple(PLACE, fc.integer({ min: 1, max: 30 })).map(
    ([at, length]): Mutation =>
      (text) =>
        text.slice(0, at(text)) + text.slice(at(text) + length),
  ),
  fc.tuple(PLACE, PLACE, fc.integer({ min: 1, max: 200 })).map(
    ([at, from, length]): Mutation =>
      (text, other) =>
        text.slice(0, at(text)) +
        other.slice(from(other), from(other) + length) +
        text.slice(at(text)),
  ),
  // Whole elements and attributes of another one: what comes out is mostly well-formed.
  fc.tuple(fc.nat(), fc.nat()).map(
    ([at, from]): Mutation =>
      (text, other) => {
        const element = pick(other.match(/<([\w:]+)[^<>]*(?:\/>|>[^<]*<\/\1>)/g), from);
        const gaps = [...text.matchAll(/>/g)].map(({ index }) => index + 1).slice(1, -1);
        const gap = pick(gaps, at);
        return element === undefined || gap === undefined
          ? text
          : text.slice(0, gap) + element + text.slice(gap);
      },
  ),
  fc.tuple(fc.nat(), fc.nat()).map(
    ([at, from]): Mutation =>
      (text, other) => {
        const attribute = pick(other.match(/ [\w:-]+=(?:"[^"<]*"|'[^'<]*')/g), from);
        const gaps = [...text.matchAll(/<[\w:]+/g)].map(({ index, 0: tag }) => index + tag.length);
        const gap = pick(gaps, at);
        return attribute === undefined || gap === undefined
          ? text
          : text.slice(0, gap) + attribute + text.slice(gap);
      },
  ),
  PLACE.map(
    (at): Mutation =>
      (text) => {
        const index = Math.min(at(text), text.length - 1);
        return `${text.slice(0, index)}&#${text.charCodeAt(index)};${text.slice(index + 1)}`;
      },
  ),
);

function pick<T>(items: readonly T[] | null, at: number): T | undefined {
  return items?.[at % items.length];
}

/** A vector that was changed in a few places. */
const MUTANT: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...VECTORS),
    fc.constantFrom(...VECTORS),
    fc.array(MUTATION, { minLength: 1, maxLength: 4 }),
  )
  .map(([vector, other, mutations]) =>
    mutations.reduce((text, mutate) => mutate(text, other), vector),
  );

export const HOSTILE_DRAWING: fc.Arbitrary<string> = fc.oneof(TREE, MUTANT);
