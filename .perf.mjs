// src/icon/verify/reference/declare-styles.ts
import { querySelectorAll } from "svgo/browser";

// src/svg/elements.ts
var set = (names) => new Set(names.split(" "));
var SHAPES = set("path rect circle ellipse line polyline polygon");
var CONTAINERS = set("svg g a switch");
var GRADIENTS = set("linearGradient radialGradient");
var DEFINITIONS = /* @__PURE__ */ new Set([
  ...GRADIENTS,
  ...["pattern", "clipPath", "filter", "marker", "mask", "symbol"]
]);
var NEVER_RENDERED = /* @__PURE__ */ new Set([...DEFINITIONS, "defs"]);
var UNPAINTED = /* @__PURE__ */ new Set([...GRADIENTS, "clipPath", "filter", "mask"]);
var ANIMATIONS = set("animate animateMotion animateTransform set");

// src/svg/attributes.ts
var UNITS = ["userSpaceOnUse", "objectBoundingBox"];
var BOOLEAN = ["true", "false"];
var CHANNELS = ["R", "G", "B", "A"];
var BLEND_MODES = [
  ...["normal", "multiply", "screen", "overlay", "darken", "lighten", "color-dodge", "color-burn"],
  ...["hard-light", "soft-light", "difference", "exclusion", "hue", "saturation", "color"],
  "luminosity"
];
var KINDS = {
  ...kindsOf("own", "id class style href"),
  ...kindsOf("length", "x1 x2 y1 y2 fx fy fr markerWidth markerHeight startOffset textLength"),
  ...kindsOf("lengths", "dx dy"),
  ...kindsOf("numbers", "offset pathLength rotate"),
  ...kindsOf("transform", "transform gradientTransform patternTransform"),
  ...kindsOf(UNITS, "gradientUnits patternUnits patternContentUnits clipPathUnits"),
  ...kindsOf(UNITS, "maskUnits maskContentUnits filterUnits primitiveUnits"),
  d: "path",
  path: "path",
  points: "points",
  viewBox: "viewBox",
  preserveAspectRatio: "aspect",
  orient: "orient",
  refX: "orient",
  refY: "orient",
  markerUnits: ["strokeWidth", "userSpaceOnUse"],
  spreadMethod: ["pad", "reflect", "repeat"],
  lengthAdjust: ["spacing", "spacingAndGlyphs"],
  method: ["align", "stretch"],
  spacing: ["auto", "exact"],
  side: ["left", "right"],
  systemLanguage: "languages",
  "xml:space": ["default", "preserve"]
};
var FILTER_KINDS = {
  ...kindsOf("own", "in in2 result"),
  ...kindsOf("numbers", "values tableValues slope intercept amplitude exponent offset k1 k2 k3 k4"),
  ...kindsOf("numbers", "order kernelMatrix divisor bias targetX targetY kernelUnitLength scale"),
  ...kindsOf("numbers", "surfaceScale diffuseConstant specularConstant specularExponent"),
  ...kindsOf("numbers", "limitingConeAngle azimuth elevation pointsAtX pointsAtY pointsAtZ z"),
  ...kindsOf("numbers", "stdDeviation radius baseFrequency seed dx dy"),
  numOctaves: "octaves",
  ...kindsOf(CHANNELS, "xChannelSelector yChannelSelector"),
  mode: BLEND_MODES,
  operator: ["over", "in", "out", "atop", "xor", "lighter", "arithmetic", "erode", "dilate"],
  type: [
    ...["matrix", "saturate", "hueRotate", "luminanceToAlpha", "identity", "table", "discrete"],
    ...["linear", "gamma", "fractalNoise", "turbulence"]
  ],
  edgeMode: ["duplicate", "wrap", "none"],
  preserveAlpha: BOOLEAN,
  stitchTiles: ["stitch", "noStitch"]
};
var MOTION_KINDS = {
  ...kindsOf("own", "attributeName begin end"),
  ...kindsOf("clock", "dur min max repeatDur repeatCount"),
  ...kindsOf("values", "values from to by"),
  ...kindsOf("numbers", "keyTimes keySplines keyPoints"),
  attributeType: ["CSS", "XML", "auto"],
  restart: ["always", "whenNotActive", "never"],
  fill: ["freeze", "remove"],
  calcMode: ["discrete", "linear", "paced", "spline"],
  additive: ["replace", "sum"],
  accumulate: ["none", "sum"],
  type: ["translate", "scale", "rotate", "skewX", "skewY"],
  rotate: "orient"
};
var STYLE_KINDS = { type: "own", media: "own" };
function kindsOf(kind, names) {
  return Object.fromEntries(names.split(" ").map((name) => [name, kind]));
}
var ALL = new Map(Object.entries(KINDS));
var OF_FILTERS = new Map(Object.entries(FILTER_KINDS));
var OF_ANIMATIONS = new Map(Object.entries(MOTION_KINDS));
var OF_STYLES = new Map(Object.entries(STYLE_KINDS));
var OF_ELEMENTS = new Map([
  ...["x", "y"].map((name) => [name, /^(?:svg|rect|image|use|foreignObject)$/]),
  ...["width", "height"].map((name) => [name, /^(?:svg|rect|image|foreignObject)$/]),
  ...["cx", "cy"].map((name) => [name, /^(?:circle|ellipse)$/]),
  ["r", /^circle$/],
  ...["rx", "ry"].map((name) => [name, /^(?:rect|ellipse)$/]),
  ["d", /^path$/]
]);
function isShapeProperty(property) {
  return OF_ELEMENTS.has(property);
}
function shapes(property, element) {
  return OF_ELEMENTS.get(property)?.test(element) === true;
}

// src/svg/css/properties.ts
var BOX = "auto | <extent> | min-content | max-content | fit-content | stretch";
var PLACE = "<number> | <length> | <percentage>";
var RADIUS = "<number [0,\u221E]> | <length [0,\u221E]> | <percentage [0,\u221E]>";
var NAMES = "<keyframes-name>#";
var MASK_LAYERS = "<mask-layer>#";
var TIMES = "<time>#";
var PAINTING = {
  color: "<color>",
  "color-interpolation": "auto | sRGB | linearRGB",
  "color-interpolation-filters": "auto | sRGB | linearRGB",
  "color-rendering": "auto | optimizeSpeed | optimizeQuality",
  fill: "<paint>",
  "fill-opacity": "<opacity>",
  "fill-rule": "nonzero | evenodd",
  stroke: "<paint>",
  "stroke-dasharray": "none | <dashes>",
  "stroke-dashoffset": "<distance> | <number>",
  "stroke-linecap": "butt | round | square",
  "stroke-linejoin": "miter | miter-clip | round | bevel | arcs",
  "stroke-miterlimit": "<number [0,\u221E]>",
  "stroke-opacity": "<opacity>",
  "stroke-width": "<length [0,\u221E]> | <percentage [0,\u221E]> | <number [0,\u221E]>",
  opacity: "<opacity>",
  "paint-order": "normal | [ fill || stroke || markers ]",
  "vector-effect": "none | non-scaling-stroke | non-scaling-size | non-rotation | fixed-position",
  "stop-color": "<color>",
  "stop-opacity": "<opacity>",
  "flood-color": "<color>",
  "flood-opacity": "<opacity>",
  "lighting-color": "<color>",
  "shape-rendering": "auto | optimizeSpeed | crispEdges | geometricPrecision",
  "text-rendering": "auto | optimizeSpeed | optimizeLegibility | geometricPrecision",
  "image-rendering": "auto | optimizeSpeed | optimizeQuality | smooth | high-quality | crisp-edges | pixelated",
  visibility: "visible | hidden | collapse",
  display: "none | inline | block | contents | inline-block | list-item | flex | inline-flex | grid | inline-grid | table | inline-table | table-row | table-cell | flow-root | run-in | compact | marker",
  overflow: "[ visible | hidden | clip | scroll | auto | overlay ]{1,2}",
  "overflow-x": "visible | hidden | clip | scroll | auto",
  "overflow-y": "visible | hidden | clip | scroll | auto",
  "pointer-events": "auto | none | bounding-box | visiblePainted | visibleFill | visibleStroke | visible | painted | fill | stroke | all",
  cursor: "auto | default | none | context-menu | help | pointer | progress | wait | cell | crosshair | text | vertical-text | alias | copy | move | no-drop | not-allowed | grab | grabbing | all-scroll | col-resize | row-resize | n-resize | e-resize | s-resize | w-resize | ne-resize | nw-resize | se-resize | sw-resize | ew-resize | ns-resize | nesw-resize | nwse-resize | zoom-in | zoom-out",
  "color-scheme": "normal | [ light | dark | only ]+",
  "forced-color-adjust": "auto | none | preserve-parent-color",
  "print-color-adjust": "economy | exact"
};
var GEOMETRY = {
  d: "none | path( <string> )",
  x: PLACE,
  y: PLACE,
  cx: PLACE,
  cy: PLACE,
  r: RADIUS,
  rx: `auto | ${RADIUS}`,
  ry: `auto | ${RADIUS}`,
  width: BOX,
  height: BOX,
  transform: "none | <transform-list>",
  "transform-origin": "[ left | center | right | top | bottom | <coordinate> ] | [ left | center | right | <coordinate> ] [ top | center | bottom | <coordinate> ] <length>? | [ [ center | left | right ] && [ center | top | bottom ] ] <length>?",
  "transform-box": "fill-box | stroke-box | view-box | border-box | content-box",
  "transform-style": "flat | preserve-3d",
  translate: "none | <distance> [ <distance> <length>? ]?",
  rotate: "none | <angle> | [ x | y | z | <number>{3} ] && <angle>",
  scale: "none | [ <number> | <percentage> ]{1,3}",
  perspective: "none | <length [0,\u221E]>",
  "perspective-origin": "<position>",
  "backface-visibility": "visible | hidden",
  "will-change": "auto | [ scroll-position | contents | transform | opacity | filter ]#",
  clip: "auto | rect( [ <coordinate> | auto ]#{4} ) | rect( [ <coordinate> | auto ]{4} )",
  "object-fit": "fill | none | contain | cover | scale-down",
  "object-position": "<position>"
};
var LAYERS = {
  filter: "none | <filter-list>",
  "clip-path": "none | <url-token> | [ <basic-shape> || <geometry-box> ]",
  "clip-rule": "nonzero | evenodd",
  "mix-blend-mode": "<blend-mode>",
  isolation: "auto | isolate",
  mask: MASK_LAYERS,
  "mask-type": "luminance | alpha",
  "mask-image": "[ none | <image> ]#",
  "mask-mode": "<masking>#",
  "mask-repeat": "<repeat>#",
  "mask-position": "<position>#",
  "mask-clip": "[ <geometry-box> | no-clip ]#",
  "mask-origin": "<geometry-box>#",
  "mask-size": "<bg-size>#",
  "mask-composite": "<compositing>#",
  marker: "none | <url-token>",
  "marker-start": "none | <url-token>",
  "marker-mid": "none | <url-token>",
  "marker-end": "none | <url-token>"
};
var MOTION = {
  animation: "<animation>#",
  "animation-name": NAMES,
  "animation-duration": "[ auto | <time [0,\u221E]> ]#",
  "animation-timing-function": "<easing>#",
  "animation-delay": TIMES,
  "animation-iteration-count": "<iterations>#",
  "animation-direction": "<direction>#",
  "animation-fill-mode": "<fill-mode>#",
  "animation-play-state": "<play-state>#",
  "animation-composition": "[ replace | add | accumulate ]#",
  transition: "<transition>#",
  "transition-property": "<animatable-property>#",
  "transition-duration": "<time [0,\u221E]>#",
  "transition-timing-function": "<easing>#",
  "transition-delay": TIMES,
  "transition-behavior": "[ normal | allow-discrete ]#",
  "offset-path": "none | <url-token> | [ ray( [ <angle> && [ closest-side | closest-corner | farthest-side | farthest-corner | sides ]? && contain? && [ at <position> ]? ] ) | <basic-shape> ] || <geometry-box>",
  "offset-distance": "<distance>",
  "offset-rotate": "[ auto | reverse ] || <angle>",
  "offset-anchor": "auto | <position>",
  "offset-position": "normal | auto | <position>"
};
var WRITING = {
  font: "[ [ <font-style> || [ normal | small-caps ] || <font-weight> || <font-stretch> ]? <font-size> [ / <line-height> ]? <family-name># ] | caption | icon | menu | message-box | small-caption | status-bar",
  "font-family": "<family-name>#",
  "font-feature-settings": "normal | [ <string> [ <integer> | on | off ]? ]#",
  "font-kerning": "auto | normal | none",
  "font-optical-sizing": "auto | none",
  "font-size": "<font-size>",
  "font-size-adjust": "none | from-font | <number [0,\u221E]>",
  "font-stretch": "<font-stretch> | <percentage [0,\u221E]>",
  "font-style": "<font-style>",
  "font-synthesis": "none | [ weight || style || small-caps ]",
  "font-variant": "normal | none | [ small-caps || all-small-caps || petite-caps || unicase || titling-caps || lining-nums || oldstyle-nums || proportional-nums || tabular-nums || diagonal-fractions || stacked-fractions || ordinal || slashed-zero || sub || super || common-ligatures || no-common-ligatures || discretionary-ligatures || no-discretionary-ligatures ]",
  "font-variant-caps": "normal | small-caps | all-small-caps | petite-caps | all-petite-caps | unicase | titling-caps",
  "font-variant-ligatures": "normal | none | [ common-ligatures || no-common-ligatures || discretionary-ligatures || no-discretionary-ligatures || historical-ligatures || no-historical-ligatures || contextual || no-contextual ]",
  "font-variant-numeric": "normal | [ lining-nums || oldstyle-nums || proportional-nums || tabular-nums || diagonal-fractions || stacked-fractions || ordinal || slashed-zero ]",
  "font-variation-settings": "normal | [ <string> <number> ]#",
  "font-weight": "<font-weight>",
  direction: "ltr | rtl",
  "unicode-bidi": "normal | embed | isolate | bidi-override | isolate-override | plaintext",
  "writing-mode": "horizontal-tb | vertical-rl | vertical-lr | sideways-rl | sideways-lr | lr | lr-tb | rl | rl-tb | tb | tb-rl",
  "text-orientation": "mixed | upright | sideways",
  "letter-spacing": "normal | <coordinate>",
  "word-spacing": "normal | <coordinate>",
  "line-height": "<line-height>",
  "inline-size": BOX,
  "white-space": "normal | pre | nowrap | pre-wrap | pre-line | break-spaces",
  "text-align": "start | end | left | right | center | justify | match-parent",
  "text-anchor": "start | middle | end",
  "text-decoration": "[ none | [ underline || overline || line-through || blink ] ] || [ solid | double | dotted | dashed | wavy ] || <color> || [ auto | from-font | <distance> ]",
  "text-decoration-line": "none | [ underline || overline || line-through || blink ]",
  "text-decoration-color": "<color>",
  "text-decoration-style": "solid | double | dotted | dashed | wavy",
  "text-indent": "<coordinate>",
  "text-overflow": "clip | ellipsis",
  "text-transform": "none | capitalize | uppercase | lowercase | full-width",
  "alignment-baseline": "auto | baseline | before-edge | text-before-edge | middle | central | after-edge | text-after-edge | ideographic | alphabetic | hanging | mathematical | text-bottom | text-top",
  "baseline-shift": `baseline | sub | super | ${PLACE}`,
  "dominant-baseline": "auto | text-bottom | alphabetic | ideographic | middle | central | mathematical | hanging | text-top | use-script | no-change | reset-size | text-before-edge | text-after-edge"
};
var PROPERTIES = new Map(
  Object.entries({ ...PAINTING, ...GEOMETRY, ...LAYERS, ...MOTION, ...WRITING, all: "unset" })
);
var PRESENTATION_ATTRIBUTES = /* @__PURE__ */ new Set([
  ...Object.keys(PAINTING).filter((name) => !/^(overflow-.|.*-adjust|color-scheme)$/.test(name)),
  ...["clip", "clip-path", "clip-rule", "filter", "mask", "mask-type", "transform-origin"],
  ...["marker-start", "marker-mid", "marker-end", "font-family", "font-size", "font-stretch"],
  ...["font-style", "font-variant", "font-weight", "direction", "unicode-bidi", "writing-mode"],
  ...["letter-spacing", "word-spacing", "text-anchor", "text-decoration", "alignment-baseline"],
  ...["baseline-shift", "dominant-baseline"]
]);
var SHORTHANDS = /* @__PURE__ */ new Map([
  ["marker", ["marker-start", "marker-mid", "marker-end"]]
]);
function longhands(property) {
  return SHORTHANDS.get(property) ?? [property];
}
var ALIASED = /^-webkit-(animation.*|backface-visibility|clip-path|filter|mask|mask-(?:clip|image|origin|position|repeat|size)|opacity|perspective(?:-origin)?|transform(?:-origin|-style)?|transition.*)$/;
function canonicalProperty(property) {
  if (property.startsWith("--")) return property;
  const lower = property.toLowerCase();
  return ALIASED.exec(lower)?.[1] ?? lower;
}
function isDrawingProperty(property) {
  return property.startsWith("--") || PROPERTIES.has(property);
}

// src/svg/css/declarations.ts
import { tokenTypes as tokenTypes2 } from "css-tree/tokenizer";

// src/svg/css/tokens.ts
import { tokenize, tokenTypes } from "css-tree/tokenizer";
import { ident, string, url } from "css-tree/utils";
var {
  AtKeyword,
  BadString,
  BadUrl,
  Comment,
  Dimension,
  Function: FunctionToken,
  Hash,
  Ident,
  LeftCurlyBracket,
  LeftParenthesis,
  LeftSquareBracket,
  RightCurlyBracket,
  RightParenthesis,
  RightSquareBracket,
  String: StringToken,
  Url,
  WhiteSpace
} = tokenTypes;
function preprocess(css) {
  const text = css.replace(/\r\n?|\f/g, "\n").replaceAll("\0", "\uFFFD");
  return text.startsWith("\uFEFF") ? `/**/${text}` : text;
}
var ESCAPED_URL = /^(?:u|\\0{0,4}[57]5\s?)(?:r|\\0{0,4}[57]2\s?|\\r)(?:l|\\0{0,4}[46]c\s?|\\l)\($/i;
function readTokens(css) {
  const text = preprocess(css);
  const tokens = [];
  let escaped = -1;
  tokenize(text, (type, start, end) => {
    if (escaped >= 0) return;
    const raw = text.slice(start, end);
    if (type === FunctionToken && raw.includes("\\") && ESCAPED_URL.test(raw)) escaped = start;
    else
      tokens.push({
        type: type === Comment ? WhiteSpace : type,
        value: decode(type, raw),
        start,
        end
      });
  });
  if (escaped >= 0) {
    const open = text.indexOf("(", escaped);
    return readTokens(`${text.slice(0, escaped)}url${text.slice(open)}`);
  }
  return withAddresses(tokens);
}
function decode(type, raw) {
  switch (type) {
    case Ident:
      return ident.decode(raw);
    case FunctionToken:
      return ident.decode(raw.slice(0, -1)).toLowerCase();
    case AtKeyword:
    case Hash:
      return ident.decode(raw.slice(1));
    case StringToken:
      return string.decode(raw);
    case Url:
      return url.decode(raw);
    case Dimension: {
      const [number = ""] = NUMBER.exec(raw) ?? [];
      return number + ident.decode(raw.slice(number.length)).toLowerCase();
    }
    case WhiteSpace:
    case Comment:
      return " ";
    default:
      return raw;
  }
}
var NUMBER = /^[-+]?(?:\d+\.?\d+|\.?\d+)(?:e[-+]?\d+)?/i;
function withAddresses(tokens) {
  if (!tokens.some(isQuotedUrl)) return tokens;
  const joined = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const address = isQuotedUrl(token) ? nextAfter(tokens, at) : -1;
    const close = nextAfter(tokens, address);
    const { value, end } = tokens[close] ?? tokens[address] ?? token;
    const isClosed = close === tokens.length || value === ")";
    if (tokens[address]?.type === StringToken && isClosed) {
      joined.push({ ...token, type: Url, value: tokens[address].value, end });
      at = close;
    } else joined.push(token);
  }
  return joined;
}
function nextAfter(tokens, at) {
  let next = at + 1;
  while (tokens[next]?.type === WhiteSpace) next += 1;
  return next;
}
function isQuotedUrl({ type, value }) {
  return type === FunctionToken && value === "url";
}
function isNotSpace({ type }) {
  return type !== WhiteSpace;
}
var CLOSERS = /* @__PURE__ */ new Map([
  [FunctionToken, RightParenthesis],
  [LeftParenthesis, RightParenthesis],
  [LeftSquareBracket, RightSquareBracket],
  [LeftCurlyBracket, RightCurlyBracket]
]);
var CLOSING = /* @__PURE__ */ new Map([
  [RightParenthesis, ")"],
  [RightSquareBracket, "]"],
  [RightCurlyBracket, "}"]
]);
function balanced(tokens) {
  const open = [];
  for (const { type } of tokens) {
    if (type === BadString || type === BadUrl) return void 0;
    const closer = CLOSERS.get(type);
    if (closer !== void 0) open.push(closer);
    else if (CLOSING.has(type) && open.pop() !== type) return void 0;
  }
  const end = tokens.at(-1)?.end ?? 0;
  const missing = open.reverse().map((type) => {
    return { type, value: CLOSING.get(type), start: end, end };
  });
  return missing.length === 0 ? tokens : [...tokens, ...missing];
}
function depthOf({ type }) {
  return CLOSERS.has(type) ? 1 : CLOSING.has(type) ? -1 : 0;
}
function trimmed(tokens) {
  const start = tokens.findIndex(isNotSpace);
  return start < 0 ? [] : tokens.slice(start, tokens.findLastIndex(isNotSpace) + 1);
}
var SIGNED = /^[-+][\d.]/;
function writeTokens(tokens) {
  let css = "";
  let hasSpace = false;
  let before = -1;
  for (const token of trimmed(tokens)) {
    if (token.type === WhiteSpace) {
      hasSpace = true;
      continue;
    }
    const text = write(token);
    const isTight = css === "" || /[(,]$/.test(css) || /^[),]/.test(text);
    const isApart = hasSpace || before === Ident && SIGNED.test(text);
    if (isApart && !isTight) css += " ";
    css += text;
    hasSpace = false;
    before = token.type;
  }
  return css;
}
function write({ type, value }) {
  switch (type) {
    case Ident:
      return ident.encode(value);
    case FunctionToken:
      return `${ident.encode(value)}(`;
    case AtKeyword:
      return `@${ident.encode(value)}`;
    case Hash:
      return `#${/^[-\w]*$/.test(value) ? value : ident.encode(value)}`;
    case StringToken:
      return string.encode(value);
    case Url:
      return `url(${value.startsWith("#") ? value : url.encode(value).slice(4, -1)})`;
    default:
      return value;
  }
}

