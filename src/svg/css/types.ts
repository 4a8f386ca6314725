import { COLOR_NAMES } from '../color-names.ts';
import { SYSTEM_COLORS } from './system-colors.ts';

/*
 * Types of CSS values in the value definition syntax of CSS, limited to rendering: functions that
 * fetch, or that depend on the page, are not included.
 */

const NUMBER = '<number> | <percentage> | none';
/** A channel of a color: a number or a channel keyword. */
const CHANNEL = `[ ${NUMBER} | <channel> ]`;
const HUE = '[ <number> | <angle> | none | <channel> ]';
const ALPHA = `[ / [ ${NUMBER} | <channel> ] ]?`;
const FROM = '[ from <color> ]?';

/** Source: CSS Color 4 and 5. */
const COLOR_TYPES = {
  color: '<hex-color> | currentColor | <named-color> | <system-color> | <functional-color>',
  'named-color': [...COLOR_NAMES.keys(), 'transparent'].join(' | '),
  'system-color': SYSTEM_COLORS.join(' | '),
  'functional-color':
    '<rgb-function> | <hsl-function> | <hwb-function> | <lab-function> | <lch-function> | <space-function> | <color-mix-function> | <light-dark-function>',
  'rgb-function': `[ rgb( <legacy-rgb> ) | rgba( <legacy-rgb> ) | rgb( ${FROM} ${CHANNEL}{3} ${ALPHA} ) | rgba( ${FROM} ${CHANNEL}{3} ${ALPHA} ) ]`,
  'legacy-rgb': '[ <percentage>#{3} | <number>#{3} ] [ , [ <number> | <percentage> ] ]?',
  'hsl-function': `[ hsl( <legacy-hsl> ) | hsla( <legacy-hsl> ) | hsl( ${FROM} ${HUE} ${CHANNEL}{2} ${ALPHA} ) | hsla( ${FROM} ${HUE} ${CHANNEL}{2} ${ALPHA} ) ]`,
  'legacy-hsl':
    '[ <number> | <angle> ] , <percentage> , <percentage> [ , [ <number> | <percentage> ] ]?',
  'hwb-function': `hwb( ${FROM} ${HUE} ${CHANNEL}{2} ${ALPHA} )`,
  'lab-function': `[ lab( ${FROM} ${CHANNEL}{3} ${ALPHA} ) | oklab( ${FROM} ${CHANNEL}{3} ${ALPHA} ) ]`,
  'lch-function': `[ lch( ${FROM} ${CHANNEL}{2} ${HUE} ${ALPHA} ) | oklch( ${FROM} ${CHANNEL}{2} ${HUE} ${ALPHA} ) ]`,
  'space-function': `color( ${FROM} <color-space> ${CHANNEL}{3} ${ALPHA} )`,
  'color-space':
    'srgb | srgb-linear | display-p3 | display-p3-linear | a98-rgb | prophoto-rgb | rec2020 | xyz | xyz-d50 | xyz-d65',
  'color-mix-function': 'color-mix( <interpolation> , <mixed> , <mixed> )',
  mixed: '<color> && <percentage [0,100]>?',
  interpolation: 'in [ <color-space> | lab | oklab | <polar-space> [ <hue-way> hue ]? ]',
  'polar-space': 'hsl | hwb | lch | oklch',
  'hue-way': 'shorter | longer | increasing | decreasing',
  'light-dark-function': 'light-dark( <color> , <color> )',
  channel: 'r | g | b | h | s | l | w | a | c | x | y | z | alpha',
  paint: 'none | <color> | <url-token> [ none | <color> ]? | context-fill | context-stroke',
  opacity: '<number> | <percentage>',
} as const;

