/*
 * CSS properties that affect rendering, with the definitions of their values. Other properties are
 * removed, and so are values that do not match, like in a browser.
 * Source: SVG 2 and the CSS modules it names.
 */

const BOX_SIZE = 'auto | <extent> | min-content | max-content | fit-content | stretch';
/** Definition of positions of shapes, which need no unit in declarations either; so do radii. */
const COORDINATE = '<number> | <length> | <percentage>';
const RADIUS = '<number [0,∞]> | <length [0,∞]> | <percentage [0,∞]>';
const NAMES = '<keyframes-name>#';
const MASK_LAYERS = '<mask-layer>#';
const TIMES = '<time>#';

/** Paint, strokes and visibility. */
const PAINTING = {
  color: '<color>',
  'color-interpolation': 'auto | sRGB | linearRGB',
  'color-interpolation-filters': 'auto | sRGB | linearRGB',
  'color-rendering': 'auto | optimizeSpeed | optimizeQuality',
  fill: '<paint>',
  'fill-opacity': '<opacity>',
  'fill-rule': 'nonzero | evenodd',
  stroke: '<paint>',
  'stroke-dasharray': 'none | <dashes>',
  'stroke-dashoffset': '<distance> | <number>',
  'stroke-linecap': 'butt | round | square',
  'stroke-linejoin': 'miter | miter-clip | round | bevel | arcs',
  'stroke-miterlimit': '<number [0,∞]>',
  'stroke-opacity': '<opacity>',
  'stroke-width': '<length [0,∞]> | <percentage [0,∞]> | <number [0,∞]>',
  opacity: '<opacity>',
  'paint-order': 'normal | [ fill || stroke || markers ]',
  'vector-effect': 'none | non-scaling-stroke | non-scaling-size | non-rotation | fixed-position',
  'stop-color': '<color>',
  'stop-opacity': '<opacity>',
  'flood-color': '<color>',
  'flood-opacity': '<opacity>',
  'lighting-color': '<color>',
  'shape-rendering': 'auto | optimizeSpeed | crispEdges | geometricPrecision',
  'text-rendering': 'auto | optimizeSpeed | optimizeLegibility | geometricPrecision',
  'image-rendering':
    'auto | optimizeSpeed | optimizeQuality | smooth | high-quality | crisp-edges | pixelated',
  visibility: 'visible | hidden | collapse',
  display:
    'none | inline | block | contents | inline-block | list-item | flex | inline-flex | grid | inline-grid | table | inline-table | table-row | table-cell | flow-root | run-in | compact | marker',
  overflow: '[ visible | hidden | clip | scroll | auto | overlay ]{1,2}',
  'overflow-x': 'visible | hidden | clip | scroll | auto',
  'overflow-y': 'visible | hidden | clip | scroll | auto',
  'pointer-events':
    'auto | none | bounding-box | visiblePainted | visibleFill | visibleStroke | visible | painted | fill | stroke | all',
  cursor:
    'auto | default | none | context-menu | help | pointer | progress | wait | cell | crosshair | text | vertical-text | alias | copy | move | no-drop | not-allowed | grab | grabbing | all-scroll | col-resize | row-resize | n-resize | e-resize | s-resize | w-resize | ne-resize | nw-resize | se-resize | sw-resize | ew-resize | ns-resize | nesw-resize | nwse-resize | zoom-in | zoom-out',
  'color-scheme': 'normal | [ light | dark | only ]+',
  'forced-color-adjust': 'auto | none | preserve-parent-color',
  'print-color-adjust': 'economy | exact',
} as const;

/** Geometry and transforms. */
const GEOMETRY = {
  d: 'none | path( <string> )',
  x: COORDINATE,
  y: COORDINATE,
  cx: COORDINATE,
  cy: COORDINATE,
  r: RADIUS,
  rx: `auto | ${RADIUS}`,
  ry: `auto | ${RADIUS}`,
  width: BOX_SIZE,
  height: BOX_SIZE,
  transform: 'none | <transform-list>',
  'transform-origin':
    '[ left | center | right | top | bottom | <coordinate> ] | [ left | center | right | <coordinate> ] [ top | center | bottom | <coordinate> ] <length>? | [ [ center | left | right ] && [ center | top | bottom ] ] <length>?',
  'transform-box': 'fill-box | stroke-box | view-box | border-box | content-box',
  'transform-style': 'flat | preserve-3d',
  translate: 'none | <distance> [ <distance> <length>? ]?',
  rotate: 'none | <angle> | [ x | y | z | <number>{3} ] && <angle>',
  scale: 'none | [ <number> | <percentage> ]{1,3}',
  perspective: 'none | <length [0,∞]>',
  'perspective-origin': '<position>',
  'backface-visibility': 'visible | hidden',
  'will-change': 'auto | [ scroll-position | contents | transform | opacity | filter ]#',
  clip: 'auto | rect( [ <coordinate> | auto ]#{4} ) | rect( [ <coordinate> | auto ]{4} )',
  'object-fit': 'fill | none | contain | cover | scale-down',
  'object-position': '<position>',
} as const;