// src/svg/css/declarations.ts
var { Colon, Delim, Ident: Ident2, Semicolon, WhiteSpace: WhiteSpace2 } = tokenTypes2;
function readDeclarations(style) {
  const parts = [[]];
  let depth = 0;
  for (const token of readTokens(style)) {
    depth = Math.max(0, depth + depthOf(token));
    if (token.type === Semicolon && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.flatMap((part) => readDeclaration(trimmed(part)) ?? []);
}
function readDeclaration(tokens) {
  const [name] = tokens;
  const colon = tokens.findIndex(({ type }, at) => at > 0 && type !== WhiteSpace2);
  if (name?.type !== Ident2 || tokens[colon]?.type !== Colon) return void 0;
  const all = trimmed(tokens.slice(colon + 1));
  const end = importanceAt(all);
  const value = balanced(trimmed(all.slice(0, end)));
  return {
    property: canonicalProperty(name.value),
    value: value ? writeTokens(value) : "",
    isImportant: end < all.length
  };
}
function importanceAt(tokens) {
  const word = tokens.at(-1);
  if (word?.type !== Ident2 || word.value.toLowerCase() !== "important") return tokens.length;
  const at = tokens.slice(0, -1).findLastIndex(({ type }) => type !== WhiteSpace2);
  const mark = tokens[at];
  return mark?.type === Delim && mark.value === "!" ? at : tokens.length;
}

// src/svg/css/style-attribute.ts
var UNITLESS = /* @__PURE__ */ new Set([
  ...["font-size", "letter-spacing", "word-spacing", "text-indent", "width", "height"]
]);
var HASHLESS = /* @__PURE__ */ new Set(["color", "background-color"]);
var NUMBER2 = /^[-+]?(?:\d+|\d*\.\d+)(?:e[-+]?\d+)?$/i;
var LETTER_FIRST = /^[a-f](?:[\da-f]{2}|[\da-f]{5})$/i;
var DIGIT_FIRST = /^\d[\da-f]{0,5}$/i;
function readStyleAttribute(style) {
  return readDeclarations(style).map((declaration) => {
    const value = withoutQuirks(declaration.property, declaration.value);
    return value === declaration.value ? declaration : { ...declaration, value };
  });
}
function withoutQuirks(property, value) {
  if (UNITLESS.has(property) && NUMBER2.test(value)) return `${Number(value)}px`;
  if (!HASHLESS.has(property)) return value;
  if (LETTER_FIRST.test(value)) return `#${value}`;
  return DIGIT_FIRST.test(value) ? `#${value.padStart(6, "0")}` : value;
}

// src/svg/css/values.ts
import { tokenTypes as tokenTypes5 } from "css-tree/tokenizer";

// src/svg/numbers.ts
var NUMBER3 = /[-+]?(?:\d*\.\d+|\d+(?![\d.]))(?:[eE][-+]?\d+|(?![eE][^xm]))/y;
var WHITE_SPACE = /[ \t\n\f\r]*/y;
var COMMA_WSP = /[ \t\n\f\r]*,?[ \t\n\f\r]*/y;
var LARGEST = 34028234663852886e22;
function numberAt(text, at) {
  NUMBER3.lastIndex = at;
  const match = NUMBER3.exec(text);
  if (!match) return void 0;
  const value = Number(match[0]);
  if (Math.abs(value) > LARGEST) return void 0;
  return { value, start: at, end: NUMBER3.lastIndex };
}
function skipWhiteSpace(text, at) {
  WHITE_SPACE.lastIndex = at;
  WHITE_SPACE.exec(text);
  return WHITE_SPACE.lastIndex;
}
function skipCommaWsp(text, at) {
  COMMA_WSP.lastIndex = at;
  COMMA_WSP.exec(text);
  return COMMA_WSP.lastIndex;
}
function hasComma(text, from, to) {
  for (let at = from; at < to; at++) if (text[at] === ",") return true;
  return false;
}
function parseNumber(text) {
  const token = numberAt(text, skipWhiteSpace(text, 0));
  return token && skipWhiteSpace(text, token.end) === text.length ? token.value : void 0;
}
function parseNumberList(text) {
  const numbers2 = [];
  let at = skipWhiteSpace(text, 0);
  let isAfterComma = false;
  while (at < text.length) {
    const token = numberAt(text, at);
    if (!token) return void 0;
    numbers2.push(token.value);
    at = skipCommaWsp(text, token.end);
    isAfterComma = hasComma(text, token.end, at);
  }
  return isAfterComma ? void 0 : numbers2;
}
function formatNumber(value) {
  const short = String(value === 0 ? 0 : value);
  const [, sign = "", whole = "", fraction = "", exponent = ""] = /^(-?)(\d+)(?:\.(\d+))?e([-+]\d+)$/.exec(short) ?? [];
  if (whole === "") return short;
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, "0");
}

// src/svg/scan-path.ts
var TAKES = Object.entries({
  ...{ m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 }
}).reduce((takes, [letter, count]) => {
  takes[letter.charCodeAt(0)] = count;
  return takes;
}, new Array(128).fill(-1));
var [MOVE, ARC, CLOSE, FIRST_LETTER] = [109, 97, 122, 65];
var [COMMA, PLUS, MINUS, POINT, ZERO, ONE, NINE] = [44, 43, 45, 46, 48, 49, 57];
var SMALL = 32;
var MOST_DIGITS = 30;
function isPlainPath(d) {
  const { length } = d;
  let at = skipSpace(d, 0);
  if ((d.charCodeAt(at) | SMALL) !== MOVE) return false;
  while (at < length) {
    const command = d.charCodeAt(at) | SMALL;
    const takes = TAKES[command] ?? -1;
    if (takes < 0) return false;
    at = skipSpace(d, at + 1);
    if (command === CLOSE) continue;
    let end = at;
    do {
      for (let index = 0; index < takes; index++) {
        const isFlag = command === ARC && (index === 3 || index === 4);
        end = isFlag ? flagEnd(d, at) : numberEnd(d, at);
        if (end < 0) return false;
        at = skipSpace(d, end);
        if (d.charCodeAt(at) === COMMA) at = skipSpace(d, at + 1);
      }
    } while (at < length && d.charCodeAt(at) < FIRST_LETTER);
    if (d.charCodeAt(skipSpace(d, end)) === COMMA) return false;
  }
  return true;
}
function skipSpace(d, from) {
  let at = from;
  for (; ; ) {
    const code = d.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 9 && code !== 13 && code !== 12) {
      return at;
    }
    at += 1;
  }
}
function flagEnd(d, at) {
  const code = d.charCodeAt(at);
  return code === ZERO || code === ONE ? at + 1 : -1;
}
function numberEnd(d, from) {
  let at = from;
  const sign = d.charCodeAt(at);
  if (sign === MINUS || sign === PLUS) at += 1;
  const first = at;
  at = skipDigits(d, at);
  const whole = at - first;
  if (d.charCodeAt(at) === POINT) {
    const point = at + 1;
    at = skipDigits(d, point);
    if (at === point) return -1;
  } else if (whole === 0) return -1;
  const isExponent = (d.charCodeAt(at) | SMALL) === 101;
  return isExponent || whole > MOST_DIGITS ? -1 : at;
}
function skipDigits(d, from) {
  let at = from;
  for (; ; ) {
    const code = d.charCodeAt(at);
    if (!(code >= ZERO && code <= NINE)) return at;
    at += 1;
  }
}

// src/svg/path-data.ts
var TAKES2 = {
  ...{ M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 }
};
function wholePathData(text) {
  if (isPlainPath(text)) return text;
  const parsed2 = parse(text);
  return isWhole(text, parsed2) ? withoutCommas(text, parsed2) : void 0;
}
function isWhole(text, { end }) {
  return skipWhiteSpace(text, end) === text.length;
}
function withoutCommas(text, { end, commas }) {
  let written = "";
  let at = 0;
  for (const comma of commas) {
    if (comma >= end) break;
    written += text.slice(at, comma);
    at = comma + 1;
  }
  return written + text.slice(at);
}
function readPath(d) {
  return parse(d).subpaths;
}
function parse(d) {
  const subpaths = [];
  const commas = [];
  let current;
  let at = [0, 0];
  let index = 0;
  let end = 0;
  let letter = "";
  let previous;
  const begin = (point, {
    isRelative: isRelative2,
    hasMove,
    numbers: numbers2,
    startsAt
  }) => {
    const subpath = {
      ...{ start: point, segments: [], isClosed: false, isRelative: isRelative2, hasMove, numbers: numbers2, startsAt },
      endsAt: index
    };
    subpaths.push(subpath);
    return subpath;
  };
  while (true) {
    const gap = index;
    index = (index > 0 && !/z/i.test(letter) ? skipCommaWsp : skipWhiteSpace)(d, index);
    if (index >= d.length) break;
    const startsAt = index;
    const isLetter = /[a-z]/i.test(d[index] ?? "");
    if (isLetter) {
      if (hasComma(d, gap, index)) commas.push(d.indexOf(",", gap));
      letter = d[index] ?? "";
      index += 1;
    } else if (letter === "" || /z/i.test(letter)) break;
    const command = letter.toUpperCase();
    const takes = TAKES2[command];
    if (takes === void 0 || subpaths.length === 0 && command !== "M") break;
    const isRelative2 = letter !== command;
    if (command === "Z") {
      end = index;
      if (!current) continue;
      current.isClosed = true;
      current.endsAt = end;
      at = current.start;
      current = void 0;
      previous = void 0;
      continue;
    }
    const numbers2 = numbersAt(d, index, command, takes);
    if (!numbers2) break;
    index = end = numbers2.at(-1)?.end ?? index;
    const values = numbers2.map(({ value }) => value);
    if (command === "M") {
      at = pointAt(values, 0, isRelative2 ? at : [0, 0]);
      current = begin(at, { isRelative: isRelative2, hasMove: true, numbers: numbers2, startsAt });
      previous = void 0;
      letter = isRelative2 ? "l" : "L";
      continue;
    }
    current ??= begin(at, { isRelative: false, hasMove: false, numbers: [], startsAt });
    const segment = segmentOf(command, isRelative2, at, numbers2, previous);
    current.segments.push(segment);
    current.endsAt = index;
    at = segment.to;
    previous = segment;
  }
  return { subpaths, end, commas };
}
function numbersAt(d, index, command, takes) {
  const numbers2 = [];
  let at = skipWhiteSpace(d, index);
  for (let i = 0; i < takes; i++) {
    const isFlag = command === "A" && (i === 3 || i === 4);
    const token = isFlag ? flagAt(d, at) : numberAt(d, at);
    if (!token) return void 0;
    numbers2.push(token);
    at = skipCommaWsp(d, token.end);
  }
  return numbers2;
}
function flagAt(d, at) {
  const digit = d[at];
  return digit === "0" || digit === "1" ? { value: Number(digit), start: at, end: at + 1 } : void 0;
}
function pointAt(values, index, [x, y]) {
  return [x + (values[index] ?? 0), y + (values[index + 1] ?? 0)];
}
function segmentOf(command, isRelative2, from, numbers2, previous) {
  const values = numbers2.map(({ value }) => value);
  const origin = isRelative2 ? from : [0, 0];
  const point = (index) => pointAt(values, index, origin);
  const shared = { command, isRelative: isRelative2, from, numbers: numbers2 };
  const mirrored = (kinds) => {
    const handle = previous?.handles.at(-1);
    if (!previous || !handle || !kinds.test(previous.command)) return from;
    return [2 * from[0] - handle[0], 2 * from[1] - handle[1]];
  };
  switch (command) {
    case "H":
      return { ...shared, to: [origin[0] + (values[0] ?? 0), from[1]], handles: [] };
    case "V":
      return { ...shared, to: [from[0], origin[1] + (values[0] ?? 0)], handles: [] };
    case "C":
      return { ...shared, to: point(4), handles: [point(0), point(2)] };
    case "S":
      return { ...shared, to: point(2), handles: [mirrored(/[CS]/), point(0)] };
    case "Q":
      return { ...shared, to: point(2), handles: [point(0)] };
    case "T":
      return { ...shared, to: point(0), handles: [mirrored(/[QT]/)] };
    case "A": {
      const radii = [Math.abs(values[0] ?? 0), Math.abs(values[1] ?? 0)];
      return { ...shared, to: point(5), handles: [], radii };
    }
    default:
      return { ...shared, to: point(0), handles: [] };
  }
}

// src/svg/css/types.ts
import { _collections as svgo } from "svgo/browser";

// src/svg/css/system-colors.ts
var SYSTEM_COLORS = [
  ...["AccentColor", "AccentColorText", "ActiveText", "ButtonBorder", "ButtonFace", "ButtonText"],
  ...["Canvas", "CanvasText", "Field", "FieldText", "GrayText", "Highlight", "HighlightText"],
  ...["LinkText", "Mark", "MarkText", "SelectedItem", "SelectedItemText", "VisitedText"],
  ...["ActiveBorder", "ActiveCaption", "AppWorkspace", "Background", "ButtonHighlight"],
  ...["ButtonShadow", "CaptionText", "InactiveBorder", "InactiveCaption", "InactiveCaptionText"],
  ...["InfoBackground", "InfoText", "Menu", "MenuText", "Scrollbar", "ThreeDDarkShadow"],
  ...["ThreeDFace", "ThreeDHighlight", "ThreeDLightShadow", "ThreeDShadow", "Window"],
  ...["WindowFrame", "WindowText"]
];