/** Source: CSS Values 4, and CSS Shapes 1 and 2. */
const SHAPE_TYPES = {
  'length-percentage': '<length> | <percentage>',
  position:
    '[ left | center | right | top | bottom | <coordinate> ] | [ left | center | right | <coordinate> ] [ top | center | bottom | <coordinate> ] | [ center | [ left | right ] <coordinate>? ] && [ center | [ top | bottom ] <coordinate>? ]',
  'basic-shape':
    '<inset-function> | <rect-function> | <xywh-function> | <circle-function> | <ellipse-function> | <polygon-function> | <path-function>',
  'inset-function': 'inset( <coordinate>{1,4} <rounded>? )',
  'rect-function': 'rect( [ <coordinate> | auto ]{4} <rounded>? )',
  'xywh-function': 'xywh( <coordinate>{2} <coordinate>{2} <rounded>? )',
  rounded: 'round <coordinate>{1,4} [ / <coordinate>{1,4} ]?',
  'circle-function': 'circle( <radius>? [ at <position> ]? )',
  'ellipse-function': 'ellipse( [ <radius>{2} ]? [ at <position> ]? )',
  radius: '<coordinate> | closest-side | farthest-side | closest-corner | farthest-corner',
  'polygon-function': 'polygon( [ <fill-rule> , ]? [ <coordinate> <coordinate> ]# )',
  'path-function': 'path( [ <fill-rule> , ]? <string> )',
  'fill-rule': 'nonzero | evenodd',
  'geometry-box':
    'fill-box | stroke-box | view-box | border-box | padding-box | content-box | margin-box',
} as const;

/** Source: CSS Transforms 1 and 2, Filter Effects 1, Compositing 1. */
const EFFECT_TYPES = {
  'transform-list': '<transform-function>+',
  'transform-function':
    'matrix( <number>#{6} ) | matrix3d( <number>#{16} ) | translate( <distance> [ , <distance> ]? ) | translateX( <distance> ) | translateY( <distance> ) | translateZ( <length> ) | translate3d( <distance> , <distance> , <length> ) | scale( [ <number> | <percentage> ]#{1,2} ) | scaleX( [ <number> | <percentage> ] ) | scaleY( [ <number> | <percentage> ] ) | scaleZ( [ <number> | <percentage> ] ) | scale3d( [ <number> | <percentage> ]#{3} ) | rotate( [ <angle> | <zero> ] ) | rotateX( [ <angle> | <zero> ] ) | rotateY( [ <angle> | <zero> ] ) | rotateZ( [ <angle> | <zero> ] ) | rotate3d( <number> , <number> , <number> , [ <angle> | <zero> ] ) | skew( [ <angle> | <zero> ]#{1,2} ) | skewX( [ <angle> | <zero> ] ) | skewY( [ <angle> | <zero> ] ) | perspective( [ <length> | none ] )',
  'filter-list': '[ <filter-function> | <url-token> ]+',
  'filter-function':
    'blur( <length>? ) | brightness( <opacity>? ) | contrast( <opacity>? ) | drop-shadow( [ <color>? && <shadow-length>{2,3} ] ) | grayscale( <opacity>? ) | hue-rotate( [ <angle> | <zero> ]? ) | invert( <opacity>? ) | opacity( <opacity>? ) | saturate( <opacity>? ) | sepia( <opacity>? )',
  'blend-mode':
    'normal | multiply | screen | overlay | darken | lighten | color-dodge | color-burn | hard-light | soft-light | difference | exclusion | hue | saturation | color | luminosity | plus-lighter | plus-darker',
} as const;