/** Layers and effects. */
const LAYERS = {
  filter: 'none | <filter-list>',
  'clip-path': 'none | <url-token> | [ <basic-shape> || <geometry-box> ]',
  'clip-rule': 'nonzero | evenodd',
  'mix-blend-mode': '<blend-mode>',
  isolation: 'auto | isolate',
  mask: MASK_LAYERS,
  'mask-type': 'luminance | alpha',
  'mask-image': '[ none | <image> ]#',
  'mask-mode': '<masking>#',
  'mask-repeat': '<repeat>#',
  'mask-position': '<position>#',
  'mask-clip': '[ <geometry-box> | no-clip ]#',
  'mask-origin': '<geometry-box>#',
  'mask-size': '<bg-size>#',
  'mask-composite': '<compositing>#',
  marker: 'none | <url-token>',
  'marker-start': 'none | <url-token>',
  'marker-mid': 'none | <url-token>',
  'marker-end': 'none | <url-token>',
} as const;

/** Motion. */
const MOTION = {
  animation: '<animation>#',
  'animation-name': NAMES,
  'animation-duration': '[ auto | <time [0,∞]> ]#',
  'animation-timing-function': '<easing>#',
  'animation-delay': TIMES,
  'animation-iteration-count': '<iterations>#',
  'animation-direction': '<direction>#',
  'animation-fill-mode': '<fill-mode>#',
  'animation-play-state': '<play-state>#',
  'animation-composition': '[ replace | add | accumulate ]#',
  transition: '<transition>#',
  'transition-property': '<animatable-property>#',
  'transition-duration': '<time [0,∞]>#',
  'transition-timing-function': '<easing>#',
  'transition-delay': TIMES,
  'transition-behavior': '[ normal | allow-discrete ]#',
  'offset-path':
    'none | <url-token> | [ ray( [ <angle> && [ closest-side | closest-corner | farthest-side | farthest-corner | sides ]? && contain? && [ at <position> ]? ] ) | <basic-shape> ] || <geometry-box>',
  'offset-distance': '<distance>',
  'offset-rotate': '[ auto | reverse ] || <angle>',
  'offset-anchor': 'auto | <position>',
  'offset-position': 'normal | auto | <position>',
} as const;