// src/svg/css/types.ts
var NUMBER4 = "<number> | <percentage> | none";
var CHANNEL = `[ ${NUMBER4} | <channel> ]`;
var HUE = "[ <number> | <angle> | none | <channel> ]";
var ALPHA = `[ / [ ${NUMBER4} | <channel> ] ]?`;
var FROM = "[ from <color> ]?";
var COLOR_TYPES = {
  color: "<hex-color> | currentColor | <named-color> | <system-color> | <functional-color>",
  "named-color": [...Object.keys(svgo.colorsNames), "transparent"].join(" | "),
  "system-color": SYSTEM_COLORS.join(" | "),
  "functional-color": "<rgb-function> | <hsl-function> | <hwb-function> | <lab-function> | <lch-function> | <space-function> | <color-mix-function> | <light-dark-function>",
  "rgb-function": `[ rgb( <legacy-rgb> ) | rgba( <legacy-rgb> ) | rgb( ${FROM} ${CHANNEL}{3} ${ALPHA} ) | rgba( ${FROM} ${CHANNEL}{3} ${ALPHA} ) ]`,
  "legacy-rgb": "[ <percentage>#{3} | <number>#{3} ] [ , [ <number> | <percentage> ] ]?",
  "hsl-function": `[ hsl( <legacy-hsl> ) | hsla( <legacy-hsl> ) | hsl( ${FROM} ${HUE} ${CHANNEL}{2} ${ALPHA} ) | hsla( ${FROM} ${HUE} ${CHANNEL}{2} ${ALPHA} ) ]`,
  "legacy-hsl": "[ <number> | <angle> ] , <percentage> , <percentage> [ , [ <number> | <percentage> ] ]?",
  "hwb-function": `hwb( ${FROM} ${HUE} ${CHANNEL}{2} ${ALPHA} )`,
  "lab-function": `[ lab( ${FROM} ${CHANNEL}{3} ${ALPHA} ) | oklab( ${FROM} ${CHANNEL}{3} ${ALPHA} ) ]`,
  "lch-function": `[ lch( ${FROM} ${CHANNEL}{2} ${HUE} ${ALPHA} ) | oklch( ${FROM} ${CHANNEL}{2} ${HUE} ${ALPHA} ) ]`,
  "space-function": `color( ${FROM} <color-space> ${CHANNEL}{3} ${ALPHA} )`,
  "color-space": "srgb | srgb-linear | display-p3 | display-p3-linear | a98-rgb | prophoto-rgb | rec2020 | xyz | xyz-d50 | xyz-d65",
  "color-mix-function": "color-mix( <interpolation> , <mixed> , <mixed> )",
  mixed: "<color> && <percentage [0,100]>?",
  interpolation: "in [ <color-space> | lab | oklab | <polar-space> [ <hue-way> hue ]? ]",
  "polar-space": "hsl | hwb | lch | oklch",
  "hue-way": "shorter | longer | increasing | decreasing",
  "light-dark-function": "light-dark( <color> , <color> )",
  channel: "r | g | b | h | s | l | w | a | c | x | y | z | alpha",
  paint: "none | <color> | <url-token> [ none | <color> ]? | context-fill | context-stroke",
  opacity: "<number> | <percentage>"
};
var SHAPE_TYPES = {
  "length-percentage": "<length> | <percentage>",
  position: "[ left | center | right | top | bottom | <coordinate> ] | [ left | center | right | <coordinate> ] [ top | center | bottom | <coordinate> ] | [ center | [ left | right ] <coordinate>? ] && [ center | [ top | bottom ] <coordinate>? ]",
  "basic-shape": "<inset-function> | <rect-function> | <xywh-function> | <circle-function> | <ellipse-function> | <polygon-function> | <path-function>",
  "inset-function": "inset( <coordinate>{1,4} <rounded>? )",
  "rect-function": "rect( [ <coordinate> | auto ]{4} <rounded>? )",
  "xywh-function": "xywh( <coordinate>{2} <coordinate>{2} <rounded>? )",
  rounded: "round <coordinate>{1,4} [ / <coordinate>{1,4} ]?",
  "circle-function": "circle( <radius>? [ at <position> ]? )",
  "ellipse-function": "ellipse( [ <radius>{2} ]? [ at <position> ]? )",
  radius: "<coordinate> | closest-side | farthest-side | closest-corner | farthest-corner",
  "polygon-function": "polygon( [ <fill-rule> , ]? [ <coordinate> <coordinate> ]# )",
  "path-function": "path( [ <fill-rule> , ]? <string> )",
  "fill-rule": "nonzero | evenodd",
  "geometry-box": "fill-box | stroke-box | view-box | border-box | padding-box | content-box | margin-box"
};
var EFFECT_TYPES = {
  "transform-list": "<transform-function>+",
  "transform-function": "matrix( <number>#{6} ) | matrix3d( <number>#{16} ) | translate( <distance> [ , <distance> ]? ) | translateX( <distance> ) | translateY( <distance> ) | translateZ( <length> ) | translate3d( <distance> , <distance> , <length> ) | scale( [ <number> | <percentage> ]#{1,2} ) | scaleX( [ <number> | <percentage> ] ) | scaleY( [ <number> | <percentage> ] ) | scaleZ( [ <number> | <percentage> ] ) | scale3d( [ <number> | <percentage> ]#{3} ) | rotate( [ <angle> | <zero> ] ) | rotateX( [ <angle> | <zero> ] ) | rotateY( [ <angle> | <zero> ] ) | rotateZ( [ <angle> | <zero> ] ) | rotate3d( <number> , <number> , <number> , [ <angle> | <zero> ] ) | skew( [ <angle> | <zero> ]#{1,2} ) | skewX( [ <angle> | <zero> ] ) | skewY( [ <angle> | <zero> ] ) | perspective( [ <length> | none ] )",
  "filter-list": "[ <filter-function> | <url-token> ]+",
  "filter-function": "blur( <length>? ) | brightness( <opacity>? ) | contrast( <opacity>? ) | drop-shadow( [ <color>? && <shadow-length>{2,3} ] ) | grayscale( <opacity>? ) | hue-rotate( [ <angle> | <zero> ]? ) | invert( <opacity>? ) | opacity( <opacity>? ) | saturate( <opacity>? ) | sepia( <opacity>? )",
  "blend-mode": "normal | multiply | screen | overlay | darken | lighten | color-dodge | color-burn | hard-light | soft-light | difference | exclusion | hue | saturation | color | luminosity | plus-lighter | plus-darker"
};
var IMAGE_TYPES = {
  image: "<url-token> | <gradient>",
  gradient: "<linear-gradient-function> | <radial-gradient-function> | <conic-gradient-function>",
  "linear-gradient-function": "[ linear-gradient( [ <linear-line> , ]? <color-stops> ) | repeating-linear-gradient( [ <linear-line> , ]? <color-stops> ) ]",
  "linear-line": "[ <angle> | <zero> | to [ left | right | top | bottom ]{1,2} ] || <interpolation>",
  "radial-gradient-function": "[ radial-gradient( [ <radial-line> , ]? <color-stops> ) | repeating-radial-gradient( [ <radial-line> , ]? <color-stops> ) ]",
  "radial-line": "[ [ [ circle | ellipse ] || [ <radius> | <distance>{2} ] ]? [ at <position> ]? ] || <interpolation>",
  "conic-gradient-function": "[ conic-gradient( [ <conic-line> , ]? <angle-stops> ) | repeating-conic-gradient( [ <conic-line> , ]? <angle-stops> ) ]",
  "conic-line": "[ [ from [ <angle> | <zero> ] ]? [ at <position> ]? ] || <interpolation>",
  "color-stops": "[ [ <color> && <distance>{0,2} ] | <distance> ]#",
  "angle-stops": "[ [ <color> && <angle-distance>{0,2} ] | <angle-distance> ]#",
  "angle-distance": "<angle> | <percentage> | <zero>",
  "mask-layer": "[ none | <image> ] || <position> [ / <bg-size> ]? || <repeat> || <geometry-box> || [ <geometry-box> | no-clip ] || <compositing> || <masking>",
  "bg-size": "[ <distance> | auto ]{1,2} | cover | contain",
  repeat: "repeat-x | repeat-y | [ repeat | space | round | no-repeat ]{1,2}",
  compositing: "add | subtract | intersect | exclude",
  masking: "alpha | luminance | match-source"
};
var MOTION_TYPES = {
  easing: "ease | ease-in | ease-out | ease-in-out | linear | step-start | step-end | cubic-bezier( <number>#{4} ) | steps( <integer> [ , <step-position> ]? ) | linear( [ <number> && <percentage>{0,2} ]# )",
  "step-position": "jump-start | jump-end | jump-none | jump-both | start | end",
  direction: "normal | reverse | alternate | alternate-reverse",
  "fill-mode": "none | forwards | backwards | both",
  "play-state": "running | paused",
  iterations: "infinite | <number [0,\u221E]>",
  "keyframes-name": "none | <custom-ident> | <string>",
  animation: "<time> || <easing> || <time> || <iterations> || <direction> || <fill-mode> || <play-state> || <keyframes-name>",
  "animatable-property": "all | none | <property-name>",
  transition: "<animatable-property> || <time> || <easing> || <time> || [ normal | allow-discrete ]"
};
var FONT_TYPES = {
  "family-name": "<string> | <custom-ident>+",
  "font-weight": "normal | bold | bolder | lighter | <number [1,1000]>",
  "font-style": "normal | italic | oblique <angle>?",
  "font-stretch": "normal | ultra-condensed | extra-condensed | condensed | semi-condensed | semi-expanded | expanded | extra-expanded | ultra-expanded",
  "font-size": "xx-small | x-small | small | medium | large | x-large | xx-large | xxx-large | smaller | larger | <extent>",
  "line-height": "normal | <number [0,\u221E]> | <length [0,\u221E]> | <percentage [0,\u221E]>"
};
var TYPES = {
  ...COLOR_TYPES,
  ...SHAPE_TYPES,
  ...EFFECT_TYPES,
  ...IMAGE_TYPES,
  ...MOTION_TYPES,
  ...FONT_TYPES
};
var DECLARED_LENGTHS = {
  distance: "<length> | <percentage>",
  coordinate: "<length> | <percentage>",
  extent: "<length [0,\u221E]> | <percentage [0,\u221E]>",
  "shadow-length": "<length>"
};
var ATTRIBUTE_LENGTHS = {
  distance: "<length> | <percentage>",
  coordinate: "<length> | <percentage> | <number>",
  extent: "<length [0,\u221E]> | <percentage [0,\u221E]> | <number [0,\u221E]>",
  "shadow-length": "<length> | <bare-length>",
  "bare-length": "<number>"
};

