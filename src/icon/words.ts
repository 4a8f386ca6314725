import { _collections } from 'svgo/browser';
import { isDrawingProperty } from './css-allowed.ts';
import { addressOf, partAt, unescapeCss } from './css-values.ts';

/*
 * The words that values of attributes and properties may hold. Any other makes the value invalid to
 * a browser and tells only of its author: `opacity="Anna's draft"`.
 * Source: SVG 2, Filter Effects 1, SVG Animations 2, and the CSS modules they name.
 */

const COLORS = [...Object.keys(_collections.colorsNames), 'transparent', 'currentcolor'];

const SYSTEM_COLORS = `
  accentcolor accentcolortext activeborder activecaption activetext appworkspace background
  buttonborder buttonface buttonhighlight buttonshadow buttontext canvas canvastext captiontext field
  fieldtext graytext highlight highlighttext inactiveborder inactivecaption inactivecaptiontext
  infobackground infotext linktext mark marktext menu menutext scrollbar selecteditem
  selecteditemtext threeddarkshadow threedface threedhighlight threedlightshadow threedshadow
  visitedtext window windowframe windowtext`;

const ANY_PROPERTY = 'inherit initial unset revert revert-layer none auto normal all';

const COLOR_SPACES = `
  srgb srgb-linear display-p3 display-p3-linear a98-rgb prophoto-rgb rec2020 xyz xyz-d50 xyz-d65 lab
  oklab lch oklch hsl hwb shorter longer increasing decreasing hue in from r g b h s l w a c alpha
  linearrgb icc-color`;

const PAINTING = `
  nonzero evenodd butt round square miter miter-clip arcs bevel fill stroke markers context-fill
  context-stroke non-scaling-stroke non-scaling-size non-rotation fixed-position visible hidden
  collapse scroll clip crispedges crisp-edges geometricprecision optimizespeed optimizequality
  optimizelegibility smooth high-quality pixelated fill-box stroke-box view-box border-box
  padding-box content-box margin-box no-clip luminance alpha match-source add subtract intersect
  exclude repeat no-repeat repeat-x repeat-y space cover contain scale-down isolate multiply screen
  overlay darken lighten color-dodge color-burn hard-light soft-light difference exclusion hue
  saturation color luminosity plus-lighter plus-darker new accumulate block inline inline-block
  list-item flex inline-flex grid inline-grid table inline-table run-in compact contents flow-root
  visiblepainted visiblefill visiblestroke painted bounding-box default pointer crosshair move text
  wait help grab grabbing not-allowed zoom-in zoom-out light dark only economy exact
  preserve-parent-color`;

const PLACING = `
  left right top bottom center closest-side farthest-side closest-corner farthest-corner at to circle
  ellipse x y z reverse preserve-3d flat xminymin xmidymin xmaxymin xminymid xmidymid xmaxymid
  xminymax xmidymax xmaxymax meet slice defer userspaceonuse objectboundingbox strokewidth pad
  reflect auto-start-reverse auto-reverse align stretch spacing spacingandglyphs closed open`;

const FILTERING = `
  over in out atop xor arithmetic lighter erode dilate duplicate wrap matrix saturate huerotate
  luminancetoalpha identity table discrete linear gamma fractalnoise turbulence stitch nostitch true
  false sourcegraphic sourcealpha backgroundimage backgroundalpha fillpaint strokepaint`;

const MOVING = `
  translate scale rotate skewx skewy paced spline sum replace freeze remove always whennotactive
  never css xml indefinite media ease ease-in ease-out ease-in-out step-start step-end start end
  jump-start jump-end jump-none jump-both infinite alternate alternate-reverse forwards backwards
  both running paused scroll-position allow-discrete opacity transform`;

const WRITING = `
  start middle end preserve text/css bold bolder lighter italic oblique small-caps all-small-caps
  petite-caps all-petite-caps unicase titling-caps ultra-condensed extra-condensed condensed
  semi-condensed semi-expanded expanded extra-expanded ultra-expanded xx-small x-small small medium
  large x-large xx-large xxx-large smaller larger baseline sub super text-top text-bottom alphabetic
  ideographic mathematical hanging central text-before-edge text-after-edge before-edge after-edge
  use-script no-change reset-size underline overline line-through blink solid double dotted dashed
  wavy capitalize uppercase lowercase full-width pre nowrap pre-wrap pre-line break-spaces ltr rtl
  embed bidi-override isolate-override plaintext lr-tb rl-tb tb-rl lr rl tb horizontal-tb vertical-rl
  vertical-lr sideways-rl sideways-lr mixed upright sideways justify lining-nums oldstyle-nums
  proportional-nums tabular-nums slashed-zero weight style`;