/** Text. */
const TEXT = {
  font: '[ [ <font-style> || [ normal | small-caps ] || <font-weight> || <font-stretch> ]? <font-size> [ / <line-height> ]? <family-name># ] | caption | icon | menu | message-box | small-caption | status-bar',
  'font-family': '<family-name>#',
  'font-feature-settings': 'normal | [ <string> [ <integer> | on | off ]? ]#',
  'font-kerning': 'auto | normal | none',
  'font-optical-sizing': 'auto | none',
  'font-size': '<font-size>',
  'font-size-adjust': 'none | from-font | <number [0,∞]>',
  'font-stretch': '<font-stretch> | <percentage [0,∞]>',
  'font-style': '<font-style>',
  'font-synthesis': 'none | [ weight || style || small-caps ]',
  'font-variant':
    'normal | none | [ small-caps || all-small-caps || petite-caps || unicase || titling-caps || lining-nums || oldstyle-nums || proportional-nums || tabular-nums || diagonal-fractions || stacked-fractions || ordinal || slashed-zero || sub || super || common-ligatures || no-common-ligatures || discretionary-ligatures || no-discretionary-ligatures ]',
  'font-variant-caps':
    'normal | small-caps | all-small-caps | petite-caps | all-petite-caps | unicase | titling-caps',
  'font-variant-ligatures':
    'normal | none | [ common-ligatures || no-common-ligatures || discretionary-ligatures || no-discretionary-ligatures || historical-ligatures || no-historical-ligatures || contextual || no-contextual ]',
  'font-variant-numeric':
    'normal | [ lining-nums || oldstyle-nums || proportional-nums || tabular-nums || diagonal-fractions || stacked-fractions || ordinal || slashed-zero ]',
  'font-variation-settings': 'normal | [ <string> <number> ]#',
  'font-weight': '<font-weight>',
  direction: 'ltr | rtl',
  'unicode-bidi': 'normal | embed | isolate | bidi-override | isolate-override | plaintext',
  'writing-mode':
    'horizontal-tb | vertical-rl | vertical-lr | sideways-rl | sideways-lr | lr | lr-tb | rl | rl-tb | tb | tb-rl',
  'text-orientation': 'mixed | upright | sideways',
  'letter-spacing': 'normal | <coordinate>',
  'word-spacing': 'normal | <coordinate>',
  'line-height': '<line-height>',
  'inline-size': BOX_SIZE,
  'white-space': 'normal | pre | nowrap | pre-wrap | pre-line | break-spaces',
  'text-align': 'start | end | left | right | center | justify | match-parent',
  'text-anchor': 'start | middle | end',
  'text-decoration':
    '[ none | [ underline || overline || line-through || blink ] ] || [ solid | double | dotted | dashed | wavy ] || <color> || [ auto | from-font | <distance> ]',
  'text-decoration-line': 'none | [ underline || overline || line-through || blink ]',
  'text-decoration-color': '<color>',
  'text-decoration-style': 'solid | double | dotted | dashed | wavy',
  'text-indent': '<coordinate>',
  'text-overflow': 'clip | ellipsis',
  'text-transform': 'none | capitalize | uppercase | lowercase | full-width',
  'alignment-baseline':
    'auto | baseline | before-edge | text-before-edge | middle | central | after-edge | text-after-edge | ideographic | alphabetic | hanging | mathematical | text-bottom | text-top',
  'baseline-shift': `baseline | sub | super | ${COORDINATE}`,
  'dominant-baseline':
    'auto | text-bottom | alphabetic | ideographic | middle | central | mathematical | hanging | text-top | use-script | no-change | reset-size | text-before-edge | text-after-edge',
} as const;

/** Definition of the values of each property. */
export const PROPERTIES: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...PAINTING, ...GEOMETRY, ...LAYERS, ...MOTION, ...TEXT, all: 'unset' }),
);

/**
 * Properties that have a presentation attribute. `transform` and the properties
 * of geometry have attributes with a grammar of their own.
 * Source: SVG 2, 6.6; without those that Chromium ignores.
 */
export const PRESENTATION_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...Object.keys(PAINTING).filter((name) => !/^(overflow-.|.*-adjust|color-scheme)$/.test(name)),
  ...['clip', 'clip-path', 'clip-rule', 'filter', 'mask', 'mask-type', 'transform-origin'],
  ...['marker-start', 'marker-mid', 'marker-end', 'font-family', 'font-size', 'font-stretch'],
  ...['font-style', 'font-variant', 'font-weight', 'direction', 'unicode-bidi', 'writing-mode'],
  ...['letter-spacing', 'word-spacing', 'text-anchor', 'text-decoration', 'alignment-baseline'],
  ...['baseline-shift', 'dominant-baseline'],
]);

/** Shorthands that have no attribute, and the properties that they set. */
const SHORTHANDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['marker', ['marker-start', 'marker-mid', 'marker-end']],
]);

/** Longhands that a property sets. */
export function longhands(property: string): readonly string[] {
  return SHORTHANDS.get(property) ?? [property];
}

/** Prefixed properties that browsers treat as aliases. */
const PREFIXED_PROPERTY =
  /^-webkit-(animation.*|backface-visibility|clip-path|filter|mask|mask-(?:clip|image|origin|position|repeat|size)|opacity|perspective(?:-origin)?|transform(?:-origin|-style)?|transition.*)$/;

/**
 * Canonical name of a property: lower case, without an aliased prefix. Custom properties are
 * unchanged.
 *
 * `-WEBKIT-Filter` → `filter`
 */
export function canonicalProperty(property: string): string {
  if (property.startsWith('--')) return property;
  const lower = property.toLowerCase();
  return PREFIXED_PROPERTY.exec(lower)?.[1] ?? lower;
}

/** Checks whether a property affects rendering, or is a custom property. */
export function isRenderingProperty(property: string): boolean {
  return property.startsWith('--') || PROPERTIES.has(property);
}