// src/svg/css/definitions.ts
var FUNCTION = /([-\w]+)\(/g;
var REFERRED = /<([^<>[\s]+)[^<>]*>/g;
var WORD = /(?<![-\w<(])[a-z][-\w]*(?![-\w(])/gi;
var CSS_WIDE = /* @__PURE__ */ new Set([
  ...["inherit", "initial", "unset", "revert", "revert-layer"]
]);
var MATH_FUNCTIONS = /* @__PURE__ */ new Set([
  ...["calc", "min", "max", "clamp", "round", "mod", "rem", "sin", "cos", "tan", "asin", "acos"],
  ...["atan", "atan2", "pow", "sqrt", "hypot", "log", "exp", "abs", "sign"]
]);
var MATH_CONSTANTS = /* @__PURE__ */ new Set([
  ...["e", "pi", "infinity", "-infinity", "nan"]
]);
var ROUNDING = /* @__PURE__ */ new Set(["nearest", "up", "down", "to-zero"]);
var MATH_WORDS = /* @__PURE__ */ new Set([...MATH_CONSTANTS, ...ROUNDING, "none"]);
var CHANNEL2 = /^(?:[rgbhslwacxyz]|alpha)$/;
var vocabularies = /* @__PURE__ */ new Map();
function vocabularyOf(property) {
  const key = property ?? "";
  const known2 = vocabularies.get(key);
  if (known2) return known2;
  const definition = property === void 0 ? [...PROPERTIES.values()].join(" | ") : PROPERTIES.get(property) ?? "";
  const vocabulary = collect(definition);
  if (property === void 0 || PROPERTIES.has(property)) vocabularies.set(key, vocabulary);
  return vocabulary;
}
function collect(definition) {
  const words = /* @__PURE__ */ new Map();
  const functions = /* @__PURE__ */ new Set();
  const visited = /* @__PURE__ */ new Set();
  const open = [definition];
  for (let text = open.pop(); text !== void 0; text = open.pop()) {
    for (const [, name = ""] of text.matchAll(REFERRED)) {
      const type = Object.hasOwn(TYPES, name) ? TYPES[name] : void 0;
      if (type !== void 0 && !visited.has(name)) open.push(type);
      visited.add(name);
    }
    const plain = text.replace(REFERRED, " ");
    for (const [, name = ""] of plain.matchAll(FUNCTION)) functions.add(name.toLowerCase());
    for (const [word] of plain.matchAll(WORD)) {
      if (!words.has(word.toLowerCase())) words.set(word.toLowerCase(), word);
    }
  }
  if (visited.has("property-name")) for (const name of PROPERTIES.keys()) words.set(name, name);
  return { words, functions, takesUrl: visited.has("url-token") };
}

// src/svg/css/lexer.ts
import { Lexer } from "css-tree/lexer";
import { tokenTypes as tokenTypes3 } from "css-tree/tokenizer";
var DASHES = "[ [ <length [0,\u221E]> | <percentage [0,\u221E]> | <number [0,\u221E]> ]+ ]#";
var PROPERTY_NAME = [...PROPERTIES.keys()].join(" | ");
var OF_PROPERTY = "property ";
var LIST = /^(<[^<>]+>|\[[^[\]]+\])#$/;
function itemOf(property) {
  return LIST.exec(PROPERTIES.get(property) ?? "")?.[1];
}
function createLexer(lengths) {
  const ofProperties = [...PROPERTIES].map(([name, syntax]) => [
    OF_PROPERTY + name,
    itemOf(name) ?? syntax
  ]);
  return new Lexer({
    generic: true,
    types: {
      ...TYPES,
      ...lengths,
      dashes: DASHES,
      "property-name": PROPERTY_NAME,
      ...Object.fromEntries(ofProperties)
    }
  });
}
var lexers = {
  attribute: void 0,
  declaration: void 0
};
function matchValue(property, tokens, context) {
  const items = itemOf(property) === void 0 ? [tokens] : itemsOf(tokens);
  const types = [];
  for (const item of items) {
    const matched = matchItem(property, writeTokens(item), context);
    if (!matched) return void 0;
    if (types.length > 0) types.push(COMMA2);
    types.push(...typesOf(matched));
  }
  return types;
}
var COMMA2 = /* @__PURE__ */ new Set();
function itemsOf(tokens) {
  const items = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += depthOf(token);
    if (depth === 0 && token.type === tokenTypes3.Comma) items.push([]);
    else items.at(-1)?.push(token);
  }
  return items;
}
function matchItem(property, css, context) {
  const lexer = lexers[context] ?? createLexer(context === "attribute" ? ATTRIBUTE_LENGTHS : DECLARED_LENGTHS);
  lexers[context] = lexer;
  const type = lexer.types[OF_PROPERTY + property];
  return (type && lexer.match(type, css).matched) ?? void 0;
}
function typesOf(match) {
  const tokens = [];
  const visit = (node, around) => {
    const name = node.syntax?.type === "Type" ? node.syntax.name : void 0;
    const inside = name === void 0 ? around : /* @__PURE__ */ new Set([...around, name]);
    if (node.match) for (const part of node.match) visit(part, inside);
    else tokens.push(inside);
  };
  visit(match, /* @__PURE__ */ new Set());
  return tokens;
}

// src/svg/css/math.ts
import { tokenTypes as tokenTypes4 } from "css-tree/tokenizer";
var { Comma, Delim: Delim2, Dimension: Dimension2, Function: FunctionToken2, Ident: Ident3, WhiteSpace: WhiteSpace3 } = tokenTypes4;
var { LeftParenthesis: LeftParenthesis2, Number: NumberToken, Percentage, RightParenthesis: RightParenthesis2 } = tokenTypes4;
var SAMPLES = { length: "1px", angle: "1deg", time: "1s", resolution: "1x", percentage: "1%" };
var NUMBER5 = { powers: {} };
function samplesOf(tokens) {
  const type = new Calculation(tokens).read();
  if (!type) return void 0;
  const powers = Object.entries(type.powers).filter(([, power2]) => power2 !== 0);
  const [[base, power] = [], ...more] = powers;
  if (base === void 0) return ["1"];
  if (more.length > 0 || power !== 1) return void 0;
  return [SAMPLES[base], ...type.isMixed ? [SAMPLES.percentage] : []];
}
var UNIT = /[a-z]+$/i;
var UNITS2 = new Map([
  ...["deg", "grad", "rad", "turn"].map((unit) => [unit, "angle"]),
  ...["s", "ms"].map((unit) => [unit, "time"]),
  ...["dpi", "dpcm", "dppx", "x"].map((unit) => [unit, "resolution"])
]);
var Calculation = class {
  at = 0;
  tokens;
  constructor(tokens) {
    this.tokens = tokens;
  }
  read() {
    const type = this.value();
    return this.at === this.tokens.length ? type : void 0;
  }
  skipSpace() {
    const from = this.at;
    while (this.tokens[this.at]?.type === WhiteSpace3) this.at += 1;
    return this.at > from;
  }
  takes(type) {
    if (this.tokens[this.at]?.type !== type) return false;
    this.at += 1;
    return true;
  }
  /** One of some operators; takes nothing when there is none. */
  operator(pattern) {
    const from = this.at;
    const hasSpace = this.skipSpace();
    const token = this.tokens[this.at];
    if (token?.type === Delim2 && pattern.test(token.value)) {
      this.at += 1;
      const isApart = this.skipSpace() && hasSpace;
      if (isApart || !SIGN.test(token.value)) return token.value;
    }
    this.at = from;
    return void 0;
  }
  sum() {
    this.skipSpace();
    let type = this.product();
    while (type && this.operator(SIGN)) type = added(type, this.product());
    this.skipSpace();
    return type;
  }
  product() {
    let type = this.value();
    while (type) {
      const operator = this.operator(/^[*/]$/);
      if (operator === void 0) break;
      type = multiplied(type, this.value(), operator === "*" ? 1 : -1);
    }
    return type;
  }
  value() {
    const token = this.tokens[this.at];
    this.at += 1;
    if (token?.type === NumberToken) return NUMBER5;
    if (token?.type === Percentage) return { powers: { percentage: 1 } };
    if (token?.type === Dimension2) {
      const [unit = ""] = UNIT.exec(token.value) ?? [];
      return { powers: { [UNITS2.get(unit.toLowerCase()) ?? "length"]: 1 } };
    }
    if (token?.type === Ident3) {
      const word = token.value.toLowerCase();
      return MATH_CONSTANTS.has(word) || CHANNEL2.test(word) ? NUMBER5 : void 0;
    }
    if (token?.type === LeftParenthesis2) {
      const type = this.sum();
      return this.takes(RightParenthesis2) ? type : void 0;
    }
    return token?.type === FunctionToken2 && MATH_FUNCTIONS.has(token.value) ? this.call(token.value) : void 0;
  }
  call(name) {
    const isRounding = name === "round";
    if (isRounding) this.word(ROUNDING);
    const args = [];
    do {
      const isOpen = name === "clamp" && args.length !== 1 && this.word(NONE);
      const arg = isOpen ? void 0 : this.sum();
      if (!isOpen && !arg) return void 0;
      if (arg) args.push(arg);
    } while (this.takes(Comma));
    return this.takes(RightParenthesis2) ? resultOf(name, args) : void 0;
  }
  /** A word that is an argument of its own, with the comma behind it if more follow. */
  word(words) {
    const from = this.at;
    this.skipSpace();
    const token = this.tokens[this.at];
    if (token?.type === Ident3 && words.has(token.value.toLowerCase())) {
      this.at += 1;
      this.skipSpace();
      if (words !== ROUNDING || this.takes(Comma)) return true;
    }
    this.at = from;
    return false;
  }
};
var SIGN = /^[-+]$/;
var NONE = /* @__PURE__ */ new Set(["none"]);
function isSame(a, b) {
  const bases = Object.keys(SAMPLES);
  return bases.every((base) => (a.powers[base] ?? 0) === (b.powers[base] ?? 0));
}
var PERCENTAGE = { powers: { percentage: 1 } };
function added(a, b) {
  if (!b) return void 0;
  if (isSame(a, b)) return a.isMixed ? a : b;
  const [other, percentage] = isSame(b, PERCENTAGE) ? [a, b] : [b, a];
  const isWhole2 = Object.values(other.powers).reduce((sum, power) => sum + power, 0) === 1;
  return isSame(percentage, PERCENTAGE) && isWhole2 ? { ...other, isMixed: true } : void 0;
}
function multiplied(a, b, sign) {
  if (!b) return void 0;
  const powers = { ...a.powers };
  for (const [base, power] of Object.entries(b.powers)) {
    powers[base] = (powers[base] ?? 0) + sign * power;
  }
  return a.isMixed || b.isMixed ? { powers, isMixed: true } : { powers };
}
function resultOf(name, args) {
  const [first, second] = args;
  if (!first) return void 0;
  const { length } = args;
  const all = args.slice(1).reduce((type, arg) => type && added(type, arg), first);
  const areNumbers = args.every((arg) => isSame(arg, NUMBER5));
  const isAngle = isSame(first, { powers: { angle: 1 } });
  switch (name) {
    case "calc":
    case "abs":
      return length === 1 ? first : void 0;
    case "sign":
      return length === 1 ? NUMBER5 : void 0;
    case "min":
    case "max":
    case "hypot":
      return all;
    case "clamp":
      return length <= 3 ? all : void 0;
    case "round":
      return length === 1 && areNumbers || length === 2 ? all : void 0;
    case "mod":
    case "rem":
      return length === 2 ? all : void 0;
    case "sin":
    case "cos":
    case "tan":
      return length === 1 && (areNumbers || isAngle) ? NUMBER5 : void 0;
    case "asin":
    case "acos":
    case "atan":
      return length === 1 && areNumbers ? { powers: { angle: 1 } } : void 0;
    case "atan2":
      return length === 2 && all && second ? { powers: { angle: 1 } } : void 0;
    case "pow":
      return length === 2 && areNumbers ? NUMBER5 : void 0;
    case "log":
      return length <= 2 && areNumbers ? NUMBER5 : void 0;
    default:
      return length === 1 && areNumbers ? NUMBER5 : void 0;
  }
}

// src/svg/css/references.ts
function fragmentOf(address) {
  const target = address.replace(/^[\0-\x20]+|[\0-\x20]+$|[\t\n\r]/g, "");
  return target.startsWith("#") ? decodeFragment(target.slice(1)) : void 0;
}
function decodeFragment(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
var LONE_SURROGATE = /\p{Surrogate}/gu;
var SPECIAL = /[^\p{L}\p{M}\p{N}._-]/gu;
function fragmentFor(id) {
  const encoded = id.replace(LONE_SURROGATE, "\uFFFD").replace(SPECIAL, (character) => {
    const code = character.charCodeAt(0);
    return /['()*!~]/.test(character) ? `%${code.toString(16)}` : encodeURIComponent(character);
  });
  return `#${encoded}`;
}

// src/svg/css/values.ts
var IGNORED = { text: void 0, outside: [], unsupported: [] };
var FETCHING = /* @__PURE__ */ new Set([
  ...["image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade", "image", "src"],
  ...["url-prefix", "element", "-moz-element", "attr", "url"]
]);
var {
  Comma: Comma2,
  Delim: Delim3,
  Dimension: Dimension3,
  Function: FunctionToken3,
  Hash: Hash2,
  Ident: Ident4,
  RightParenthesis: RightParenthesis3
} = tokenTypes5;
var { Url: Url2, WhiteSpace: WhiteSpace4 } = tokenTypes5;
var StringToken2 = tokenTypes5.String;
function parseValue(property, value, context) {
  const tokens = balanced(trimmed(readTokens(value)));
  if (!tokens || tokens.length === 0) return IGNORED;
  const name = canonicalProperty(property);
  if (!isDrawingProperty(name)) return IGNORED;
  const outside = outsideOf(tokens);
  const unsupported = unsupportedOf(tokens);
  const local = tokens.map(asLocal);
  const text = name.startsWith("--") || local.some(isVariable) || local.length > LONGEST ? looselyParsed(name, local) : parsed(name, local, context);
  if (outside.length === 0 && unsupported.length === 0)
    return text === void 0 ? IGNORED : { text, outside, unsupported };
  return {
    text: text === void 0 ? void 0 : withoutAddress(name, local, context),
    outside,
    unsupported
  };
}
function outsideOf(tokens) {
  return tokens.flatMap(({ type, value }) => {
    if (type === Url2 && fragmentOf(value) === void 0) return [value.trim()];
    return type === FunctionToken3 && FETCHING.has(value) ? [`${value}(\u2026)`] : [];
  });
}
function unsupportedOf(tokens) {
  const { functions } = vocabularyOf();
  return tokens.flatMap(({ type, value }) => {
    const isKnown2 = type !== FunctionToken3 || value === "var" || functions.has(value) || MATH_FUNCTIONS.has(value) || FETCHING.has(value);
    return isKnown2 ? [] : [`${value}(\u2026)`];
  });
}
var LONGEST = 400;
function asLocal(token) {
  if (token.type !== Url2) return token;
  const id = fragmentOf(token.value);
  return { ...token, value: id === void 0 ? OUTSIDE : fragmentFor(id) };
}
var OUTSIDE = "#";
function isVariable({ type, value }) {
  return type === FunctionToken3 && value === "var";
}
function parsed(property, tokens, context) {
  const [only] = tokens;
  if (tokens.length === 1 && only?.type === Ident4 && CSS_WIDE.has(only.value.toLowerCase())) {
    return only.value.toLowerCase();
  }
  const parts = partsOf(tokens);
  const types = matchParts(parts, property, context);
  if (!types) return void 0;
  const vocabulary = vocabularyOf(property);
  let index = -1;
  const written = [];
  for (const part of parts) {
    const [token] = part;
    if (!token || token.type === WhiteSpace4) {
      written.push(...part);
      continue;
    }
    index += 1;
    const known2 = part.length > 1 ? cleanMath(part, vocabulary, types[index]) : clean(token, vocabulary, types[index]);
    if (!known2) return void 0;
    written.push(...known2);
  }
  return writeTokens(written);
}
function partsOf(tokens) {
  const parts = [];
  let depth = 0;
  for (const token of tokens) {
    const isInside = depth > 0;
    const isMath = token.type === FunctionToken3 && MATH_FUNCTIONS.has(token.value);
    if (isInside || isMath) depth += depthOf(token);
    if (isInside) parts.at(-1)?.push(token);
    else parts.push([token]);
  }
  return parts;
}
function matchParts(parts, property, context) {
  const samples = parts.map((part) => part.length > 1 ? samplesOf(part) : void 0);
  if (parts.some((part, at) => part.length > 1 && !samples[at])) return void 0;
  const matchWith = (pick) => {
    const css = parts.map((part, at) => {
      const value = pick(samples[at] ?? []);
      return value === void 0 ? part : [{ ...part[0], type: Delim3, value }];
    });
    return matchValue(property, css.flat(), context);
  };
  const types = matchWith((values) => values[0]);
  const isMixed = samples.some((values) => values?.length === 2);
  return isMixed && !matchWith((values) => values.at(-1)) ? void 0 : types;
}
function cleanMath(tokens, vocabulary, types) {
  if (types?.has("bare-length")) return void 0;
  const math = mathDepths(tokens);
  const written = [];
  for (const [at, token] of tokens.entries()) {
    const known2 = inVocabulary(token, vocabulary, math[at] ?? 0);
    if (!known2) return void 0;
    written.push(known2);
  }
  return written;
}
function clean(token, vocabulary, types) {
  const isName = types?.has("keyframes-name") || types?.has("family-name");
  if (isName && types?.has("custom-ident")) return [token];
  if (types?.has("bare-length")) return [{ ...token, type: Dimension3, value: `${token.value}px` }];
  const isString = token.type === StringToken2 && (isName || types?.has("string"));
  const known2 = isString ? isName ? token : cleanString(token, types) : inVocabulary(token, vocabulary, 0);
  return known2 && [known2];
}
function cleanString(token, types) {
  if (!types?.has("path-function") && !types?.has("property d")) {
    return /^[ -~]{4}$/.test(token.value) ? token : void 0;
  }
  const value = wholePathData(token.value);
  return value === void 0 ? void 0 : { ...token, value };
}
function looselyParsed(property, tokens) {
  if (property === "cursor") return void 0;
  const vocabulary = vocabularyOf(property.startsWith("--") ? void 0 : property);
  const math = mathDepths(tokens);
  const written = [];
  let due;
  for (const [at, token] of tokens.entries()) {
    if (due === "name" && token.type !== WhiteSpace4) {
      if (token.type !== Ident4 || !token.value.startsWith("--")) return void 0;
      due = "fallback";
      written.push(token);
      continue;
    }
    if (due === "fallback" && token.type !== WhiteSpace4) {
      if (token.type !== Comma2 && token.type !== RightParenthesis3) return void 0;
      due = void 0;
    }
    if (token.type === Url2 && !vocabulary.takesUrl) return void 0;
    const known2 = isVariable(token) ? token : inVocabulary(token, vocabulary, math[at] ?? 0);
    if (!known2) return void 0;
    if (isVariable(token)) due = "name";
    written.push(known2);
  }
  return writeTokens(written);
}
var UNITS3 = /^[-+]?[\d.]+(?:e[-+]?\d+)?(?:r?em|r?ex|r?ch|r?ic|r?lh|r?cap|px|cm|mm|q|in|p[tc]|[sld]?v(?:w|h|min|max|i|b)|cq(?:w|h|i|b|min|max)|deg|g?rad|turn|m?s|dpi|dpcm|dppx|x)$/;
function inVocabulary(token, { words, functions }, mathDepth) {
  const { type, value } = token;
  const lower = value.toLowerCase();
  if (type === Ident4) {
    if (mathDepth > 0) {
      return MATH_WORDS.has(lower) || CHANNEL2.test(lower) ? { ...token, value: lower } : void 0;
    }
    const word = words.get(lower) ?? (CSS_WIDE.has(lower) ? lower : void 0);
    return word === void 0 ? void 0 : { ...token, value: word };
  }
  if (type === FunctionToken3)
    return functions.has(lower) || MATH_FUNCTIONS.has(lower) ? token : void 0;
  if (type === Hash2)
    return /^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(value) ? token : void 0;
  if (type === Dimension3) return UNITS3.test(value) ? token : void 0;
  if (type === StringToken2) return void 0;
  if (type === Delim3)
    return value === "/" || mathDepth > 0 && /^[-+*]$/.test(value) ? token : void 0;
  return SIMPLE.has(type) ? token : void 0;
}
var SIMPLE = /* @__PURE__ */ new Set([
  ...[tokenTypes5.Number, tokenTypes5.Percentage, tokenTypes5.Comma, Url2, WhiteSpace4],
  ...[tokenTypes5.LeftParenthesis, tokenTypes5.RightParenthesis]
]);
function mathDepths(tokens) {
  const open = [];
  return tokens.map((token) => {
    const depth = open.filter(Boolean).length;
    if (depthOf(token) > 0)
      open.push(token.type === FunctionToken3 && MATH_FUNCTIONS.has(token.value));
    else if (depthOf(token) < 0) open.pop();
    return depth;
  });
}
function withoutAddress(property, tokens, context) {
  if (property !== "fill" && property !== "stroke") return void 0;
  const at = tokens.findIndex(({ type }) => type === Url2);
  const fallback = trimmed(tokens.slice(at + 1));
  if (at < 0) return void 0;
  return fallback.length === 0 ? "none" : parsed(property, fallback, context) ?? "none";
}

// src/icon/verify/reference/css-queries.ts
var FEATURES = {
  "prefers-color-scheme": /^light$/,
  "prefers-reduced-motion": /^no-preference$/,
  "prefers-contrast": /^no-preference$/,
  "prefers-reduced-transparency": /^no-preference$/,
  "prefers-reduced-data": /^no-preference$/,
  "forced-colors": /^none$/,
  "inverted-colors": /^none$/,
  scripting: /^none$/
};
function holdsMedia(query) {
  const parts = query.toLowerCase().split(",").map((each) => holdsOne(each.trim()));
  return parts.includes(true) ? true : parts.includes(void 0) ? void 0 : false;
}
function holdsOne(query) {
  const [, negation, rest = ""] = /^(not\s+|only\s+)?([\s\S]*)$/.exec(query) ?? [];
  const terms = rest.split(/\s+and\s+|\band\s*(?=\()/).map((term) => holdsTerm(term.trim()));
  const holds = terms.includes(false) ? false : terms.includes(void 0) ? void 0 : true;
  if (negation?.trim() !== "not") return holds;
  return holds === void 0 ? void 0 : !holds;
}
function holdsTerm(term) {
  if (term === "" || term === "all" || term === "screen") return true;
  if (/^[-\w]+$/.test(term)) return false;
  const [, name = "", value] = /^\(\s*([-\w]+)\s*(?::\s*([-\w]+)\s*)?\)$/.exec(term) ?? [];
  const feature = Object.hasOwn(FEATURES, name) ? FEATURES[name] : void 0;
  if (!feature) return void 0;
  return value === void 0 ? name === "prefers-color-scheme" : feature.test(value);
}
function holdsSupports(condition) {
  const text = condition.trim();
  const [, negated] = /^not\b\s*([\s\S]+)$/i.exec(text) ?? [];
  if (negated !== void 0) {
    const holds = holdsSupports(negated);
    return holds === void 0 ? void 0 : !holds;
  }
  for (const [word, decisive] of [
    ["or", true],
    ["and", false]
  ]) {
    const parts = splitOutside(text, word);
    if (parts.length === 1) continue;
    const held = parts.map(holdsSupports);
    return held.includes(decisive) ? decisive : held.includes(void 0) ? void 0 : !decisive;
  }
  if (!text.startsWith("(") || !text.endsWith(")")) return void 0;
  const inner2 = text.slice(1, -1).trim();
  const [, property, value = ""] = /^([-\w]+)\s*:([\s\S]*)$/.exec(inner2) ?? [];
  if (property === void 0) return holdsSupports(inner2);
  const name = canonicalProperty(property);
  if (!isDrawingProperty(name)) return void 0;
  return parseValue(name, value, "declaration").text !== void 0;
}
function splitOutside(text, word) {
  const parts = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") depth += 1;
    else if (text[at] === ")") depth -= 1;
    else if (depth === 0 && new RegExp(`^\\b${word}\\b`, "i").test(text.slice(at, at + 4))) {
      parts.push(text.slice(start, at));
      start = at + word.length;
    }
  }
  return [...parts, text.slice(start)];
}

// src/icon/verify/reference/nodes.ts
import { SaxesParser } from "saxes";

// src/icon/entities.ts
var MOST_ENTITIES = 1e6;
var DEEPEST = 20;
var DECLARATION = /<!ENTITY\s+([^\s%]+)\s+(?:'([^']*)'|"([^"]*)")\s*>/g;
var REFERENCE = /&([^\s&;#]+);/g;
function declaredEntities(doctype) {
  const raw = new Map(
    [...doctype.matchAll(DECLARATION)].map(([, name = "", a, b]) => [name, a ?? b ?? ""])
  );
  const resolve = (text, depth) => {
    if (depth > DEEPEST || text.length > MOST_ENTITIES) return "";
    return text.replace(REFERENCE, (whole, name) => {
      const value = raw.get(name);
      return value === void 0 ? whole : resolve(value, depth + 1);
    });
  };
  const uses = [...raw.keys()].map((name) => `&${name};`).join("");
  if (!entitiesAreBounded(doctype + uses)) return {};
  return Object.fromEntries([...raw].map(([name, value]) => [name, resolve(value, 0)]));
}
function entitiesAreBounded(svg) {
  return entityLength(svg) <= MOST_ENTITIES;
}
function entityLength(svg) {
  if (!svg.includes("<!ENTITY")) return 0;
  const values = new Map(
    [...svg.matchAll(DECLARATION)].map(([, name = "", a, b]) => [name, a ?? b ?? ""])
  );
  const lengths = /* @__PURE__ */ new Map();
  function lengthOf2(text, way) {
    let length = text.length;
    for (const [, name = ""] of text.matchAll(REFERENCE)) {
      const value = values.get(name);
      if (value === void 0) continue;
      if (way.includes(name) || way.length > DEEPEST) return Number.POSITIVE_INFINITY;
      const known2 = lengths.get(name) ?? lengthOf2(value, [...way, name]);
      lengths.set(name, known2);
      length += known2;
      if (length > MOST_ENTITIES) return Number.POSITIVE_INFINITY;
    }
    return length;
  }
  const drawing = svg.replace(DECLARATION, "");
  let added2 = 0;
  for (const [, name = ""] of drawing.matchAll(REFERENCE)) {
    const value = values.get(name);
    if (value !== void 0) added2 += lengthOf2(value, [name]);
    if (added2 > MOST_ENTITIES) return Number.POSITIVE_INFINITY;
  }
  return added2;
}

// src/icon/verify/reference/unsupported.ts
var Unsupported = class extends Error {
  /** Follows “could not be verified:”. */
  reason;
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
};

// src/icon/verify/reference/nodes.ts
var SVG = "http://www.w3.org/2000/svg";
var XLINK = "http://www.w3.org/1999/xlink";
function parseSource(svg) {
  if (!entitiesAreBounded(svg)) throw new Unsupported("its entities stand for too much text");
  const parser = new SaxesParser({ xmlns: true });
  const open = [];
  let root;
  let isMalformed = false;
  parser.on("error", ({ message }) => {
    if (!/namespace/.test(message)) isMalformed = true;
  });
  parser.on("doctype", (text) => Object.assign(parser.ENTITIES, declaredEntities(text)));
  parser.on("opentag", ({ uri, prefix, local, attributes }) => {
    const isSvg = uri === SVG || uri === "" && prefix === "";
    const element = {
      type: "element",
      name: isSvg ? local : `foreign:${local}`,
      attributes: {},
      children: [],
      declared: /* @__PURE__ */ new Map()
    };
    for (const attribute of Object.values(attributes)) {
      if (attribute.prefix === "") element.attributes[attribute.local] = attribute.value;
      else if (attribute.prefix === "xml") element.attributes[attribute.name] = attribute.value;
      else if (attribute.local === "href" && /^$|xlink$/.test(attribute.uri.replace(XLINK, ""))) {
        element.attributes["xlink:href"] = attribute.value;
      }
    }
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const addText = (value) => {
    open.at(-1)?.children.push({ type: "text", value });
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(svg.replace(/^\ufeff/, "")).close();
  if (isMalformed || root?.name !== "svg") throw new Unsupported("it is not well-formed");
  return root;
}
function isElement(node) {
  return node.type === "element";
}
function* withDescendants(element) {
  const ahead = [element];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at--) {
      const child = next.children[at];
      if (isElement(child)) ahead.push(child);
    }
  }
}
function cloneElement(element) {
  return {
    ...element,
    attributes: { ...element.attributes },
    children: element.children.map((child) => isElement(child) ? cloneElement(child) : child)
  };
}
function ownText({ children }) {
  return children.map((child) => isElement(child) ? "" : child.value).join("");
}
function writeOutput({ name, attributes, children }) {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const content = children.map(
    (child) => typeof child === "string" ? escapeXml(child) : writeOutput(child)
  );
  return `<${name}${list.join("")}>${content.join("")}</${name}>`;
}
function escapeXml(text) {
  return text.replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

// src/icon/verify/reference/ranked-value.ts
function putRanked(values, property, next) {
  const current = values.get(property);
  if (current && compareRanks(next.rank, current.rank) < 0) return;
  const attribute = current?.isAttribute ? current.value : current?.attribute;
  values.set(property, attribute === void 0 ? next : { ...next, attribute });
}
function compareRanks(a, b) {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

// src/icon/verify/reference/sheet-rules.ts
import {
  generate
} from "css-tree";

// src/icon/parse-css.ts
import * as cssTree from "css-tree";
function parseCss(css, options = {}) {
  cssTree.parse(";".repeat(css.length + 1), { context: "declarationList" });
  const ast = cssTree.parse(css, options);
  if (css.includes("!")) dropUnimportant(ast);
  return ast;
}
function dropUnimportant(ast) {
  cssTree.walk(ast, {
    visit: "Declaration",
    enter(node, item, list) {
      if (typeof node.important !== "string") return;
      if (cssTree.ident.decode(node.important).toLowerCase() === "important") node.important = true;
      else list?.remove(item);
    }
  });
}

// src/icon/verify/reference/sheet-rules.ts
var WITHOUT_EFFECT = /^(?:charset|import|namespace|font-face|keyframes|page|property|counter-style)$/;
function readSheet(css) {
  const ast = parseCss(css, { parseValue: false, parseCustomProperty: false });
  return ast.type === "StyleSheet" ? ast.children.toArray().flatMap((node) => read(node)) : [];
}
function read(node, parent) {
  if (node.type === "Atrule") return readAtRule(node, parent);
  if (node.type !== "Rule" || node.prelude.type !== "SelectorList") return [];
  return readRule(node, node.prelude, parent);
}
function readAtRule({ name, prelude, block }, parent) {
  const keyword = name.toLowerCase().replace(/^-\w+-/, "");
  if (WITHOUT_EFFECT.test(keyword)) return [];
  const condition = prelude ? generate(prelude) : "";
  const holds = keyword === "media" ? holdsMedia(condition) : keyword === "supports" ? holdsSupports(condition) : void 0;
  if (holds === void 0) throw new Unsupported(`@${keyword} in its style sheet`);
  if (!holds || !block) return [];
  return parent === void 0 ? block.children.toArray().flatMap((each) => read(each)) : [
    {
      selector: parent,
      ...{ specificity: specificityOfText(parent) },
      declarations: own(block)
    },
    ...inner(block, parent)
  ];
}
function readRule({ block }, { children }, parent) {
  const declarations = own(block);
  const selectors = children.toArray().map((selector) => nested(generate(selector).trim(), parent));
  return [
    ...selectors.map((selector) => ({
      selector,
      specificity: specificityOfText(selector),
      declarations
    })),
    ...inner(block, selectors.join(","))
  ];
}
function nested(selector, parent) {
  if (parent === void 0) return selector.replaceAll("&", ":root");
  const around = `:is(${parent})`;
  return selector.includes("&") ? selector.replaceAll("&", around) : `${around} ${selector}`;
}
function inner({ children }, parent) {
  return children.toArray().flatMap((node) => {
    if (node.type !== "Raw") return read(node, parent);
    const sheet = parseCss(partsOf2(node.value).rules, { parseValue: false });
    return sheet.type === "StyleSheet" ? sheet.children.toArray().flatMap((each) => read(each, parent)) : [];
  });
}
function partsOf2(text) {
  let [rules, depth, start] = ["", 0, 0];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "{") depth += 1;
    else if (text[at] === "}" && --depth === 0) {
      rules += text.slice(start, at + 1);
      start = at + 1;
    }
  }
  return { rules, declarations: text.slice(start) };
}
function own({ children }) {
  return children.toArray().flatMap((node) => {
    if (node.type === "Raw") return readDeclarations(partsOf2(node.value).declarations);
    return node.type === "Declaration" ? readDeclarations(generate(node)) : [];
  });
}
function specificityOfText(text) {
  const ast = parseCss(text, { context: "selectorList" });
  return ast.type === "SelectorList" ? mostSpecific(ast) : [0, 0, 0];
}
function mostSpecific({ children }) {
  let most = [0, 0, 0];
  for (const child of children) {
    if (child.type !== "Selector") continue;
    const each = specificityOf(child);
    if (compareRanks(each, most) > 0) most = each;
  }
  return most;
}
function specificityOf({ children }) {
  let sum = [0, 0, 0];
  const add = ([ids, classes, types]) => {
    sum = [sum[0] + ids, sum[1] + classes, sum[2] + types];
  };
  for (const node of children) {
    if (node.type === "IdSelector") add([1, 0, 0]);
    else if (node.type === "ClassSelector" || node.type === "AttributeSelector") add([0, 1, 0]);
    else if (node.type === "TypeSelector") add([0, 0, node.name === "*" ? 0 : 1]);
    else if (node.type === "PseudoElementSelector") add([0, 0, 1]);
    else if (node.type === "PseudoClassSelector") {
      const name = node.name.toLowerCase();
      const inner2 = node.children?.first;
      if (name === "where") continue;
      if (!/^(?:is|not|has|matches|-webkit-any)$/.test(name)) add([0, 1, 0]);
      else if (inner2?.type === "SelectorList") add(mostSpecific(inner2));
    }
  }
  return sum;
}

// src/svg/css/plain.ts
import { _collections as svgo2 } from "svgo/browser";
var NUMBER6 = String.raw`-?(?:\d+(?:\.\d+)?|\.\d+)(?:e-?\d+)?`;
var UNIT2 = "(?:px|pt|pc|mm|cm|in|em|ex)";
var UNSIGNED = NUMBER6.slice(2);
var COLOR = `#(?:[\\da-fA-F]{3,4}|[\\da-fA-F]{6}|[\\da-fA-F]{8})|currentColor|${Object.keys(svgo2.colorsNames).join("|")}`;
var REFERENCE2 = String.raw`url\(#[\w.-]+\)`;
var PLAIN_TYPES = {
  "<color>": COLOR,
  "<paint>": `none|${COLOR}|${REFERENCE2}`,
  "<url-token>": REFERENCE2,
  "<opacity>": NUMBER6,
  "<number>": NUMBER6,
  "<number [0,\u221E]>": UNSIGNED,
  "<length>": NUMBER6 + UNIT2,
  "<length [0,\u221E]>": UNSIGNED + UNIT2,
  "<percentage>": `${NUMBER6}%`,
  "<percentage [0,\u221E]>": `${UNSIGNED}%`,
  // A unit may be left out, unlike in declarations.
  "<extent>": `${UNSIGNED}(?:${UNIT2}|%)?`,
  "<dashes>": `${UNSIGNED}(?:[ ,]${UNSIGNED}){0,50}`
};
var patterns = /* @__PURE__ */ new Map();
function isPlain(property, value) {
  if (value.length > LONGEST2) return false;
  const pattern = patterns.get(property) ?? patternFor(property);
  if (!pattern) return false;
  patterns.set(property, pattern);
  return pattern.test(value);
}
var LONGEST2 = 200;
function patternFor(property) {
  const definition = PROPERTIES.get(property);
  if (definition === void 0) return void 0;
  const alternatives = definition.split(" | ").flatMap((each) => {
    if (/^[\w-]+$/.test(each)) return [each];
    const type = PLAIN_TYPES[each];
    return type === void 0 ? [] : [type];
  });
  return new RegExp(`^(?:inherit|${alternatives.join("|")})$`);
}

// src/icon/verify/reference/valid-value.ts
var known = /* @__PURE__ */ new Map();
var REMEMBERED = 5e3;
var LONGEST3 = 200;
function validValue(property, value, context) {
  if (context === "attribute" && isPlain(property, value)) return value;
  if (value.length > LONGEST3) return parseValue(property, value, context).text;
  const key = `${context} ${property}:${value}`;
  if (known.has(key)) return known.get(key);
  if (known.size >= REMEMBERED) known.clear();
  const { text } = parseValue(property, value, context);
  known.set(key, text);
  return text;
}

// src/icon/verify/reference/declare-styles.ts
function readSheets(root) {
  return [...withDescendants(root)].flatMap((element) => {
    if (element.name !== "style") return [];
    const { type = "", media = "" } = element.attributes;
    if (type !== "" && type.toLowerCase() !== "text/css") return [];
    const holds = media.trim() === "" || holdsMedia(media);
    if (holds === void 0) throw new Unsupported("the media of its style sheet");
    return holds ? readSheet(ownText(element)) : [];
  });
}
function declareStyles(tree, rules, isDocument) {
  const declared = /* @__PURE__ */ new Map();
  for (const element of withDescendants(tree)) declared.set(element, ofAttributes(element));
  const root = { type: "root", children: [tree] };
  for (const [order, { selector, specificity, declarations }] of rules.entries()) {
    for (const element of matches(root, selector, isDocument)) {
      const values = declared.get(element);
      for (const { property, value, isImportant } of values ? declarations : []) {
        const rank = [isImportant ? 1 : 0, 1, ...specificity, order];
        declare(values, property, value, rank);
      }
    }
  }
  for (const [element, values] of declared) {
    for (const { property, value, isImportant } of readStyleAttribute(
      element.attributes.style ?? ""
    )) {
      declare(values, property, value, [isImportant ? 1 : 0, 2]);
    }
    element.declared = values;
  }
}
var STATES = /:(?:hover|active|focus|focus-within|focus-visible|target|visited|target-within)(?![-\w])/gi;
var LINKS = /:(?:any-)?link(?![-\w])/gi;
var PARTS = /::|:(?:before|after|first-line|first-letter)(?![-\w])/i;
function matches(root, selector, isDocument) {
  if (PARTS.test(selector)) return [];
  if (!isDocument && /:root(?![-\w])/i.test(selector)) return [];
  const atRest = selector.replace(STATES, ":not(*)").replace(LINKS, ":is(a[href],a[xlink\\:href])").replace(/:scope(?![-\w])/gi, ":root");
  try {
    return querySelectorAll(root, atRest).filter((node) => node.type === "element");
  } catch {
    throw new Unsupported(`the selector ${selector.slice(0, 60)}`);
  }
}
function declare(values, property, written, rank) {
  if (property === "all") throw new Unsupported("the property all");
  if (property.startsWith("--")) {
    putRanked(values, property, { value: written, rank, isAttribute: false });
    return;
  }
  const value = /^background(?:-color|-image)?$/.test(property) ? written : validValue(property, written, "declaration");
  if (value === void 0) return;
  for (const longhand of longhands(property)) {
    putRanked(values, longhand, { value, rank, isAttribute: false });
  }
}
function ofAttributes({ name, attributes }) {
  const values = /* @__PURE__ */ new Map();
  for (const [attribute, written] of Object.entries(attributes)) {
    const isGeometry = shapes(attribute, name);
    if (!isGeometry && !PRESENTATION_ATTRIBUTES.has(attribute) && attribute !== "transform")
      continue;
    const value = isGeometry || attribute === "transform" ? written : validValue(attribute, written, "attribute");
    if (value !== void 0) {
      values.set(attribute, { value, rank: [0, 0], isAttribute: true });
    }
  }
  return values;
}

// src/icon/verify/reference/is-plain.ts
var ELEMENTS = /^(?:svg|g|defs|path|rect|circle|ellipse|line|polyline|polygon|linearGradient|radialGradient|stop|title|desc|clipPath|mask|use|metadata|text|tspan)$/;
var TAG = /<([^\s<>/!?]+)((?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/y;
var NAMESPACE = /\sxmlns\s*=\s*["']http:\/\/www\.w3\.org\/2000\/svg["']/;
var ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
var ASIDE = /<\/[\w:-]+\s*>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^<>[\]]*>|[^<]+/y;
var TARGET = /(?:url\(|href\s*=\s*["'])#([\w-]+)/g;
var PAINT = /^(?:#(?:[\da-fA-F]{3}|[\da-fA-F]{6})|none|currentColor|black|white|red|url\(#[\w-]+\))$/;
var STYLE_VALUE = /^(?:#(?:[\da-fA-F]{3}|[\da-fA-F]{6})|none|currentColor|black|white|red|nonzero|evenodd|butt|round|square|miter|bevel|normal|inline|visible|new|[-+]?\d*\.?\d+(?:px)?|url\(#[\w-]+\))$/;
var STYLE_NAME = /^(?:fill|fill-opacity|fill-rule|clip-rule|stroke|stroke-(?:dasharray|dashoffset|linecap|linejoin|miterlimit|opacity|width)|opacity|stop-color|stop-opacity|display|visibility|overflow|enable-background)$/;
var PAINTS = /^(?:fill|stroke|color|stop-color)$/;
var DEMANDING = /^(?:transform-origin|transform-box|pathLength|requiredFeatures|requiredExtensions|systemLanguage|vector-effect|filter|mask-type|xlink:.*|.*:href|flood-color|lighting-color|marker(?:-.*)?|font|refX|refY|d:.*|xml:base)$/;
var KEYWORD = /^\s*(?:inherit|initial|unset|revert|revert-layer)\s*$/i;
function isPlainSource(svg) {
  const ids = /* @__PURE__ */ new Set();
  const targets = /* @__PURE__ */ new Set();
  let isFirst = true;
  for (let at = 0; at < svg.length; ) {
    TAG.lastIndex = at;
    const tag = TAG.exec(svg);
    if (!tag) {
      ASIDE.lastIndex = at;
      if (!ASIDE.test(svg)) return false;
      at = ASIDE.lastIndex;
      continue;
    }
    const [, name = "", attributes = ""] = tag;
    at = TAG.lastIndex;
    if (!ELEMENTS.test(name) || name === "svg" !== isFirst) return false;
    if (isFirst && !NAMESPACE.test(attributes)) return false;
    if (!hasPlainAttributes(attributes, isFirst, ids)) return false;
    for (const [, target = ""] of attributes.matchAll(TARGET)) targets.add(target);
    isFirst = false;
  }
  return !isFirst && [...targets].every((target) => ids.has(target));
}
function hasPlainAttributes(text, isRoot, ids) {
  let links = 0;
  for (const [, name = "", double, single] of text.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? "";
    if (/[&\\]|(?:var|calc|env)\(/i.test(value) || KEYWORD.test(value)) return false;
    if (name === "id") {
      if (ids.has(value)) return false;
      ids.add(value);
    } else if (name === "href" || name === "xlink:href") {
      links += 1;
      if (links > 1 || !/^#[\w-]+$/.test(value)) return false;
    } else if (name === "style") {
      if (!isPlainStyle(value)) return false;
    } else if (name === "color" && !isRoot) {
      return false;
    } else if (PAINTS.test(name)) {
      if (!PAINT.test(value)) return false;
    } else if (name === "clip-path" || name === "mask") {
      if (!/^(?:none|url\(#[\w-]+\))$/.test(value)) return false;
    } else if (DEMANDING.test(name) || isRoot && name === "transform") return false;
  }
  return true;
}
function isPlainStyle(style) {
  return style.split(";").every((declaration, at, all) => {
    if (declaration.trim() === "") return at === all.length - 1;
    const colon = declaration.indexOf(":");
    const [name, value] = [declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()];
    return STYLE_NAME.test(name) && STYLE_VALUE.test(value);
  });
}

// src/svg/length.ts
var PX = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8
};
var RELATIVE = /* @__PURE__ */ new Set([
  ...["%", "vw", "vh", "vmin", "vmax", "vi", "vb", "svw", "svh", "lvw", "lvh", "dvw", "dvh"],
  ...["lh", "rlh", "cap", "rcap", "ic", "ric", "rex", "rch"]
]);
var UNIT3 = /[a-z]*|%/iy;
function parseLength(text) {
  const number = numberAt(text, skipWhiteSpace(text, 0));
  if (!number) return void 0;
  UNIT3.lastIndex = number.end;
  const unit = (text[number.end] === "%" ? "%" : UNIT3.exec(text)?.[0] ?? "").toLowerCase();
  const end = number.end + unit.length;
  const isKnown2 = Object.hasOwn(PX, unit) || RELATIVE.has(unit);
  if (!isKnown2 || skipWhiteSpace(text, end) !== text.length) return void 0;
  return { value: number.value, unit };
}
function toPx({ value, unit }, whole) {
  if (unit === "%") return whole === void 0 ? void 0 : value / 100 * whole;
  const px2 = PX[unit];
  return px2 === void 0 ? void 0 : value * px2;
}
function pxOfAbsolute({ value, unit }) {
  return /^(em|rem|ex|ch)$/.test(unit) ? void 0 : toPx({ value, unit });
}

// src/svg/transform-list.ts
var COUNTS = {
  matrix: [6],
  translate: [1, 2],
  scale: [1, 2],
  rotate: [1, 3],
  skewX: [1],
  skewY: [1]
};
var FUNCTION2 = /(matrix|translate|scale|rotate|skewX|skewY)[ \t\n\f\r]*\(([^()]*)\)/y;
function parseTransformList(text) {
  const functions = [];
  let at = skipCommaWsp(text, 0);
  if (hasComma(text, 0, at)) return void 0;
  let isAfterComma = false;
  while (at < text.length) {
    FUNCTION2.lastIndex = at;
    const match = FUNCTION2.exec(text);
    if (!match) return void 0;
    const name = match[1];
    const values = parseNumberList(match[2] ?? "");
    if (!values || !COUNTS[name].includes(values.length)) return void 0;
    functions.push({ name, values });
    const end = FUNCTION2.lastIndex;
    at = skipCommaWsp(text, end);
    isAfterComma = hasComma(text, end, at);
  }
  return isAfterComma ? void 0 : functions;
}
var CSS_FUNCTION = /\s*([a-z]+)\(([^()]*)\)\s*/iy;
var COMMENT = /\/\*[\s\S]*?\*\//g;
function parseCssTransform(text, box) {
  const css = text.replace(COMMENT, " ").trim();
  if (/^none$/i.test(css)) return [];
  const functions = [];
  for (let at = 0; at < css.length; at = CSS_FUNCTION.lastIndex) {
    CSS_FUNCTION.lastIndex = at;
    const [, name = "", list = ""] = CSS_FUNCTION.exec(css) ?? [];
    const args = list.split(",").map((arg) => arg.trim());
    const found = CSS_FUNCTIONS.get(name.toLowerCase())?.(args, box);
    if (!found?.values.every((value) => Number.isFinite(value))) return void 0;
    functions.push(found);
  }
  return functions.length > 0 ? functions : void 0;
}
function parseIndividualTransform(property, text, box) {
  const value = text.trim();
  return /^none$/i.test(value) ? [] : parseCssTransform(`${property}(${value.split(/\s+/).join(",")})`, box);
}
var DEGREES = {
  deg: 1,
  grad: 0.9,
  rad: 180 / Math.PI,
  turn: 360
};
function angle(text = "") {
  const [, number = "", unit = ""] = /^(.*?)(deg|grad|rad|turn)?$/i.exec(text) ?? [];
  const value = parseNumber(number) ?? Number.NaN;
  return unit === "" ? value === 0 ? 0 : Number.NaN : value * (DEGREES[unit.toLowerCase()] ?? 1);
}
function px(text = "", whole) {
  const length = parseLength(text);
  if (!length || length.unit === "" && length.value !== 0) return Number.NaN;
  return (length.unit === "%" ? toPx(length, whole) : pxOfAbsolute(length)) ?? Number.NaN;
}
function factor(text = "") {
  if (text.endsWith("%")) return (parseNumber(text.slice(0, -1)) ?? Number.NaN) / 100;
  return parseNumber(text) ?? Number.NaN;
}
function made(name, read3, counts) {
  return (args) => counts.includes(args.length) ? { name, values: args.map((arg) => read3(arg)) } : void 0;
}
function onAxis(name, read3, place) {
  return ([arg, ...more]) => more.length === 0 ? { name, values: place(read3(arg)) } : void 0;
}
var tangent = (degrees) => Math.tan(degrees * Math.PI / 180);
var CSS_FUNCTIONS = new Map(
  Object.entries({
    matrix: made("matrix", parseOrNaN, [6]),
    translate: ([x, y, ...more], box) => {
      const values = [px(x, box?.width), ...y === void 0 ? [] : [px(y, box?.height)]];
      return more.length > 0 ? void 0 : { name: "translate", values };
    },
    translatex: ([x, ...more], box) => more.length > 0 ? void 0 : { name: "translate", values: [px(x, box?.width)] },
    translatey: ([y, ...more], box) => more.length > 0 ? void 0 : { name: "translate", values: [0, px(y, box?.height)] },
    scale: made("scale", factor, [1, 2]),
    scalex: onAxis("scale", factor, (x) => [x, 1]),
    scaley: onAxis("scale", factor, (y) => [1, y]),
    rotate: made("rotate", angle, [1]),
    rotatez: made("rotate", angle, [1]),
    skewx: made("skewX", angle, [1]),
    skewy: made("skewY", angle, [1]),
    skew: ([x, y = "0", ...more]) => more.length > 0 ? void 0 : { name: "matrix", values: [1, tangent(angle(y)), tangent(angle(x)), 1, 0, 0] }
  })
);
function parseOrNaN(text = "") {
  return parseNumber(text) ?? Number.NaN;
}
function serializeTransformList(list) {
  return list.map(({ name, values }) => `${name}(${values.map(shortNumber).join(" ")})`).join(" ");
}
function shortNumber(value) {
  return formatNumber(value).replace(/^(-?)0\./, "$1.");
}

// src/svg/matrix.ts
var IDENTITY = [1, 0, 0, 1, 0, 0];
function multiply(outer, inner2) {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner2;
  const [x, y] = [a * k + c * l + e, b * k + d * l + f];
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, x, y];
}
function apply([a, b, c, d, e, f], [x, y]) {
  return [a * x + c * y + e, b * x + d * y + f];
}
function isIdentity(matrix) {
  return matrix.every((value, index) => value === IDENTITY[index]);
}
function matrixOf(transform) {
  return parseTransformList(transform)?.map(matrixOfFunction).reduce(multiply, IDENTITY);
}
function matrixOfFunction({ name, values }) {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values;
  const radians = a * Math.PI / 180;
  switch (name) {
    case "matrix":
      return [a, b, c, d, e, f];
    case "translate":
      return [1, 0, 0, 1, a, b];
    case "scale":
      return [a, 0, 0, values[1] ?? a, 0, 0];
    case "skewX":
      return [1, 0, Math.tan(radians), 1, 0, 0];
    case "skewY":
      return [1, Math.tan(radians), 0, 1, 0, 0];
    case "rotate": {
      const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
      const turn = [cos, sin, -sin, cos, 0, 0];
      return multiply(multiply([1, 0, 0, 1, b, c], turn), [1, 0, 0, 1, -b, -c]);
    }
  }
}

// src/svg/view-box.ts
function parseViewBox(text) {
  if (text.length > LONGEST4) return void 0;
  const numbers2 = parseNumberList(text);
  if (numbers2?.length !== 4) return void 0;
  const [x = 0, y = 0, width = 0, height = 0] = numbers2;
  return { x, y, width, height };
}
function serializeViewBox({ x, y, width, height }) {
  return [x, y, width, height].map((value) => formatNumber(round(value))).join(" ");
}
function sizeOf(attributes) {
  const { viewBox, width, height } = attributes;
  const key = `${viewBox}|${width}|${height}`;
  const met = sizes.get(key);
  if (met !== void 0) return met;
  const size = measure(attributes);
  if (sizes.size < REMEMBERED2 && key.length < 100) sizes.set(key, size);
  return size;
}
var sizes = /* @__PURE__ */ new Map();
var REMEMBERED2 = 1e3;
function measure(attributes) {
  const width = lengthInPx(attributes.width);
  const height = lengthInPx(attributes.height);
  const declared = attributes.viewBox;
  if (declared !== void 0 && declared.trim() !== "") {
    const box = parseViewBox(declared);
    if (!box) return `viewBox="${declared.slice(0, SHOWN)}" is not four numbers`;
    if (!(box.width > 0 && box.height > 0)) return `viewBox="${declared}" has no area`;
    return {
      viewBox: serializeViewBox(box),
      ...naturalSize(width, height, box.width, box.height)
    };
  }
  if (width === void 0 || height === void 0) {
    return "it has neither a viewBox nor a width and height";
  }
  return { viewBox: serializeViewBox({ x: 0, y: 0, width, height }), width, height };
}
function naturalSize(width, height, boxWidth, boxHeight) {
  const [w, h] = width !== void 0 ? [width, height ?? width * boxHeight / boxWidth] : height !== void 0 ? [height * boxWidth / boxHeight, height] : [boxWidth, boxHeight];
  return { width: round(w), height: round(h) };
}
function lengthInPx(value = "") {
  const length = value.length <= LONGEST4 ? parseLength(value) : void 0;
  const px2 = length && toPx(length);
  return px2 !== void 0 && px2 > 0 ? round(px2) : void 0;
}
function round(value) {
  const rounded = Number(value.toFixed(6));
  return rounded === 0 ? value : rounded;
}
var LONGEST4 = 1e3;
var SHOWN = 60;

// src/icon/verify/reference/calc.ts
var CALC = /(?<![-\w])calc\(/i;
var TOKEN = /\s*((?:\d*\.)?\d+(?:e[-+]?\d+)?(?:[a-z]+|%)?|calc\(|[-+*/()])\s*/iy;
function withoutCalc(value) {
  if (!CALC.test(value)) return value;
  let text = value;
  for (let match = CALC.exec(text); match; match = CALC.exec(text)) {
    const reader = new CalcReader(text, match.index + match[0].length - 1);
    const result = reader.operand();
    text = text.slice(0, match.index) + formatNumber(result) + text.slice(reader.at);
  }
  return text;
}
var CalcReader = class {
  at;
  #text;
  constructor(text, at) {
    this.#text = text;
    this.at = at;
  }
  operand() {
    const token = this.#next();
    if (token === "-" || token === "+") return (token === "-" ? -1 : 1) * this.operand();
    if (token === "(" || token.toLowerCase() === "calc(") {
      const value = this.#sum();
      if (this.#next() !== ")") this.#refuse();
      return value;
    }
    const length = parseLength(token);
    return (length && pxOfAbsolute(length)) ?? this.#refuse();
  }
  #sum() {
    let value = this.#product();
    for (let token = this.#peek(); token === "+" || token === "-"; token = this.#peek()) {
      this.#next();
      const other = this.#product();
      value += token === "+" ? other : -other;
    }
    return value;
  }
  #product() {
    let value = this.operand();
    for (let token = this.#peek(); token === "*" || token === "/"; token = this.#peek()) {
      this.#next();
      const other = this.operand();
      value = token === "*" ? value * other : value / other;
    }
    return value;
  }
  #peek() {
    const { at } = this;
    const token = this.#next();
    this.at = at;
    return token;
  }
  #next() {
    TOKEN.lastIndex = this.at;
    const [, token] = TOKEN.exec(this.#text) ?? [];
    if (token === void 0) return this.#refuse();
    this.at = TOKEN.lastIndex;
    return token;
  }
  #refuse() {
    throw new Unsupported(`the value ${this.#text.slice(0, 60)}`);
  }
};

// src/icon/verify/reference/computed-style.ts
var NO_STYLE = {
  custom: /* @__PURE__ */ new Map(),
  inherited: /* @__PURE__ */ new Map(),
  own: /* @__PURE__ */ new Map()
};
var INITIAL = {
  color: "#000",
  "clip-rule": "nonzero",
  "color-interpolation": "sRGB",
  "color-interpolation-filters": "linearRGB",
  fill: "#000",
  "fill-opacity": "1",
  "fill-rule": "nonzero",
  "font-family": "serif",
  "font-size": "16px",
  "font-style": "normal",
  "font-weight": "normal",
  "image-rendering": "auto",
  "letter-spacing": "normal",
  "marker-end": "none",
  "marker-mid": "none",
  "marker-start": "none",
  "paint-order": "normal",
  "shape-rendering": "auto",
  stroke: "none",
  "stroke-dasharray": "none",
  "stroke-dashoffset": "0",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "stroke-miterlimit": "4",
  "stroke-opacity": "1",
  "stroke-width": "1",
  "text-anchor": "start",
  "text-rendering": "auto",
  visibility: "visible",
  "word-spacing": "normal",
  "writing-mode": "horizontal-tb"
};
var OTHER_INHERITED = /^(?:font|font-.*|direction|cursor|pointer-events|line-height|white-space|text-align|text-indent|text-transform|color-rendering|color-scheme|dominant-baseline|quotes)$/;
function isInherited(property) {
  return Object.hasOwn(INITIAL, property) || OTHER_INHERITED.test(property);
}
function inheritedValue({ inherited }, property) {
  return inherited.get(property) ?? INITIAL[property] ?? "";
}
function computeStyle(declared, around) {
  const custom = customProperties(declared, around.custom);
  const inherited = new Map(around.inherited);
  const own2 = /* @__PURE__ */ new Map();
  const entries = [...declared].filter(([property]) => !property.startsWith("--"));
  for (const [property, ranked] of entries) {
    const found = computedValue(property, ranked, custom, around);
    if (isInherited(property)) {
      if (found === void 0) continue;
      inherited.set(property, found.value);
    }
    if (found !== void 0) own2.set(property, found);
  }
  return { custom, inherited, own: own2 };
}
function computedValue(property, { value, attribute, isAttribute }, custom, around) {
  let text = value;
  if (/var\(/i.test(value)) {
    const put = substitute(value, custom, []);
    text = put === void 0 ? void 0 : validOf(property, put, isAttribute);
    if (text === void 0) return void 0;
  }
  const keyword = text.trim().toLowerCase();
  if (keyword === "revert-layer" && attribute !== void 0) {
    return computedValue(
      property,
      { value: attribute, isAttribute: true, rank: [] },
      custom,
      around
    );
  }
  if (/^(?:unset|revert|revert-layer)$/.test(keyword)) return void 0;
  if (keyword === "inherit") {
    return isInherited(property) ? void 0 : around.own.get(property);
  }
  if (keyword === "initial") {
    const initial = INITIAL[property];
    return initial === void 0 ? void 0 : { value: initial, isAttribute: false };
  }
  return { value: text, isAttribute };
}
function validOf(property, text, isAttribute) {
  if (/^background/.test(property)) return text;
  return validValue(property, text, isAttribute ? "attribute" : "declaration");
}
function customProperties(declared, around) {
  const own2 = [...declared].filter(([property]) => property.startsWith("--"));
  if (own2.length === 0) return around;
  const raw = new Map(around);
  for (const [name, { value }] of own2) {
    const keyword = value.trim().toLowerCase();
    if (/^(?:inherit|unset|revert|revert-layer)$/.test(keyword)) continue;
    if (keyword === "initial") raw.delete(name);
    else raw.set(name, value);
  }
  const resolved = new Map(raw);
  for (const [name] of own2) {
    const value = raw.get(name);
    const text = value === void 0 ? void 0 : substitute(value, raw, [name]);
    if (text === void 0) resolved.delete(name);
    else resolved.set(name, text);
  }
  return resolved;
}
var LONGEST5 = 1e5;
function substitute(value, custom, path) {
  if (path.length > 50) throw new Unsupported("its variables lead too far");
  let text = "";
  let at = 0;
  for (; ; ) {
    const start = value.slice(at).search(/(?<![-\w])var\(/i);
    if (start < 0) break;
    const open = at + start + 4;
    const close = closingAt(value, open);
    if (close === void 0) return void 0;
    const [, name = "", fallback] = /^\s*(--[^\s,]+)\s*(?:,([\s\S]*))?$/.exec(value.slice(open, close)) ?? [];
    const known2 = path.includes(name) ? void 0 : custom.get(name);
    const found = known2 === void 0 ? void 0 : substitute(known2, custom, [...path, name]);
    const put = found ?? (fallback === void 0 ? void 0 : substitute(fallback, custom, path));
    if (put === void 0) return void 0;
    text += `${value.slice(at, at + start)} ${put} `;
    at = close + 1;
    if (text.length > LONGEST5) throw new Unsupported("its variables stand for too much text");
  }
  return text + value.slice(at);
}
function closingAt(text, from) {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "(") depth += 1;
    else if (text[at] === ")" && --depth === 0) return at;
  }
  return void 0;
}

// src/icon/verify/reference/conditions.ts
var CONDITIONAL = /^(?:a|circle|ellipse|foreignObject|g|image|line|path|polygon|polyline|rect|svg|switch|text|textPath|tspan|use)$/;
function isChosen({ name, attributes }) {
  if (!CONDITIONAL.test(name)) return true;
  const { systemLanguage, requiredExtensions } = attributes;
  if (requiredExtensions !== void 0 && !isKnown(requiredExtensions)) return false;
  return systemLanguage === void 0 || systemLanguage.split(",").some((each) => /^en(?:-us)?$/i.test(each.trim()));
}
function isKnown(extensions) {
  return extensions.trim().split(/\s+/).every((each) => each === "");
}
function branchOf({ children }) {
  return children.find(
    (child) => isElement(child) && !child.name.startsWith("foreign:") && isChosen(child)
  );
}

// src/svg/color.ts
import { _collections as svgo3 } from "svgo/browser";

// src/svg/color-spaces.ts
function channel(text, range, percentOnly = false) {
  if (text.toLowerCase() === "none") return 0;
  if (text.endsWith("%")) return (parseNumber(text.slice(0, -1)) ?? Number.NaN) / 100 * range;
  return percentOnly ? Number.NaN : parseNumber(text) ?? Number.NaN;
}
var TURN = {
  "": 1,
  deg: 1,
  grad: 0.9,
  rad: 180 / Math.PI,
  turn: 360
};
function hue(text) {
  if (text.toLowerCase() === "none") return 0;
  const [, number = "", unit = ""] = /^(.*?)(deg|grad|rad|turn)?$/i.exec(text) ?? [];
  return (parseNumber(number) ?? Number.NaN) * (TURN[unit.toLowerCase()] ?? Number.NaN);
}
var ranges = (x, y, z) => ([a = "", b = "", c = ""]) => [channel(a, x), channel(b, y), channel(c, z)];
var polar = (x, y) => ([a = "", b = "", c = ""]) => [channel(a, x), channel(b, y), hue(c)];
var hueFirst = ([a = "", b = "", c = ""], isLegacy) => [
  hue(a),
  channel(b, 100, isLegacy),
  channel(c, 100, isLegacy)
];
var SPACES = {
  rgb: [ranges(255, 255, 255), (value) => map(value, (it) => it / 255)],
  hsl: [hueFirst, fromHsl],
  hwb: [hueFirst, fromHwb],
  srgb: [ranges(1, 1, 1), (value) => value],
  "srgb-linear": [ranges(1, 1, 1), (value) => map(value, encode)],
  "display-p3": [ranges(1, 1, 1), (value) => fromLinear(times(P3, map(value, decode2)))],
  oklab: [ranges(1, 0.4, 0.4), fromOklab],
  oklch: [polar(1, 0.4), (value) => fromOklab(fromPolar(value))],
  lab: [ranges(100, 125, 125), fromLab],
  lch: [polar(100, 150), (value) => fromLab(fromPolar(value))],
  "a98-rgb": [ranges(1, 1, 1), "unknown"],
  "prophoto-rgb": [ranges(1, 1, 1), "unknown"],
  rec2020: [ranges(1, 1, 1), "unknown"],
  xyz: [ranges(1, 1, 1), "unknown"],
  "xyz-d50": [ranges(1, 1, 1), "unknown"],
  "xyz-d65": [ranges(1, 1, 1), "unknown"]
};
function fromSpace(space, channels, isLegacy) {
  const entry = Object.hasOwn(SPACES, space) ? SPACES[space] : void 0;
  if (!entry) return void 0;
  const percents = channels.filter((text) => text.endsWith("%")).length;
  if (isLegacy && (/none/i.test(channels.join()) || space === "rgb" && percents % 3 !== 0)) {
    return void 0;
  }
  const [read3, convert] = entry;
  const value = read3(channels, isLegacy);
  if (!value.every(Number.isFinite)) return void 0;
  if (convert === "unknown") return convert;
  return map(convert(value), (it) => 255 * clamp(it));
}
var clamp = (value) => Math.min(1, Math.max(0, value));
function map([a, b, c], change) {
  return [change(a), change(b), change(c)];
}
function times([r, s, t], [x, y, z]) {
  const row = ([a, b, c]) => a * x + b * y + c * z;
  return [row(r), row(s), row(t)];
}
function encode(value) {
  const size = Math.abs(value);
  return size > 31308e-7 ? Math.sign(value) * (1.055 * size ** (1 / 2.4) - 0.055) : 12.92 * value;
}
function decode2(value) {
  const size = Math.abs(value);
  return size > 0.04045 ? Math.sign(value) * ((size + 0.055) / 1.055) ** 2.4 : value / 12.92;
}
var fromLinear = (value) => map(value, encode);
var P3 = [
  [1.2249401762805598, -0.22494017628055996, 0],
  [-0.04205695470968816, 1.042056954709688, 0],
  [-0.019637554590334432, -0.07863604555063189, 1.0982736001409663]
];
function fromHsl([h, saturation, lightness]) {
  const [s, l] = [clamp(saturation / 100), clamp(lightness / 100)];
  const at = (n) => {
    const k = ((n + h / 30) % 12 + 12) % 12;
    return l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [at(0), at(8), at(4)];
}
function fromHwb([h, whiteness, blackness]) {
  const [w, b] = [clamp(whiteness / 100), clamp(blackness / 100)];
  if (w + b >= 1) return map([0, 0, 0], () => w / (w + b));
  return map(fromHsl([h, 100, 50]), (value) => value * (1 - w - b) + w);
}
function fromPolar([lightness, chroma, degrees]) {
  const radians = degrees * Math.PI / 180;
  return [lightness, chroma * Math.cos(radians), chroma * Math.sin(radians)];
}
function fromOklab([l, a, b]) {
  const lms = times(
    [
      [1, 0.3963377774, 0.2158037573],
      [1, -0.1055613458, -0.0638541728],
      [1, -0.0894841775, -1.291485548]
    ],
    [l, a, b]
  );
  const cubed = map(lms, (value) => value ** 3);
  return fromLinear(
    times(
      [
        [4.0767416621, -3.3077115913, 0.2309699292],
        [-1.2684380046, 2.6097574011, -0.3413193965],
        [-0.0041960863, -0.7034186147, 1.707614701]
      ],
      cubed
    )
  );
}
function fromLab([l, a, b]) {
  const middle = (l + 16) / 116;
  const [epsilon, kappa] = [216 / 24389, 24389 / 27];
  const back = (f) => f ** 3 > epsilon ? f ** 3 : (116 * f - 16) / kappa;
  const y = l > kappa * epsilon ? middle ** 3 : l / kappa;
  const d50 = [
    0.9642956764 * back(middle + a / 500),
    y,
    0.8251046025 * back(middle - b / 200)
  ];
  const d65 = times(
    [
      [0.955473421488075, -0.02309845494876471, 0.06325924320057072],
      [-0.0283697093338637, 1.0099953980813041, 0.021041441191917323],
      [0.012314014864481998, -0.020507649298898964, 1.330365926242124]
    ],
    d50
  );
  return fromLinear(
    times(
      [
        [3.2409699419045226, -1.537383177570094, -0.4986107602930034],
        [-0.9692436362808796, 1.8759675015077202, 0.04155505740717559],
        [0.05563007969699366, -0.20397695888897652, 1.0569715142428786]
      ],
      d65
    )
  );
}

// src/svg/color.ts
var LONGEST6 = 500;
function parseColor(source) {
  const text = source.trim();
  if (text.length > LONGEST6) return void 0;
  if (text.startsWith("#")) return hexColor(text.toLowerCase());
  const [, name = "", args] = /^([a-z][\w-]*)(?:\(([\s\S]*)\))?$/i.exec(text) ?? [];
  const keyword = name.toLowerCase();
  if (args === void 0) return keywordColor(keyword);
  return functionColor(keyword, args);
}
function serializeColor(color) {
  return color.kind === "current" ? "currentColor" : color.text;
}
function hexOf({ red, green, blue, alpha }) {
  const bytes = [red, green, blue, ...alpha < 1 ? [alpha * 255] : []];
  const pairs = bytes.map(
    (byte) => Math.min(255, Math.max(0, Math.round(byte))).toString(16).padStart(2, "0")
  );
  const isShort = pairs.every(([high, low]) => high === low);
  return `#${pairs.map((pair) => isShort ? pair.charAt(0) : pair).join("")}`;
}
function rgb([red, green, blue], alpha, text, isLegacy = true) {
  return { kind: "rgb", red, green, blue, alpha, text, isLegacy };
}
function hexColor(text) {
  if (!/^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.test(text)) return void 0;
  const digits = text.slice(1);
  const pairs = digits.length < 6 ? [...digits].map((digit) => digit + digit) : digits.match(/../g);
  const [red = 0, green = 0, blue = 0, alpha = 255] = (pairs ?? []).map(
    (pair) => Number.parseInt(pair, 16)
  );
  return rgb([red, green, blue], alpha / 255, text);
}
var SYSTEM = new Set(
  `accentcolor accentcolortext activetext buttonborder buttonface buttontext canvas canvastext field
  fieldtext graytext highlight highlighttext linktext mark marktext selecteditem selecteditemtext
  visitedtext activeborder activecaption appworkspace background buttonhighlight buttonshadow
  captiontext inactiveborder inactivecaption inactivecaptiontext infobackground infotext menu
  menutext scrollbar threeddarkshadow threedface threedhighlight threedlightshadow threedshadow
  window windowframe windowtext`.split(/\s+/)
);
function keywordColor(keyword) {
  if (keyword === "currentcolor") return { kind: "current" };
  if (keyword === "transparent") return rgb([0, 0, 0], 0, keyword);
  if (SYSTEM.has(keyword)) return { kind: "system", text: keyword };
  const known2 = Object.hasOwn(svgo3.colorsNames, keyword) ? svgo3.colorsNames[keyword] : void 0;
  const color = known2 === void 0 ? void 0 : hexColor(known2.toLowerCase());
  return color && { ...color, text: keyword };
}
function functionColor(name, args) {
  if (/^(?:rgb|hsl)a?$|^(?:hwb|lab|lch|oklab|oklch)$|^color$/.test(name)) {
    return computed(name, args) ?? relative(name, args);
  }
  if (name === "color-mix" || name === "light-dark" || name === "contrast-color") {
    return mixed(name, args);
  }
  return void 0;
}
function argumentsOf(args) {
  if (args.includes(",")) {
    const [first = "", second = "", third = "", alpha2, ...more2] = args.split(",").map((it) => it.trim());
    return more2.length > 0 ? void 0 : { channels: [first, second, third], alpha: alpha2, hasCommas: true };
  }
  const [list = "", alpha, ...more] = args.split("/").map((it) => it.trim());
  if (more.length > 0) return void 0;
  return { channels: list.split(/\s+/), alpha, hasCommas: false };
}
function computed(name, args) {
  const parts = argumentsOf(args);
  const alpha = parts && alphaOf(parts.alpha, parts.hasCommas);
  if (!parts || alpha === void 0) return void 0;
  const { channels, hasCommas } = parts;
  const [space, values] = name === "color" ? [channels[0] ?? "", channels.slice(1)] : [name, channels];
  if (values.length !== 3 || hasCommas && !/^(?:rgb|hsl)a?$/.test(name)) return void 0;
  const kind = space.toLowerCase().replace(/^(rgb|hsl)a$/, "$1");
  const color = fromSpace(kind, values, hasCommas);
  if (color === void 0) return void 0;
  const list = values.join(hasCommas ? "," : " ");
  const inner2 = name === "color" ? `${kind} ${list}` : list;
  const tail = parts.alpha === void 0 ? "" : `${hasCommas ? "," : "/"}${parts.alpha}`;
  const text = `${name}(${inner2}${tail})`.toLowerCase();
  if (color === "unknown") return { kind: "function", text };
  if (!/^(rgb|hsl|hwb)$/.test(kind)) return rgb(color, alpha, text, false);
  const [red, green, blue] = color.map(Math.round);
  if (hasCommas) return rgb([red, green, blue], alpha, text);
  const plain = hexOf({ red, green, blue, alpha: 1 });
  const share = formatNumber(Number(alpha.toFixed(4)));
  return rgb(
    [red, green, blue],
    alpha,
    alpha === 1 ? plain : `rgba(${red},${green},${blue},${share})`
  );
}
function alphaOf(text, hasCommas) {
  if (text === void 0) return 1;
  if (text.toLowerCase() === "none") return hasCommas ? void 0 : 0;
  const isPercent = text.endsWith("%");
  const number = parseNumber(isPercent ? text.slice(0, -1) : text);
  return number === void 0 ? void 0 : Math.min(1, Math.max(0, number / (isPercent ? 100 : 1)));
}
function relative(name, args) {
  const [, origin = "", rest = ""] = /^\s*from\s+(#\w+|[a-z]+(?:\([^()]*\))?)\s+([\s\S]+)$/i.exec(args) ?? [];
  if (origin === "" || !parseColor(origin)) return void 0;
  const isPlain2 = /^(?:[-+*/\d.%\s()]|\b(?:[a-z]|alpha|calc|none|deg|srgb|srgb-linear|display-p3|xyz)\b)+$/i;
  if (!isPlain2.test(rest) || !isBalanced(rest)) return void 0;
  return { kind: "function", text: `${name}(from ${origin} ${rest.trim()})`.toLowerCase() };
}
function isBalanced(text) {
  let depth = 0;
  for (const character of text) {
    if (character === "(") depth += 1;
    if (character === ")" && --depth < 0) return false;
  }
  return depth === 0;
}
function mixed(name, args) {
  const [first = "", ...others] = splitTopLevel(args);
  const isMix = name === "color-mix";
  if (isMix && !/^in\s+[a-z\d-]+(?:\s+(?:shorter|longer|increasing|decreasing)\s+hue)?$/i.test(first)) {
    return void 0;
  }
  const colors = isMix ? others : [first, ...others];
  if (colors.length !== (name === "contrast-color" ? 1 : 2)) return void 0;
  const written = colors.map((each) => {
    const [, before = "", inner2 = "", behind = ""] = /^(?:([\d.]+%)\s+)?([\s\S]*?)(?:\s+([\d.]+%))?$/.exec(each) ?? [];
    const color = parseColor(inner2);
    const isWeighted = before !== "" || behind !== "";
    if (!color || isWeighted && !isMix || before !== "" && behind !== "") return void 0;
    return [serializeColor(color), before + behind].join(" ").trim();
  });
  if (written.includes(void 0)) return void 0;
  const list = isMix ? [first.toLowerCase(), ...written] : written;
  return { kind: "function", text: `${name}(${list.join(",")})` };
}
function splitTopLevel(text) {
  const parts = [];
  let [start, depth] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") depth += 1;
    else if (text[at] === ")") depth -= 1;
    else if (text[at] === "," && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...parts, text.slice(start).trim()];
}

// src/icon/verify/reference/paint.ts
var SYSTEM2 = {
  canvas: "#fff",
  canvastext: "#000",
  field: "#fff",
  fieldtext: "#000",
  window: "#fff",
  windowtext: "#000",
  background: "#fff",
  menutext: "#000",
  infotext: "#000",
  captiontext: "#000",
  mark: "#ff0",
  marktext: "#000"
};
function plainColor(text, current) {
  const color = parseColor(text);
  if (color?.kind === "current") return current ?? "currentColor";
  if (color?.kind === "rgb") return writeRgb(color);
  if (color?.kind === "system") {
    const known2 = Object.hasOwn(SYSTEM2, color.text) ? SYSTEM2[color.text] : void 0;
    if (known2 !== void 0) return known2;
  }
  const [, light] = /^light-dark\(((?:[^(),]|\([^()]*\))*),/i.exec(text.trim()) ?? [];
  if (light !== void 0) return plainColor(light, current);
  const mixed2 = mixOf(text, current);
  if (mixed2 !== void 0) return mixed2;
  throw new Unsupported(`the color ${text.slice(0, 60)}`);
}
function writeRgb(color) {
  const { red, green, blue, alpha } = color;
  if (alpha >= 1) return hexOf({ red, green, blue, alpha: 1 });
  const channels = [red, green, blue].map((channel2) => Math.round(channel2));
  return `rgba(${channels.join(",")},${formatNumber(Number(alpha.toFixed(4)))})`;
}
function mixOf(text, current) {
  const part = "((?:[^(),]|\\([^()]*\\))+)";
  const [, first = "", second = ""] = new RegExp(`^color-mix\\(\\s*in\\s+srgb\\s*,${part},${part}\\)$`, "i").exec(text.trim()) ?? [];
  if (first === "") return void 0;
  const [a, b] = [weighted(first, current), weighted(second, current)];
  if (!a || !b) return void 0;
  const share = a.share ?? (b.share === void 0 ? 0.5 : 1 - b.share);
  const other = b.share ?? 1 - share;
  const sum = share + other;
  if (!(sum > 0)) return void 0;
  const [s, t] = [share / sum, other / sum];
  const alpha = a.color.alpha * s + b.color.alpha * t;
  const mix = (x, y) => alpha === 0 ? 0 : (x * a.color.alpha * s + y * b.color.alpha * t) / alpha;
  return writeRgb({
    ...a.color,
    red: mix(a.color.red, b.color.red),
    green: mix(a.color.green, b.color.green),
    blue: mix(a.color.blue, b.color.blue),
    alpha: alpha * Math.min(1, sum)
  });
}
function weighted(text, current) {
  const [, before, inner2 = "", behind] = /^\s*(?:([\d.]+)%\s+)?([\s\S]*?)(?:\s+([\d.]+)%)?\s*$/.exec(text) ?? [];
  const color = parseColor(plainColor(inner2, current));
  const percent = before ?? behind;
  if (color?.kind !== "rgb") return void 0;
  return { color, share: percent === void 0 ? void 0 : Number(percent) / 100 };
}
var REFERENCE3 = /^url\(([^()]*)\)\s*([\s\S]*)$/;
function plainPaint(text, find) {
  if (/^(?:none|context-fill|context-stroke)$/i.test(text)) return text.toLowerCase();
  const [, target, rest = ""] = REFERENCE3.exec(text) ?? [];
  if (target === void 0) return plainColor(text);
  const id = find(target);
  const fallback = rest === "" ? "none" : plainPaint(rest, find);
  if (id === void 0) return fallback;
  return rest === "" ? `url(#${id})` : `url(#${id}) ${fallback}`;
}
function plainReference(text, find, what) {
  if (/^none$/i.test(text)) return void 0;
  const [, target, rest] = REFERENCE3.exec(text) ?? [];
  if (target === void 0 || rest !== "") throw new Unsupported(`${what}: ${text.slice(0, 60)}`);
  return find(target);
}
function plainFilter(text, find, current) {
  if (/^none$/i.test(text)) return void 0;
  const functions = text.match(/[-\w]+\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g) ?? [];
  const written = functions.map((each) => {
    const [, target] = /^url\(([^()]*)\)$/.exec(each) ?? [];
    if (target !== void 0) {
      const id = find(target);
      return id === void 0 ? "" : `url(#${id})`;
    }
    const [, args] = /^drop-shadow\(([\s\S]*)\)$/.exec(each) ?? [];
    return args === void 0 ? each : shadow(args, current);
  });
  return written.join(" ").trim() || void 0;
}
function shadow(args, current) {
  const lengths = args.match(/(?<![\w(#.,/-])[-+]?(?:\d*\.)?\d+(?:e[-+]?\d+)?[a-z]*(?![\w(),])/gi);
  const outside = args.replace(/[-\w]+\((?:[^()]|\([^()]*\))*\)|#\w+/g, " ");
  const sizes2 = outside.match(/[-+]?(?:\d*\.)?\d+(?:e[-+]?\d+)?(?:[a-z]+)?/gi) ?? lengths ?? [];
  const color = /[-\w]+\((?:[^()]|\([^()]*\))*\)|#\w+|(?<![-\w.])[a-z][a-z]+/i.exec(args)?.[0] ?? "currentcolor";
  return `drop-shadow(${sizes2.join(" ")} ${plainColor(color, current)})`;
}

// src/svg/transform-origin.ts
var ACROSS = { left: 0, center: 0.5, right: 1 };
var DOWN = { top: 0, center: 0.5, bottom: 1 };
function parseTransformOrigin(text, context) {
  const { box } = context;
  const [first = "", second = "center", third = "0", ...more] = text.trim().toLowerCase().split(/\s+/);
  if (more.length > 0 || !/^[-+]?0(?:px)?$/.test(third)) return void 0;
  const isSwapped = /^(top|bottom)$/.test(first) || /^(left|right)$/.test(second);
  const [across, down] = isSwapped ? [second, first] : [first, second];
  const x = along(across, ACROSS, box?.width, context);
  const y = along(down, DOWN, box?.height, context);
  return x === void 0 || y === void 0 ? void 0 : [x, y];
}
function along(word, keywords, side, { isAttribute }) {
  const share = Object.hasOwn(keywords, word) ? keywords[word] : void 0;
  if (share !== void 0) return side === void 0 ? void 0 : share * side;
  const length = parseLength(word);
  if (!length || length.unit === "" && length.value !== 0 && !isAttribute) return void 0;
  return length.unit === "%" ? toPx(length, side) : pxOfAbsolute(length);
}

// src/icon/verify/reference/placement.ts
function placementOf({ own: own2 }, context) {
  if (MOVING.some((name) => own2.has(name) && !/^none$/i.test(own2.get(name)?.value ?? ""))) {
    throw new Unsupported(`the property ${MOVING.find((name) => own2.has(name))}`);
  }
  const transform = own2.get("transform");
  const singles = SINGLE.flatMap((name) => {
    const single = own2.get(name);
    return single ? [[name, single.value]] : [];
  });
  if (!transform && singles.length === 0) return IDENTITY;
  const kind = own2.get("transform-box")?.value.toLowerCase() ?? "view-box";
  const origin = own2.get("transform-origin");
  const boxOf = () => {
    if (context.isRoot || kind === "fill-box" || kind === "content-box") return context.measure();
    if (kind !== "view-box") throw new Unsupported(`transform-box: ${kind}`);
    return context.view && { x: 0, y: 0, ...context.view };
  };
  const needsBox = context.isRoot || kind !== "view-box" || [origin, transform].some(isRelative) || singles.some(([, value]) => value.includes("%"));
  const box = needsBox ? boxOf() : void 0;
  let matrix = transform ? listOf(transform, box) : IDENTITY;
  for (const [name, value] of singles.toReversed()) {
    const list = parseIndividualTransform(name, value, box);
    if (!list) throw new Unsupported(`${name}: ${value.slice(0, 40)}`);
    matrix = multiply(matrixOfList(list), matrix);
  }
  if (isIdentity(matrix)) return IDENTITY;
  const [x, y] = originOf(origin, box, context.isRoot);
  return multiply(multiply([1, 0, 0, 1, x, y], matrix), [1, 0, 0, 1, -x, -y]);
}
var SINGLE = ["translate", "rotate", "scale"];
var MOVING = ["offset-path", "perspective"];
function isRelative(own2) {
  return own2 !== void 0 && /%|left|center|right|top|bottom/i.test(own2.value);
}
function listOf({ value, isAttribute }, box) {
  if (isAttribute) return matrixOf(value) ?? IDENTITY;
  const matrix = cssMatrix(value, box);
  if (!matrix) throw new Unsupported(`transform: ${value.slice(0, 40)}`);
  return matrix;
}
function cssMatrix(value, box) {
  const list = parseCssTransform(value, box);
  return list && matrixOfList(list);
}
function matrixOfList(list) {
  return list.length === 0 ? IDENTITY : matrixOf(serializeTransformList(list)) ?? IDENTITY;
}
function originOf(origin, box, isRoot) {
  if (!origin) {
    return isRoot && box ? [box.x + box.width / 2, box.y + box.height / 2] : [0 + (box?.x ?? 0), box?.y ?? 0];
  }
  const { isAttribute } = origin;
  const found = parseTransformOrigin(origin.value, { box, isAttribute });
  if (!found) throw new Unsupported(`transform-origin: ${origin.value.slice(0, 40)}`);
  return [(box?.x ?? 0) + found[0], (box?.y ?? 0) + found[1]];
}

// src/svg/preserve-aspect-ratio.ts
var GRAMMAR = /^[ \t\n\f\r]*(none|x(?:Min|Mid|Max)Y(?:Min|Mid|Max))(?:[ \t\n\f\r]*(meet|slice))?[ \t\n\f\r]*$/;
function parsePreserveAspectRatio(text) {
  const match = GRAMMAR.exec(text);
  if (!match) return void 0;
  return {
    align: match[1],
    meetOrSlice: match[2] ?? "meet"
  };
}

// src/icon/verify/reference/root-box.ts
var EFFECTS = ["opacity", "filter", "mask", "clip-path", "style"];
function wrapRoot({ attributes, children, style, size }) {
  const background = backgroundOf(style);
  const isPlaced = ["transform", "translate", "rotate", "scale"].some(
    (name) => style.own.has(name)
  );
  if (background === void 0 && !isPlaced) return { attributes, children };
  if (typeof size === "string") throw new Unsupported("the size of its root");
  const { scale, left, top } = fitOf(attributes, size);
  const view = [1 / scale, 0, 0, 1 / scale, -left / scale, -top / scale];
  const rect = {
    x: -left / scale,
    y: -top / scale,
    width: size.width / scale,
    height: size.height / scale
  };
  const ground = background === void 0 ? [] : [
    {
      name: "rect",
      attributes: { ...numbers(rect), fill: background, stroke: "none" },
      children: []
    }
  ];
  if (!isPlaced) return { attributes, children: [...ground, ...children] };
  const px2 = placementOf(style, {
    view: size,
    measure: () => ({ x: 0, y: 0, width: size.width, height: size.height }),
    isRoot: true
  });
  const units = multiply(multiply(view, px2), [scale, 0, 0, scale, left, top]);
  const outer = { ...attributes };
  const effects = {};
  for (const name of EFFECTS) {
    const { [name]: value } = outer;
    if (value === void 0) continue;
    effects[name] = value;
    delete outer[name];
  }
  if (isIdentity(px2) && Object.keys(effects).length === 0) {
    return { attributes: outer, children: [...ground, ...children] };
  }
  const inner2 = {
    name: "svg",
    attributes: { ...numbers(rect), viewBox: Object.values(numbers(rect)).join(" ") },
    children: [...ground, ...children]
  };
  const turned = {
    name: "g",
    attributes: { ...effects, transform: `matrix(${units.map(formatNumber).join(" ")})` },
    children: [inner2]
  };
  return { attributes: outer, children: [turned] };
}
function numbers(rect) {
  return Object.fromEntries(
    Object.entries(rect).map(([name, value]) => [
      name,
      formatNumber(Number(value.toPrecision(12)))
    ])
  );
}
function backgroundOf({ own: own2 }) {
  const image = own2.get("background-image")?.value ?? "none";
  const color = own2.get("background")?.value ?? own2.get("background-color")?.value;
  if (!/^none$/i.test(image.trim())) throw new Unsupported("a background image");
  if (color === void 0 || /^(?:none|transparent|initial|0 0)$/i.test(color.trim()))
    return void 0;
  if (own2.has("background") && own2.has("background-color"))
    throw new Unsupported("two backgrounds");
  try {
    return plainColor(color, "#000");
  } catch {
    throw new Unsupported("the background of its root");
  }
}
function fitOf(attributes, { width, height }) {
  const box = parseViewBox(attributes.viewBox ?? "");
  if (!box) return { scale: 1, left: 0, top: 0 };
  const { align, meetOrSlice } = parsePreserveAspectRatio(attributes.preserveAspectRatio ?? "") ?? {
    align: "xMidYMid",
    meetOrSlice: "meet"
  };
  const ratios = [width / box.width, height / box.height];
  if (align === "none" && ratios[0] !== ratios[1]) throw new Unsupported("a stretched root");
  const scale = meetOrSlice === "slice" ? Math.max(...ratios) : Math.min(...ratios);
  const share = (kind) => kind === "Min" ? 0 : kind === "Max" ? 1 : 0.5;
  const [, across = "Mid", down = "Mid"] = /^x(\w{3})Y(\w{3})$/.exec(align) ?? [];
  return {
    scale,
    left: share(across) * (width - box.width * scale) - box.x * scale,
    top: share(down) * (height - box.height * scale) - box.y * scale
  };
}

// src/svg/points.ts
function read2(text) {
  const points = [];
  let end = 0;
  let x;
  let at = skipWhiteSpace(text, 0);
  while (at < text.length) {
    const token = numberAt(text, at);
    if (!token) return { points, end, isValid: false };
    at = skipCommaWsp(text, token.end);
    if (x === void 0) x = token.value;
    else {
      points.push([x, token.value]);
      end = token.end;
      x = void 0;
    }
  }
  return { points, end, isValid: true };
}
function parsePoints(text) {
  const { points, isValid } = read2(text);
  return isValid ? points : [];
}

// src/icon/verify/reference/shape-measures.ts
var PIECES = 64;
function outlineOf(name, read3) {
  const number = (attribute, otherwise = 0) => {
    const text = read3(attribute);
    if (text === void 0) return otherwise;
    const length = parseLength(text);
    const px2 = length && toPx(length);
    if (px2 === void 0)
      throw new Unsupported(`${attribute}="${text.slice(0, 40)}" on a shape that is measured`);
    return px2;
  };
  switch (name) {
    case "path":
      return readPath(read3("d") ?? "").map(({ start, segments, isClosed }) => [
        start,
        ...segments.flatMap(flatten),
        ...isClosed ? [start] : []
      ]);
    case "rect": {
      const [x, y, width, height] = [number("x"), number("y"), number("width"), number("height")];
      const given = [number("rx", Number.NaN), number("ry", Number.NaN)];
      const [rx = 0, ry = 0] = [given[0] ?? 0, given[1] ?? 0].map(
        (radius, at, both) => Math.min(
          Number.isNaN(radius) ? (both[1 - at] ?? 0) || 0 : radius,
          (at === 0 ? width : height) / 2
        )
      );
      return [roundedRect(x, y, width, height, rx, ry)];
    }
    case "circle":
      return [ellipse(number("cx"), number("cy"), number("r"), number("r"))];
    case "ellipse":
      return [ellipse(number("cx"), number("cy"), number("rx"), number("ry"))];
    case "line":
      return [
        [
          [number("x1"), number("y1")],
          [number("x2"), number("y2")]
        ]
      ];
    case "polyline":
      return [parsePoints(read3("points") ?? "")];
    case "polygon": {
      const points = parsePoints(read3("points") ?? "");
      return [[...points, ...points.slice(0, 1)]];
    }
    default:
      throw new Unsupported(`a <${name}> that is measured`);
  }
}
function lengthOf(outline) {
  let sum = 0;
  for (const points of outline) {
    for (let at = 1; at < points.length; at++) {
      const [a, b] = [points[at - 1], points[at]];
      sum += Math.hypot(b[0] - a[0], b[1] - a[1]);
    }
  }
  return sum;
}
function ellipse(cx, cy, rx, ry) {
  return arc([cx, cy], rx, ry, 0, 2 * Math.PI, 4 * PIECES);
}
function arc([cx, cy], rx, ry, from, to, pieces = PIECES) {
  return Array.from({ length: pieces + 1 }, (_, at) => {
    const angle2 = from + (to - from) * at / pieces;
    return [cx + rx * Math.cos(angle2), cy + ry * Math.sin(angle2)];
  });
}
function roundedRect(x, y, width, height, rx, ry) {
  const [right, bottom, quarter] = [x + width, y + height, Math.PI / 2];
  return [
    [x + rx, y],
    ...arc([right - rx, y + ry], rx, ry, -quarter, 0),
    ...arc([right - rx, bottom - ry], rx, ry, 0, quarter),
    ...arc([x + rx, bottom - ry], rx, ry, quarter, 2 * quarter),
    ...arc([x + rx, y + ry], rx, ry, 2 * quarter, 3 * quarter),
    [x + rx, y]
  ];
}
function flatten(segment) {
  const { command, from, to, handles } = segment;
  if (command === "A") return flattenArc(segment);
  if (handles.length === 0) return [to];
  const points = [from, ...handles, to];
  return Array.from({ length: PIECES }, (_, at) => bezierAt(points, (at + 1) / PIECES));
}
function bezierAt(points, t) {
  if (points.length === 1) return points[0];
  const next = points.slice(1).map(([x, y], at) => {
    const [fromX, fromY] = points[at];
    return [fromX + (x - fromX) * t, fromY + (y - fromY) * t];
  });
  return bezierAt(next, t);
}
function flattenArc({ from, to, numbers: numbers2 }) {
  const [rx0 = 0, ry0 = 0, turn = 0, isLarge = 0, isSweep = 0] = numbers2.map(({ value }) => value);
  let [rx, ry] = [Math.abs(rx0), Math.abs(ry0)];
  if (rx === 0 || ry === 0 || from[0] === to[0] && from[1] === to[1]) return [to];
  const phi = turn * Math.PI / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [dx, dy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const [x, y] = [cos * dx + sin * dy, cos * dy - sin * dx];
  const needed = (x / rx) ** 2 + (y / ry) ** 2;
  if (needed > 1) [rx, ry] = [rx * Math.sqrt(needed), ry * Math.sqrt(needed)];
  const squares = (rx * y) ** 2 + (ry * x) ** 2;
  const factor2 = Math.sqrt(Math.max(0, ((rx * ry) ** 2 - squares) / squares)) * (isLarge === isSweep ? -1 : 1);
  const [cx, cy] = [factor2 * rx * y / ry, -factor2 * ry * x / rx];
  const start = Math.atan2((y - cy) / ry, (x - cx) / rx);
  let sweep = Math.atan2((-y - cy) / ry, (-x - cx) / rx) - start;
  if (isSweep && sweep < 0) sweep += 2 * Math.PI;
  if (!isSweep && sweep > 0) sweep -= 2 * Math.PI;
  const [midX, midY] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  return arc([cx, cy], rx, ry, start, start + sweep).slice(1).map(([u, v]) => [cos * u - sin * v + midX, sin * u + cos * v + midY]);
}

// src/icon/verify/reference/translate.ts
var MOST_ELEMENTS = 2e4;
var DEEPEST2 = 200;
var WITHOUT_PICTURE = /^(?:style|script|title|desc|metadata|tref|cursor|view|hatch|set|discard|animate.*|color-profile|handler|listener)$/;
var KNOWN = /^(?:svg|g|defs|a|switch|symbol|use|image|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|textPath|linearGradient|radialGradient|stop|pattern|clipPath|mask|marker|filter|fe[A-Z]\w*|foreignObject)$/;
var TAKEN = /^(?:id|class|style|href|xlink:href|transform|transform-origin|pathLength|requiredFeatures|requiredExtensions|systemLanguage|on.*|xml:(?!space$).*|xmlns.*|tabindex|role|aria-.*|data-.*)$/;
function translate(root, rules) {
  return new Translation(root, rules).run();
}
var Translation = class {
  #root;
  #rules;
  #ids;
  #written = /* @__PURE__ */ new Map();
  #copies = [];
  #templates = /* @__PURE__ */ new Map();
  #count = 0;
  constructor(root, rules) {
    this.#root = root;
    this.#rules = rules;
    const ids = /* @__PURE__ */ new Map();
    for (const element of withDescendants(root)) {
      const { id } = element.attributes;
      if (id !== void 0 && !ids.has(id)) ids.set(id, element);
    }
    this.#ids = ids;
  }
  run() {
    const style = computeStyle(this.#root.declared, NO_STYLE);
    const attributes = this.#attributes(this.#root, style, { style: NO_STYLE, context: void 0 });
    for (const name of ["width", "height", "x", "y"]) {
      const { [name]: value } = this.#root.attributes;
      if (value === void 0) delete attributes[name];
      else attributes[name] = value;
    }
    const children = this.#children(this.#root, {
      style,
      view: viewOf(this.#root, void 0),
      context: void 0,
      path: [],
      depth: 0
    });
    const size = sizeOf(this.#root.attributes);
    const wrapped = wrapRoot({ attributes, children, style, size });
    if (this.#copies.length > 0) {
      wrapped.children.push({ name: "defs", attributes: {}, children: this.#copies });
    }
    return {
      name: "svg",
      attributes: {
        xmlns: "http://www.w3.org/2000/svg",
        "xmlns:xlink": "http://www.w3.org/1999/xlink",
        ...wrapped.attributes
      },
      children: wrapped.children
    };
  }
  #children(element, around) {
    const keepsText = /^(?:text|tspan|textPath)$/.test(element.name);
    return element.children.flatMap((child) => {
      if (!isElement(child)) return keepsText ? [child.value] : [];
      return this.#element(child, around);
    });
  }
  #element(element, around) {
    const { name } = element;
    this.#count += 1;
    if (this.#count > MOST_ELEMENTS) throw new Unsupported("it draws too many copies");
    if (around.depth > DEEPEST2) throw new Unsupported("it is nested too deeply");
    if (WITHOUT_PICTURE.test(name) || !isChosen(element)) return [];
    const style = computeStyle(element.declared, around.style);
    const inside = {
      ...around,
      style,
      view: name === "svg" || name === "symbol" ? viewOf(element, around.view) : around.view,
      depth: around.depth + 1
    };
    const isHidden = /^none$/i.test(style.own.get("display")?.value ?? "");
    if (!KNOWN.test(name)) {
      const children = this.#children(element, inside);
      return children.length === 0 ? [] : [{ name: "defs", attributes: {}, children }];
    }
    if (name === "foreignObject") {
      if (isHidden) return [];
      throw new Unsupported("a <foreignObject>");
    }
    const attributes = this.#attributes(element, style, around);
    if (SHAPES.has(name)) this.#mark(style, attributes, around);
    const output = { name, attributes, children: [] };
    if (name === "use") {
      if (!this.#use(element, output, inside)) return [];
    } else if (name === "switch") {
      const branch = branchOf(element);
      output.children.push(...branch ? this.#element(branch, inside) : []);
      return [{ ...output, name: "g" }];
    } else output.children.push(...this.#children(element, inside));
    this.#follow(element, output);
    return [this.#placed(element, output, style, around)];
  }
  /** Gives an element its transform; a nested `<svg>` in a group around it. */
  #placed(element, output, style, around) {
    const { name } = element;
    const matrix = placementOf(style, {
      view: around.view,
      measure: () => this.#boxOf(element, style),
      isRoot: false
    });
    const isGradient = /Gradient$/.test(name);
    const own2 = isGradient ? element.attributes.gradientTransform : name === "pattern" ? element.attributes.patternTransform : void 0;
    if (isIdentity(matrix)) return output;
    if (own2 !== void 0 || isGradient || name === "pattern") {
      output.attributes[isGradient ? "gradientTransform" : "patternTransform"] = write2(matrix);
      return output;
    }
    if (name === "symbol") throw new Unsupported("a <symbol> with a transform");
    if (name !== "svg") {
      output.attributes.transform = write2(matrix);
      return output;
    }
    return { name: "g", attributes: { transform: write2(matrix) }, children: [output] };
  }
  /** Lets a `<use>` draw a copy with styles of its own; false if it draws nothing. */
  #use(element, output, inside) {
    const target = this.#target(element);
    if (!target || inside.path.includes(target) || !DRAWN_BY_USE.test(target.name)) return false;
    if ([...withDescendants(target)].includes(element)) return false;
    const template = this.#templates.get(target) ?? cloneElement(target);
    if (!this.#templates.has(target)) {
      declareStyles(template, this.#rules, false);
      this.#templates.set(target, template);
    }
    const copy = cloneElement(template);
    delete copy.attributes.id;
    this.#resize(copy, output);
    const context = takesContext(target) ? this.#paintsOf(inside.style) : inside.context;
    const made2 = this.#element(copy, { ...inside, context, path: [...inside.path, target] });
    const [first] = made2;
    if (!first) return false;
    const id = `c${this.#copies.length}`;
    first.attributes.id = id;
    this.#copies.push(first);
    output.attributes["xlink:href"] = `#${id}`;
    return true;
  }
  /** Gives a shape markers of its own if those of the source take its paints. */
  #mark(style, written, around) {
    for (const property of ["marker-start", "marker-mid", "marker-end"]) {
      const [, address = ""] = /^url\(([^()]*)\)$/.exec(inheritedValue(style, property)) ?? [];
      const marker = this.#ids.get(fragmentOf(address) ?? "");
      if (marker?.name !== "marker" || !takesContext(marker) || around.path.includes(marker)) {
        continue;
      }
      const context = this.#paintsOf(style);
      const [copy] = this.#element(cloneElement(marker), {
        ...around,
        style: NO_STYLE,
        context,
        path: [...around.path, marker],
        depth: around.depth + 1
      });
      if (!copy) continue;
      const id = `c${this.#copies.length}`;
      this.#copies.push({ ...copy, attributes: { ...copy.attributes, id } });
      written[property] = `url(#${id})`;
    }
  }
  #paintsOf(style) {
    const paint = (name) => {
      const value = inheritedValue(style, name);
      if (value.startsWith("url(")) throw new Unsupported(`context-${name} of a gradient`);
      if (/^context-/.test(value)) throw new Unsupported("paint of a context in another");
      return /^none$/i.test(value) ? "none" : plainColor(value, this.#color(style));
    };
    return { fill: paint("fill"), stroke: paint("stroke") };
  }
  /** Sizes a symbol or drawing by its `<use>`; places of both add up. Source: SVG 2, 5.6. */
  #resize(copy, { attributes: use }) {
    if (copy.name !== "symbol" && copy.name !== "svg") {
      delete use.width;
      delete use.height;
      return;
    }
    const own2 = copy.attributes;
    for (const side of ["width", "height"]) {
      const declared = copy.declared.get(side);
      if (declared && !declared.isAttribute)
        throw new Unsupported(`the ${side} of a <${copy.name}>`);
      const value = use[side] ?? own2[side];
      delete use[side];
      if (value === void 0) continue;
      if (copy.name === "symbol") {
        use[side] = value;
        delete own2[side];
      } else {
        own2[side] = value;
        copy.declared = new Map([...copy.declared].filter(([name]) => name !== side));
        copy.declared = new Map([
          ...copy.declared,
          [side, { value, rank: [0, 0], isAttribute: true }]
        ]);
      }
    }
    if (copy.name !== "symbol") return;
    for (const place of ["x", "y"]) {
      const [a, b] = [use[place], own2[place]];
      delete own2[place];
      if (b === void 0) continue;
      const sum = [a ?? "0", b].map((text) => numberOf(text));
      use[place] = formatNumber(sum[0] + sum[1]);
    }
  }
  /** The element that a link leads to; of two links, `href`. */
  #target({ attributes }) {
    const link = attributes.href ?? attributes["xlink:href"];
    const id = link === void 0 ? void 0 : fragmentOf(link);
    return id === void 0 ? void 0 : this.#ids.get(id);
  }
  /** Writes the links of all but `<use>`. */
  #follow(element, { attributes }) {
    const { name } = element;
    const link = element.attributes.href ?? element.attributes["xlink:href"];
    if (link === void 0 || name === "use" || name === "a") return;
    if (name === "image") attributes["xlink:href"] = link;
    else if (name === "feImage" && fragmentOf(link) === void 0) {
      attributes["xlink:href"] = link;
    } else {
      const target = this.#target(element);
      if (target) attributes["xlink:href"] = `#${this.#idOf(target)}`;
    }
  }
  /** Id that is written for an element. */
  #idOf(element) {
    const known2 = this.#written.get(element);
    if (known2 !== void 0) return known2;
    const id = `r${this.#written.size}`;
    this.#written.set(element, id);
    return id;
  }
  /** Id of an element of one of some kinds. */
  #find(fragment, kinds) {
    const id = fragmentOf(fragment);
    const target = id === void 0 ? void 0 : this.#ids.get(id);
    return target && kinds.test(target.name) ? this.#idOf(target) : void 0;
  }
  #attributes(element, style, { style: around, context }) {
    const { name } = element;
    const written = {};
    for (const [attribute, value] of Object.entries(element.attributes)) {
      if (PRESENTATION_ATTRIBUTES.has(attribute) || TAKEN.test(attribute)) continue;
      if (!shapes(attribute, name)) written[attribute] = value;
    }
    const { id } = element.attributes;
    if (id !== void 0 && this.#ids.get(id) === element) written.id = this.#idOf(element);
    const styles = [];
    for (const [property, { value }] of style.own) {
      const text = this.#property(property, withoutCalc(value), name, style);
      if (text === void 0) continue;
      if (text.startsWith("context-")) {
        written[property] = context?.[text === "context-fill" ? "fill" : "stroke"] ?? "none";
      } else if (isShapeProperty(property)) written[property] = text;
      else if (PRESENTATION_ATTRIBUTES.has(property)) {
        written[property] = text;
      } else styles.push(`${property}:${text}`);
    }
    if (styles.length > 0) written.style = styles.join(";");
    if (SHAPES.has(name) || /^t(?:ext|span)/.test(name)) {
      for (const paint of ["fill", "stroke"]) {
        if (/^currentcolor$/i.test(inheritedValue(style, paint)))
          written[paint] = this.#color(style);
      }
    }
    this.#dash(element, style, written);
    refuseEffects(name, style, around);
    return written;
  }
  /** A value as the renderer reads it; `undefined` leaves the property out. */
  #property(property, value, name, style) {
    if (/^(?:transform|translate|rotate|scale|offset|perspective|background)(?:-|$)/.test(property))
      return void 0;
    if (/^(?:animation|transition|will-change|cursor|pointer-events)(?:-|$)/.test(property))
      return void 0;
    if (isShapeProperty(property))
      return shapes(property, name) ? geometry(property, value) : void 0;
    switch (property) {
      case "fill":
      case "stroke":
        return plainPaint(value, (target) => this.#find(target, /^(?:\w+Gradient|pattern)$/));
      case "color":
        return plainColor(value, void 0) === "currentColor" ? void 0 : plainColor(value);
      case "stop-color":
      case "flood-color":
      case "lighting-color":
        return plainColor(value, this.#color(style));
      case "clip-path": {
        const id = plainReference(value, (target) => this.#find(target, /^clipPath$/), property);
        return id && `url(#${id})`;
      }
      case "mask": {
        const id = plainReference(value, (target) => this.#find(target, /^mask$/), property);
        return id && `url(#${id})`;
      }
      case "marker-start":
      case "marker-mid":
      case "marker-end": {
        const id = plainReference(value, (target) => this.#find(target, /^marker$/), property);
        return id === void 0 ? "none" : `url(#${id})`;
      }
      case "filter":
        return plainFilter(value, (target) => this.#find(target, /^filter$/), this.#color(style));
      case "opacity":
      case "fill-opacity":
      case "stroke-opacity":
      case "stop-opacity":
      case "flood-opacity":
        return value.endsWith("%") ? formatNumber(Number.parseFloat(value) / 100) : value;
      default:
        if (/^(?:mask-(?!type)|clip$)/.test(property) && !/^(?:none|auto)$/i.test(value))
          throw new Unsupported(`the property ${property}`);
        return value;
    }
  }
  #color(style) {
    const color = inheritedValue(style, "color");
    return plainColor(/^currentcolor$/i.test(color) ? "#000" : color);
  }
  /** Scales dashes from the length that is declared to the one that is there. Source: SVG 2, 9.6.1. */
  #dash(element, style, written) {
    const declared = Number(element.attributes.pathLength);
    const dashes = inheritedValue(style, "stroke-dasharray");
    if (element.attributes.pathLength === void 0 || !SHAPES.has(element.name)) return;
    if (!(declared > 0) || /^none$/i.test(dashes)) {
      if (declared === 0 && !/^none$/i.test(dashes)) throw new Unsupported("a pathLength of 0");
      return;
    }
    const outline = outlineOf(element.name, (name) => written[name]);
    const factor2 = lengthOf(outline) / declared;
    const scale = (text) => formatNumber(numberOf(text) * factor2);
    written["stroke-dasharray"] = dashes.trim().split(/[\s,]+/).map(scale).join(" ");
    written["stroke-dashoffset"] = scale(inheritedValue(style, "stroke-dashoffset"));
  }
  /** Bounding box of a shape or group, without strokes. Source: SVG 2, 8.10. */
  #boxOf(element, style) {
    const box = this.#boundsOf(element, style, 0);
    if (!box) return { x: 0, y: 0, width: 0, height: 0 };
    const [left, top, right, bottom] = box;
    return { x: left, y: top, width: right - left, height: bottom - top };
  }
  #boundsOf(element, style, depth) {
    if (depth > DEEPEST2) throw new Unsupported("it is nested too deeply");
    if (SHAPES.has(element.name)) {
      const read3 = (name) => {
        const own2 = style.own.get(name);
        return own2 && isShapeProperty(name) ? geometry(name, own2.value) : element.attributes[name];
      };
      return boundsOfPoints(outlineOf(element.name, read3).flat());
    }
    if (element.name !== "g" && element.name !== "a") {
      throw new Unsupported(`the box of a <${element.name}>`);
    }
    const found = [];
    for (const child of element.children) {
      if (!isElement(child) || !/^(?:g|a|use|text|image|svg|switch)$/.test(child.name) && !SHAPES.has(child.name))
        continue;
      const inner2 = computeStyle(child.declared, style);
      if (/^none$/i.test(inner2.own.get("display")?.value ?? "")) continue;
      const bounds = this.#boundsOf(child, inner2, depth + 1);
      if (!bounds) continue;
      const [left, top, right, bottom] = bounds;
      const matrix = placementOf(inner2, {
        view: void 0,
        measure: () => this.#boxOf(child, inner2),
        isRoot: false
      });
      const corners = [
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom]
      ];
      found.push(...corners.map((corner) => apply(matrix, corner)));
    }
    return boundsOfPoints(found);
  }
};
function boundsOfPoints(points) {
  if (points.length === 0) return void 0;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right, bottom];
}
function takesContext(element) {
  return [...withDescendants(element)].some(
    ({ declared }) => ["fill", "stroke"].some((name) => /^context-/i.test(declared.get(name)?.value ?? ""))
  );
}
var DRAWN_BY_USE = /^(?:svg|symbol|g|a|switch|use|image|path|rect|circle|ellipse|line|polyline|polygon|text)$/;
function refuseEffects(name, style, around) {
  const effect = style.own.get("vector-effect")?.value ?? "none";
  if (effect !== "none" && SHAPES.has(name) && inheritedValue(style, "stroke") !== "none") {
    throw new Unsupported(`vector-effect: ${effect}`);
  }
  if (name === "text" && around.own.has("inline-size")) throw new Unsupported("inline-size");
}
function geometry(property, value) {
  if (property === "d") {
    const [, path] = /^path\(\s*(["'])([\s\S]*)\1\s*\)$/i.exec(value)?.slice(1) ?? [];
    return /^none$/i.test(value) ? "" : path ?? value;
  }
  if (/^auto$/i.test(value)) return void 0;
  const length = parseLength(value);
  if (!length) return value;
  const px2 = pxOfAbsolute(length);
  return px2 === void 0 ? value : formatNumber(px2);
}
function numberOf(text) {
  const length = parseLength(text);
  const px2 = length && toPx(length);
  if (px2 === void 0) throw new Unsupported(`the length ${text.slice(0, 40)}`);
  return px2;
}
function viewOf({ attributes }, around) {
  const box = parseViewBox(attributes.viewBox ?? "");
  if (box) return { width: box.width, height: box.height };
  const [width, height] = [attributes.width, attributes.height].map((text) => {
    const length = text === void 0 ? void 0 : parseLength(text);
    return length && toPx(length);
  });
  return width === void 0 || height === void 0 ? around : { width, height };
}
function write2(matrix) {
  return `matrix(${multiply(IDENTITY, matrix).map((each) => formatNumber(Number(each.toPrecision(12)))).join(" ")})`;
}

// src/icon/verify/reference.ts
function prepareReference(svg) {
  if (isPlainSource(svg)) return { svg };
  try {
    const root = parseSource(svg);
    const rules = readSheets(root);
    declareStyles(root, rules, true);
    return { svg: writeOutput(translate(root, rules)) };
  } catch (error) {
    if (error instanceof Unsupported) return { unsupported: error.reason };
    throw error;
  }
}

// ../../../tmp/perf.mjs
import { readdirSync, readFileSync } from "node:fs";
var run = (name, files) => {
  const t0 = process.cpuUsage();
  let plain = 0, un = {}, n = 0;
  let slow = [0, ""];
  for (const f of files) {
    const s = readFileSync(f, "utf8");
    n++;
    if (isPlainSource(s)) plain++;
    const t = performance.now();
    const r = prepareReference(s);
    const d = performance.now() - t;
    if (d > slow[0]) slow = [d, f];
    if (r.unsupported) un[r.unsupported] = (un[r.unsupported] ?? 0) + 1;
  }
  const u = process.cpuUsage(t0);
  console.log(name, n, "plain", plain, ((u.user + u.system) / 1e3 / n).toFixed(2), "ms each; slowest", slow, JSON.stringify(un));
};
for (const t of ["breeze", "Tango", "elementary-xfce", "Adwaita"]) run(t, readdirSync("/tmp/refbase/samples/" + t).map((f) => "/tmp/refbase/samples/" + t + "/" + f));
var nm = "/work/lab/reference/node_modules/";
for (const d of ["lucide-static/icons", "@tabler/icons/icons/outline", "flag-icons/flags/4x3", "simple-icons/icons"]) run(d, readdirSync(nm + d).filter((f) => f.endsWith(".svg")).slice(0, 1e3).map((f) => nm + d + "/" + f));