/** Source: CSS Images 3 and 4, CSS Masking 1. */
const IMAGE_TYPES = {
  image: '<url-token> | <gradient>',
  gradient: '<linear-gradient-function> | <radial-gradient-function> | <conic-gradient-function>',
  'linear-gradient-function':
    '[ linear-gradient( [ <linear-line> , ]? <color-stops> ) | repeating-linear-gradient( [ <linear-line> , ]? <color-stops> ) ]',
  'linear-line':
    '[ <angle> | <zero> | to [ left | right | top | bottom ]{1,2} ] || <interpolation>',
  'radial-gradient-function':
    '[ radial-gradient( [ <radial-line> , ]? <color-stops> ) | repeating-radial-gradient( [ <radial-line> , ]? <color-stops> ) ]',
  'radial-line':
    '[ [ [ circle | ellipse ] || [ <radius> | <distance>{2} ] ]? [ at <position> ]? ] || <interpolation>',
  'conic-gradient-function':
    '[ conic-gradient( [ <conic-line> , ]? <angle-stops> ) | repeating-conic-gradient( [ <conic-line> , ]? <angle-stops> ) ]',
  'conic-line': '[ [ from [ <angle> | <zero> ] ]? [ at <position> ]? ] || <interpolation>',
  'color-stops': '[ [ <color> && <distance>{0,2} ] | <distance> ]#',
  'angle-stops': '[ [ <color> && <angle-distance>{0,2} ] | <angle-distance> ]#',
  'angle-distance': '<angle> | <percentage> | <zero>',
  'mask-layer':
    '[ none | <image> ] || <position> [ / <bg-size> ]? || <repeat> || <geometry-box> || [ <geometry-box> | no-clip ] || <compositing> || <masking>',
  'bg-size': '[ <distance> | auto ]{1,2} | cover | contain',
  repeat: 'repeat-x | repeat-y | [ repeat | space | round | no-repeat ]{1,2}',
  compositing: 'add | subtract | intersect | exclude',
  masking: 'alpha | luminance | match-source',
} as const;

/** Source: CSS Easing 1 and 2, CSS Animations 1 and 2. */
const MOTION_TYPES = {
  easing:
    'ease | ease-in | ease-out | ease-in-out | linear | step-start | step-end | cubic-bezier( <number>#{4} ) | steps( <integer> [ , <step-position> ]? ) | linear( [ <number> && <percentage>{0,2} ]# )',
  'step-position': 'jump-start | jump-end | jump-none | jump-both | start | end',
  direction: 'normal | reverse | alternate | alternate-reverse',
  'fill-mode': 'none | forwards | backwards | both',
  'play-state': 'running | paused',
  iterations: 'infinite | <number [0,∞]>',
  'keyframes-name': 'none | <custom-ident> | <string>',
  animation:
    '<time> || <easing> || <time> || <iterations> || <direction> || <fill-mode> || <play-state> || <keyframes-name>',
  'animatable-property': 'all | none | <property-name>',
  transition:
    '<animatable-property> || <time> || <easing> || <time> || [ normal | allow-discrete ]',
} as const;

/** Source: CSS Fonts 4. */
const FONT_TYPES = {
  'family-name': '<string> | <custom-ident>+',
  'font-weight': 'normal | bold | bolder | lighter | <number [1,1000]>',
  'font-style': 'normal | italic | oblique <angle>?',
  'font-stretch':
    'normal | ultra-condensed | extra-condensed | condensed | semi-condensed | semi-expanded | expanded | extra-expanded | ultra-expanded',
  'font-size':
    'xx-small | x-small | small | medium | large | x-large | xx-large | xxx-large | smaller | larger | <extent>',
  'line-height': 'normal | <number [0,∞]> | <length [0,∞]> | <percentage [0,∞]>',
} as const;

/** Types by name; `<coordinate>` and other lengths depend on the context, see below. */
export const TYPES: Readonly<Record<string, string>> = {
  ...COLOR_TYPES,
  ...SHAPE_TYPES,
  ...EFFECT_TYPES,
  ...IMAGE_TYPES,
  ...MOTION_TYPES,
  ...FONT_TYPES,
};

/** Lengths of a CSS declaration, which need a unit. `<distance>` needs one in attributes, too. */
export const DECLARED_LENGTHS: Readonly<Record<string, string>> = {
  distance: '<length> | <percentage>',
  coordinate: '<length> | <percentage>',
  extent: '<length [0,∞]> | <percentage [0,∞]>',
  'shadow-length': '<length>',
};

/**
 * Lengths of an attribute, in which the unit is optional. Source: SVG 2, 4.2.1. Browsers accept a
 * `<bare-length>` without a unit, and not every renderer does.
 */
export const ATTRIBUTE_LENGTHS: Readonly<Record<string, string>> = {
  distance: '<length> | <percentage>',
  coordinate: '<length> | <percentage> | <number>',
  extent: '<length [0,∞]> | <percentage [0,∞]> | <number [0,∞]>',
  'shadow-length': '<length> | <bare-length>',
  'bare-length': '<number>',
};
