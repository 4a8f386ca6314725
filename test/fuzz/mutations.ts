import { PRESENTATION_ATTRIBUTES, PROPERTIES } from '../../src/svg/css/properties.ts';
import { attributeValueOf } from './attribute-values.ts';
import { cssValueOf } from './grammar-values.ts';
import { content, quoted, type StartTag, startTags, withAttribute, withChild } from './markup.ts';
import type { Random } from './random.ts';
import { respell, spoil } from './spelling.ts';
import { OUTSIDE, PRIVATE } from './words.ts';

/** Changes one text, with what it likes of another one. */
export type Mutation = (random: Random, svg: string, other: string) => string;

const PROPERTY_NAMES = [...PROPERTIES.keys()];
const PRESENTATION = [...PRESENTATION_ATTRIBUTES];
const PREFIXED = ['-webkit-mask', '-webkit-clip-path', '-webkit-filter', '-WEBKIT-animation'];
const UNKNOWN = [
  'background',
  'content',
  'behavior',
  `-${PRIVATE}-x`,
  `--${PRIVATE}`,
  'constructor',
];
const ATTRIBUTE_NAMES = (
  'x y x1 y2 r rx width height dx offset pathLength rotate transform gradientTransform ' +
  'patternTransform d points viewBox preserveAspectRatio orient refX gradientUnits spreadMethod ' +
  'systemLanguage xml:space href xlink:href class id in in2 result values tableValues type mode ' +
  'operator stdDeviation order kernelMatrix dur begin end from to by keyTimes keySplines ' +
  `attributeName repeatCount fill calcMode media lang title role on${PRIVATE} data-${PRIVATE} ` +
  'requiredExtensions requiredFeatures tabindex xml:base xml:lang'
).split(' ');

/** A value as its grammar has it, in some spelling, or with something wrong in it. */
function written(random: Random, legal: string): string {
  const spelled = random.chance(0.6) ? respell(random, legal) : legal;
  return random.chance(0.35) ? spoil(random, spelled) : spelled;
}

function anyProperty(random: Random): string {
  return random.pick(random.chance(0.9) ? PROPERTY_NAMES : [...PREFIXED, ...UNKNOWN]);
}

function declaration(random: Random): string {
  const property = anyProperty(random);
  const value = written(random, cssValueOf(random, property.replace(/^-webkit-/i, '')));
  const name = random.chance(0.2) ? respell(random, property) : property;
  return `${name}${random.pick([':', ' :', ':/**/', ': '])}${value}${random.pick(['', '', '', '!important', ' ! IMPORTANT'])}`;
}

function declarations(random: Random): string {
  const count = 1 + random.below(3);
  const custom = random.chance(0.2) ? `--a:${written(random, cssValueOf(random, 'fill'))};` : '';
  const list = Array.from({ length: count }, () => declaration(random)).join(
    random.pick([';', '; ', ';;', ' ;\n']),
  );
  return random.pick(['', ';', ' ']) + custom + list + random.pick(['', ';', ';;', '}']);
}

const SELECTORS = [
  ...['path', '*', 'g > path', '.a', `.${PRIVATE}-c`, `#${PRIVATE}-id`, '#a', ':root', 'svg *'],
  ...[
    'path:hover',
    '.a:not(.b)',
    ':is(path,.a)',
    '[d]',
    `[class^="${PRIVATE}"]`,
    'path+g',
    'P\\61th',
  ],
  ...['path:nth-child(2n+1)', 'body', 'path::before', ':host', '& path', '.\\61 ', `.\\${PRIVATE}`],
];

function rule(random: Random): string {
  const block = declarations(random);
  const selector = random.chance(0.15)
    ? spoil(random, random.pick(SELECTORS))
    : random.pick(SELECTORS);
  const plain = `${selector}{${block}}`;
  switch (random.below(10)) {
    case 0:
      return `@media ${random.pick(['screen', 'all', 'print', `(${PRIVATE})`, '(min-width:1px)'])}{${plain}}`;
    case 1:
      return `@supports ${random.pick([`(${declaration(random)})`, `not (fill:${PRIVATE})`, 'selector(a)'])}{${plain}}`;
    case 2:
      return `@keyframes ${random.pick(['spin', `${PRIVATE}-spin`, `"${PRIVATE}"`])}{from{${block}}50%{${declaration(random)}}to{${declaration(random)}}}path{animation:${PRIVATE}-spin 1s}`;
    case 3:
      return `${selector}{${block};${random.pick(['&:hover', '& path', 'path', '@media all'])}{${declarations(random)}}}`;
    case 4:
      return `@layer ${PRIVATE}${random.pick(['', '.a', ',b'])}${random.pick(['', ';@layer b'])}{${plain}}`;
    case 5:
      return random.pick([
        `@import "${OUTSIDE}";${plain}`,
        `@font-face{font-family:${PRIVATE};src:url(${OUTSIDE})}${plain}`,
        `@property --a{syntax:"<color>";inherits:true;initial-value:red}${plain}`,
        `@container ${PRIVATE} (width>1px){${plain}}`,
        `@scope(.a) to (${PRIVATE}){${plain}}`,
        `@starting-style{${plain}}`,
        `@${PRIVATE} x{${plain}}`,
        `@charset "${PRIVATE}";${plain}`,
      ]);
    default:
      return plain;
  }
}

