/**
 * Lists of transforms in attributes and in CSS.
 *
 * Source: CSS Transforms 1, 8 (syntax of the attribute) and 12 (functions of CSS).
 */
import { absoluteToPx, parseLength, toPx } from './length.ts';
import { formatNumber, hasComma, parseNumber, parseNumberList, skipCommaWsp } from './numbers.ts';

/** One function of a list, in user units and degrees. */
export interface TransformFunction {
  readonly name: 'matrix' | 'translate' | 'scale' | 'rotate' | 'skewX' | 'skewY';
  readonly values: readonly number[];
}

/** Argument counts of each function. */
const ARGUMENT_COUNTS: Readonly<Record<TransformFunction['name'], readonly number[]>> = {
  matrix: [6],
  translate: [1, 2],
  scale: [1, 2],
  rotate: [1, 3],
  skewX: [1],
  skewY: [1],
};

const FUNCTION = /(matrix|translate|scale|rotate|skewX|skewY)[ \t\n\f\r]*\(([^()]*)\)/y;

/**
 * Parses a `transform` attribute; `undefined` if browsers ignore it, which they do for any error.
 * Functions are separated by white space, one comma or nothing.
 */
export function parseTransformList(text: string): readonly TransformFunction[] | undefined {
  const functions: TransformFunction[] = [];
  let at = skipCommaWsp(text, 0);
  if (hasComma(text, 0, at)) return undefined;
  let isAfterComma = false;
  while (at < text.length) {
    FUNCTION.lastIndex = at;
    const match = FUNCTION.exec(text);
    if (!match) return undefined;
    const name = match[1] as TransformFunction['name'];
    const values = parseNumberList(match[2] ?? '');
    if (!values || !ARGUMENT_COUNTS[name].includes(values.length)) return undefined;
    functions.push({ name, values });
    const end = FUNCTION.lastIndex;
    at = skipCommaWsp(text, end);
    isAfterComma = hasComma(text, end, at);
  }
  return isAfterComma ? undefined : functions;
}

const CSS_FUNCTION = /\s*([a-z]+)\(([^()]*)\)\s*/iy;
const COMMENT = /\/\*[\s\S]*?\*\//g;

/** Box that percentages of translations refer to, in px. */
export interface ReferenceBox {
  readonly width: number;
  readonly height: number;
}

/**
 * Parses a value of the CSS property; `[]` for `none`. `undefined` for invalid CSS, such as
 * `rotate(45)` without a unit, and if an attribute cannot express it: font-relative units, three
 * dimensions, and percentages without a box.
 */
export function parseCssTransform(
  text: string,
  box?: ReferenceBox,
): readonly TransformFunction[] | undefined {
  const css = text.replace(COMMENT, ' ').trim();
  if (/^none$/i.test(css)) return [];
  const functions: TransformFunction[] = [];
  for (let at = 0; at < css.length; at = CSS_FUNCTION.lastIndex) {
    CSS_FUNCTION.lastIndex = at;
    const [, name = '', list = ''] = CSS_FUNCTION.exec(css) ?? [];
    const args = list.split(',').map((arg) => arg.trim());
    const transform = CSS_FUNCTIONS.get(name.toLowerCase())?.(args, box);
    if (!transform?.values.every((value) => Number.isFinite(value))) return undefined;
    functions.push(transform);
  }
  return functions.length > 0 ? functions : undefined;
}

/** The properties `translate`, `rotate` and `scale`, as {@link parseCssTransform}. */
export function parseIndividualTransform(
  property: 'translate' | 'rotate' | 'scale',
  text: string,
  box?: ReferenceBox,
): readonly TransformFunction[] | undefined {
  const value = text.trim();
  return /^none$/i.test(value)
    ? []
    : parseCssTransform(`${property}(${value.split(/\s+/).join(',')})`, box);
}

const DEGREES_PER_UNIT: Readonly<Record<string, number>> = {
  deg: 1,
  grad: 0.9,
  rad: 180 / Math.PI,
  turn: 360,
};