const MATH = 'pi e infinity nan nearest up down to-zero';

const KNOWN: ReadonlySet<string> = new Set(
  [SYSTEM_COLORS, ANY_PROPERTY, COLOR_SPACES, PAINTING, PLACING, FILTERING]
    .concat([MOVING, WRITING, MATH])
    .flatMap((words) => words.split(/\s+/))
    .filter(Boolean)
    .concat(COLORS),
);

/** Most values: numbers, colors, references. */
const PLAIN = /^(?:[-+.\d\s,;%]*|#[\da-f]{3,8}|url\(#[^\s()'"\\]*\)|none|currentColor)$/i;
const NUMBER =
  /^[-+]?\d+(?:e[-+]?\d+)?(?:%|r?em|r?ex|r?ch|r?ic|r?lh|r?cap|px|cm|mm|q|in|p[tc]|[sld]?v(?:w|h|min|max|i|b)|cq(?:w|h|i|b|min|max)|deg|g?rad|turn|m?s|min|h|k?hz|dpi|dpcm|dppx|x)?-?$/i;
const HEX = /^[\da-f]{3,8}$/i;

/**
 * Whether every word of a value is known to SVG or CSS; strings may be path data only.
 *
 * `miter-clip` → true, `Anna's draft` → false
 */
export function isKnownValue(value: string): boolean {
  if (PLAIN.test(value)) return true;
  let before = '';
  for (let at = 0; at < value.length; ) {
    const part = partAt(value, at);
    at += part.length;
    if (!isKnownPart(part, before, value[at] === '(')) return false;
    before = (before + part.trim()).slice(-VARIABLE.length);
  }
  return true;
}

const VARIABLE = 'var(';

function isKnownPart(part: string, before: string, isFunction: boolean): boolean {
  // Before the end of a line or value it escapes nothing.
  if (part === '\\') return false;
  if (part.startsWith('/*') || addressOf(part) !== undefined) return true;
  const isString = part.length > 1 && /^["']/.test(part);
  const text = unescapeCss(isString ? part.slice(1, -1) : part);
  if (isString) return isPathData(text);
  // Names of variables are how a page sets them.
  if (text.startsWith('--')) return before.toLowerCase() === VARIABLE;
  // Functions have a table of their own.
  if (isFunction || !/[\w\u0080-\uffff]/.test(text)) return true;
  if (before.endsWith('#')) return HEX.test(text);
  return NUMBER.test(text) || isKnownWord(text);
}

export function isKnownWord(text: string): boolean {
  const word = text.toLowerCase();
  return KNOWN.has(word) || isDrawingProperty(word);
}

/** Source: SVG 2, 9.3.9. */
function isPathData(text: string): boolean {
  return pathData(text).length === text.length;
}

/** Path data up to the first character that cannot stand in it: so far browsers draw. */
export function pathData(text: string): string {
  return /^[\sMmZzLlHhVvCcSsQqTtAa\d.,+\-eE]*/.exec(text)?.[0] ?? '';
}

/** Properties whose words are names and features of fonts. They go where there is no text. */
export const NAMES_FONTS: RegExp = /^font(-family|-feature-settings|-variation-settings)?$/i;

/** Properties that hold the names of keyframes. */
export const NAMES_ANIMATIONS: RegExp = /^(-\w+-)?animation(-name)?$/i;

/**
 * Whether a declaration says how to draw, rather than something in the words of its author.
 *
 * @param hasSheet whether words may be names of keyframes; names of none go when those are renamed
 */
export function isDrawnDeclaration(property: string, value: string, hasSheet: boolean): boolean {
  if (NAMES_FONTS.test(property)) return true;
  return (hasSheet && NAMES_ANIMATIONS.test(property)) || isKnownValue(value);
}