/** An attribute or a presentation attribute with a value of its grammar. */
const setAttribute: Mutation = (random, svg) => {
  const tag = anyTag(random, svg);
  if (!tag) return svg;
  const isPresentation = random.chance(0.6);
  const name = random.pick(isPresentation ? PRESENTATION : ATTRIBUTE_NAMES);
  const legal = isPresentation
    ? cssValueOf(random, name)
    : attributeValueOf(random, tag.name, name);
  return withAttribute(svg, tag, { name, written: quoted(random, written(random, legal)) });
};

const setStyle: Mutation = (random, svg) => {
  const tag = anyTag(random, svg);
  const style = quoted(random, declarations(random));
  return tag ? withAttribute(svg, tag, { name: 'style', written: style }) : svg;
};

const addSheet: Mutation = (random, svg) => {
  const tag = random.chance(0.7) ? startTags(svg)[0] : anyTag(random, svg);
  if (!tag) return svg;
  const rules = Array.from({ length: 1 + random.below(3) }, () => rule(random)).join('');
  const sheet = random.chance(0.15) ? spoil(random, rules) : rules;
  const type = random.pick(['', '', ' type="text/css"', ' media="all"', ` title="${PRIVATE}"`]);
  return withChild(svg, tag, `<style${type}>${content(random, sheet)}</style>`);
};

const ANIMATED = [
  ...PRESENTATION,
  'x',
  'd',
  'points',
  'transform',
  'width',
  'r',
  'viewBox',
  'href',
];
const ANIMATIONS = ['animate', 'set', 'animateTransform', 'animateMotion', 'animateColor'];

const addAnimation: Mutation = (random, svg) => {
  const tag = anyTag(random, svg);
  if (!tag) return svg;
  const name = random.pick(ANIMATIONS);
  const target = random.pick(ANIMATED);
  const value = () =>
    quoted(
      random,
      written(
        random,
        PROPERTIES.has(target) ? cssValueOf(random, target) : attributeValueOf(random, '', target),
      ),
    );
  const list = `${value().slice(0, -1)};${value().slice(1)}`;
  const values = random.pick([
    ` values=${list}`,
    ` to=${value()}`,
    ` from=${value()} to=${value()}`,
  ]);
  const when = random.pick(['', ' dur="1s"', ` begin="${PRIVATE}-id.click+1s"`, ' begin="a.end"']);
  return withChild(svg, tag, `<${name} attributeName="${target}"${values}${when}/>`);
};

/** The whole text as an image of itself, in one of the encodings of data URLs. */
const nest: Mutation = (random, svg, other) => {
  const tag = startTags(svg)[0];
  if (!tag) return svg;
  const inner = random.chance(0.5) ? svg : other;
  const data = random.pick([
    () => `data:image/svg+xml,${encodeURIComponent(inner.replace(/\p{Surrogate}/gu, '?'))}`,
    () => `data:image/svg+xml;base64,${Buffer.from(inner).toString('base64')}`,
    () => `DATA:image/svg+xml;charset=utf-8,${inner.replace(/[%#"]/g, encodeURIComponent)}`,
    () => `data:image/svg+xml;utf8,${inner}`,
    () =>
      ` data:image/SVG+xml;charset="${PRIVATE}",${encodeURIComponent(inner.replace(/\p{Surrogate}/gu, '?'))}`,
  ])();
  const name = random.pick(['href', 'href', 'xlink:href']);
  const image = `<image width="24" height="24" ${name}=${quoted(random, data)}/>`;
  if (random.chance(0.5)) return withChild(svg, tag, image);
  const xlink = ' xmlns:xlink="http://www.w3.org/1999/xlink"';
  return `<svg xmlns="http://www.w3.org/2000/svg"${xlink} viewBox="0 0 24 24">${image}</svg>`;
};