/** Parses an angle in degrees; only zero needs no unit. */
function parseAngle(text: string | undefined = ''): number {
  const [, number = '', unit = ''] = /^(.*?)(deg|grad|rad|turn)?$/i.exec(text) ?? [];
  const value = parseNumber(number) ?? Number.NaN;
  return unit === ''
    ? value === 0
      ? 0
      : Number.NaN
    : value * (DEGREES_PER_UNIT[unit.toLowerCase()] ?? 1);
}

function parsePx(text: string | undefined = '', percentBase?: number): number {
  const length = parseLength(text);
  if (!length || (length.unit === '' && length.value !== 0)) return Number.NaN;
  return (length.unit === '%' ? toPx(length, percentBase) : absoluteToPx(length)) ?? Number.NaN;
}

function parseFactor(text: string | undefined = ''): number {
  if (text.endsWith('%')) return (parseNumber(text.slice(0, -1)) ?? Number.NaN) / 100;
  return parseNumber(text) ?? Number.NaN;
}

type CreateFunction = (
  args: readonly string[],
  box?: ReferenceBox,
) => TransformFunction | undefined;

/** Creates a function whose arguments are all of one kind. */
function uniformFunction(
  name: TransformFunction['name'],
  read: (text: string | undefined) => number,
  counts: readonly number[],
): CreateFunction {
  return (args) =>
    counts.includes(args.length) ? { name, values: args.map((arg) => read(arg)) } : undefined;
}

function axisFunction(
  name: TransformFunction['name'],
  read: (text: string | undefined) => number,
  toValues: (value: number) => readonly number[],
): CreateFunction {
  return ([arg, ...more]) =>
    more.length === 0 ? { name, values: toValues(read(arg)) } : undefined;
}

const tangent = (degrees: number): number => Math.tan((degrees * Math.PI) / 180);

const CSS_FUNCTIONS: ReadonlyMap<string, CreateFunction> = new Map<string, CreateFunction>(
  Object.entries({
    matrix: uniformFunction('matrix', parseOrNaN, [6]),
    translate: ([x, y, ...more], box) => {
      const values = [
        parsePx(x, box?.width),
        ...(y === undefined ? [] : [parsePx(y, box?.height)]),
      ];
      return more.length > 0 ? undefined : { name: 'translate', values };
    },
    translatex: ([x, ...more], box) =>
      more.length > 0 ? undefined : { name: 'translate', values: [parsePx(x, box?.width)] },
    translatey: ([y, ...more], box) =>
      more.length > 0 ? undefined : { name: 'translate', values: [0, parsePx(y, box?.height)] },
    scale: uniformFunction('scale', parseFactor, [1, 2]),
    scalex: axisFunction('scale', parseFactor, (x) => [x, 1]),
    scaley: axisFunction('scale', parseFactor, (y) => [1, y]),
    rotate: uniformFunction('rotate', parseAngle, [1]),
    rotatez: uniformFunction('rotate', parseAngle, [1]),
    skewx: uniformFunction('skewX', parseAngle, [1]),
    skewy: uniformFunction('skewY', parseAngle, [1]),
    skew: ([x, y = '0', ...more]) =>
      more.length > 0
        ? undefined
        : { name: 'matrix', values: [1, tangent(parseAngle(y)), tangent(parseAngle(x)), 1, 0, 0] },
  }),
);

function parseOrNaN(text: string | undefined = ''): number {
  return parseNumber(text) ?? Number.NaN;
}

/** Writes a list as the attribute: `translate(1 2) rotate(45)`. */
export function serializeTransformList(list: readonly TransformFunction[]): string {
  return list.map(({ name, values }) => `${name}(${values.map(shortNumber).join(' ')})`).join(' ');
}

/** Scales the lengths in a list: those of translations, and the centers of rotations. */
export function scaleTranslations(
  list: readonly TransformFunction[],
  x: number,
  y: number,
): readonly TransformFunction[] {
  return list.map(({ name, values }) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values;
    if (name === 'translate') return { name, values: [a * x, b * y] };
    if (name === 'matrix') return { name, values: [a, b, c, d, e * x, f * y] };
    if (name === 'rotate' && values.length === 3) return { name, values: [a, b * x, c * y] };
    return { name, values };
  });
}

/** Writes a number without a leading zero: `.5` */
function shortNumber(value: number): string {
  return formatNumber(value).replace(/^(-?)0\./, '$1.');
}