/** A value by way of an entity. */
const addEntity: Mutation = (random, svg) => {
  const tag = anyTag(random, svg);
  if (!tag || svg.includes('<!DOCTYPE')) return svg;
  const name = random.pick(PRESENTATION);
  const value = written(random, cssValueOf(random, name)).replace(/[<&%"]/g, '');
  const changed = withAttribute(svg, tag, { name, written: '"&e;"' }).replace(/^<\?xml.*?\?>/, '');
  return `<!DOCTYPE svg [<!ENTITY e "${value}"><!ENTITY ${PRIVATE} "${PRIVATE}">]>${changed}`;
};

/** What authors leave behind. */
const addPrivate: Mutation = (random, svg) => {
  const tag = anyTag(random, svg);
  const words = random.pick([
    `<!--${PRIVATE}-->`,
    `<title>${PRIVATE}</title>`,
    `<desc>${PRIVATE}</desc>`,
    `<metadata><x>${PRIVATE}</x></metadata>`,
    `<?${PRIVATE} x?>`,
    `<g id="${PRIVATE}-layer" class="${PRIVATE}-c a"><path id="a" d="M1 1h9v9z"/></g>`,
    `<linearGradient id="${PRIVATE}-id"><stop offset="0" stop-color="red"/></linearGradient>`,
    `<filter id="b"><feFlood result="${PRIVATE}"/><feOffset in="${PRIVATE}"/></filter>`,
    `${PRIVATE}`,
    `<${PRIVATE}>${PRIVATE}</${PRIVATE}>`,
  ]);
  return tag && tag.name !== 'style' && !/^t(ext|span)/.test(tag.name)
    ? withChild(svg, tag, words)
    : svg;
};

/** An element or an attribute of the other text. */
const graft: Mutation = (random, svg, other) => {
  const tag = anyTag(random, svg);
  const from = anyTag(random, other);
  if (!tag || !from) return svg;
  if (random.chance(0.5)) {
    const elements = other.match(/<([\w:]+)[^<>]*(?:\/>|>[^<]*<\/\1>)/g) ?? [''];
    return withChild(svg, tag, random.pick(elements));
  }
  const [, name, value] =
    /\s([\w:-]+)\s*=\s*("[^"]*"|'[^']*')/.exec(
      from.attributes.slice(random.below(from.attributes.length)),
    ) ?? [];
  return name && value ? withAttribute(svg, tag, { name, written: value }) : svg;
};

/** Wraps, doubles, or moves elements, so that references meet strange targets. */
const restructure: Mutation = (random, svg) => {
  const [root] = startTags(svg);
  if (!root || root.isEmpty) return svg;
  const end = svg.lastIndexOf('</');
  if (end < root.end) return svg;
  const inner = svg.slice(root.end, end);
  const around = random.pick([
    ['<g opacity=".5">', '</g>'],
    ['<defs>', '</defs><use href="#a"/>'],
    [`<symbol id="${PRIVATE}-id">`, `</symbol><use href="#${PRIVATE}-id" width="9"/>`],
    ['<switch>', '</switch>'],
    ['<svg x="2" viewBox="0 0 9 9">', '</svg>'],
    ['<mask id="a">', '</mask><path mask="url(#a)" d="M0 0h9v9z"/>'],
    ['<clipPath id="a">', '</clipPath><g clip-path="url(#a)"><path d="M0 0h9v9z"/></g>'],
    ['<pattern id="a" width="9" height="9">', '</pattern><path fill="url(#a)" d="M0 0h9v9z"/>'],
    ['<marker id="a">', '</marker><path marker-end="url(#a)" d="M0 0h9v9z"/>'],
    ['<a href="javascript:fetch(1)">', '</a>'],
  ]);
  return svg.slice(0, root.end) + around[0] + inner + around[1] + svg.slice(end);
};

/** Broken at any place. */
const damage: Mutation = (random, svg) => spoil(random, svg);

const MUTATIONS: readonly Mutation[] = [
  ...[setAttribute, setAttribute, setAttribute, setAttribute, setStyle, setStyle, addSheet],
  ...[addSheet, addAnimation, nest, addEntity, addPrivate, graft, graft, restructure],
];

/** One of the mutations; now and then one that leaves broken XML. */
export const mutate: Mutation = (random, svg, other) =>
  (random.chance(0.03) ? damage : random.pick(MUTATIONS))(random, svg, other);

function anyTag(random: Random, svg: string): StartTag | undefined {
  const tags = startTags(svg);
  return tags.length === 0 ? undefined : random.pick(tags);
}
