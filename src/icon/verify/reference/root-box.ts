import { isIdentity, type Matrix, multiply } from '../../../svg/matrix.ts';
import { formatNumber } from '../../../svg/numbers.ts';
import { parsePreserveAspectRatio } from '../../../svg/preserve-aspect-ratio.ts';
import { parseViewBox, type Size } from '../../../svg/view-box.ts';
import { type ClipShape, createClipElement, parseClipShape } from './clip-shape.ts';
import type { ComputedStyle } from './computed-style.ts';
import { transformMatrix } from './element-transform.ts';
import type { OutputElement } from './nodes.ts';
import { resolveColor } from './paint.ts';
import { Unsupported } from './unsupported.ts';

/** Attributes and children of a root, without namespaces. */
interface RootContent {
  readonly attributes: Record<string, string>;
  readonly children: (OutputElement | string)[];
}

interface RootElement extends RootContent {
  readonly style: ComputedStyle;
  /** Size as in a build, or the reason that it is invalid. */
  readonly size: Size | string;
}

/** Properties that apply to the transformed content of the root. */
const EFFECTS = ['opacity', 'filter', 'mask', 'clip-path', 'style'];

/**
 * Adds the background of a root as a shape, and applies transforms of the root to its content: the
 * renderer transforms it around the origin in units of its `viewBox`, browsers around the center in
 * px.
 */
export function wrapRoot({ attributes, children, style, size }: RootElement): RootContent {
  const background = backgroundColor(style);
  const isTransformed = ['transform', 'translate', 'rotate', 'scale'].some((name) =>
    style.specified.has(name),
  );
  const clip = parseClipShape(style.specified.get('clip-path')?.value ?? 'none');
  if (background === undefined && !isTransformed && !clip) return { attributes, children };
  if (typeof size === 'string') throw new Unsupported('the size of its root');
  const { scale, left, top } = fitViewBox(attributes, size);
  // The viewport in units of the viewBox.
  const viewportMatrix: Matrix = [1 / scale, 0, 0, 1 / scale, -left / scale, -top / scale];
  const rect = {
    x: -left / scale,
    y: -top / scale,
    width: size.width / scale,
    height: size.height / scale,
  };
  const backgroundShapes: OutputElement[] =
    background === undefined
      ? []
      : [
          {
            name: 'rect',
            attributes: {
              ...formatRect(rect),
              fill: background,
              stroke: 'none',
              visibility: 'visible',
            },
            children: [],
          },
        ];
  const content = clip ? clipContent(clip, size, viewportMatrix, children) : children;
  const { outer, effects } = splitEffects(attributes);
  const hasEffects = Object.keys(effects).length > 0;
  if (!isTransformed) {
    if (backgroundShapes.length === 0) return { attributes, children: content };
    const group: OutputElement = { name: 'g', attributes: effects, children: [...content] };
    return {
      attributes: outer,
      children: [...backgroundShapes, ...(hasEffects ? [group] : content)],
    };
  }
  const px = transformMatrix(style, {
    viewport: size,
    measure: () => ({ x: 0, y: 0, width: size.width, height: size.height }),
    isRoot: true,
  });
  const userMatrix = multiply(multiply(viewportMatrix, px), [scale, 0, 0, scale, left, top]);
  if (isIdentity(px) && !hasEffects) {
    return { attributes: outer, children: [...backgroundShapes, ...content] };
  }
  const inner: OutputElement = {
    name: 'svg',
    attributes: { ...formatRect(rect), viewBox: Object.values(formatRect(rect)).join(' ') },
    children: [...content],
  };
  const transformed: OutputElement = {
    name: 'g',
    attributes: { ...effects, transform: formatMatrix(userMatrix) },
    children: [inner],
  };
  return { attributes: outer, children: [...backgroundShapes, transformed] };
}

/**
 * Separates effects on the content of a root from its other attributes; the background has no
 * effects.
 */
function splitEffects(attributes: Readonly<Record<string, string>>): {
  readonly outer: Record<string, string>;
  readonly effects: Record<string, string>;
} {
  const outer = { ...attributes };
  const effects: Record<string, string> = {};
  for (const name of EFFECTS) {
    const { [name]: value } = outer;
    if (value === undefined) continue;
    effects[name] = value;
    delete outer[name];
  }
  return { outer, effects };
}

/** Clips the content of a root by a shape in px. */
function clipContent(
  clip: ClipShape,
  { width, height }: Size,
  viewportMatrix: Matrix,
  children: (OutputElement | string)[],
): OutputElement[] {
  const shape = createClipElement(clip, { x: 0, y: 0, width, height });
  const { transform } = shape.attributes;
  shape.attributes.transform = `${formatMatrix(viewportMatrix)} ${transform ?? ''}`.trim();
  const clipPath: OutputElement = {
    name: 'clipPath',
    attributes: { id: 'root-clip' },
    children: [shape],
  };
  const group: OutputElement = {
    name: 'g',
    attributes: { 'clip-path': 'url(#root-clip)' },
    children,
  };
  return [clipPath, group];
}

function formatMatrix(matrix: Matrix): string {
  return `matrix(${matrix.map((each) => formatNumber(Number(each.toPrecision(12)))).join(' ')})`;
}

function formatRect(rect: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(rect).map(([name, value]) => [
      name,
      formatNumber(Number(value.toPrecision(12))),
    ]),
  );
}

/** Keywords of the shorthand that are not colors. */
const LAYOUT_KEYWORDS =
  /(?<![-\w(])(?:none|repeat|no-repeat|repeat-[xy]|space|round|scroll|fixed|local|left|right|top|bottom|center)(?![-\w(])/gi;

/** Background color of the root; `undefined` for none. */
function backgroundColor({ specified }: ComputedStyle): string | undefined {
  const image = specified.get('background-image')?.value ?? 'none';
  const color = specified.get('background')?.value ?? specified.get('background-color')?.value;
  if (!/^none$/i.test(image.trim())) throw new Unsupported('a background image');
  if (color === undefined || /^(?:none|transparent|initial|0 0)$/i.test(color.trim()))
    return undefined;
  if (specified.has('background') && specified.has('background-color'))
    throw new Unsupported('two backgrounds');
  try {
    // Of the shorthand, only the color paints.
    return resolveColor(color.replace(LAYOUT_KEYWORDS, ' ').trim(), '#000');
  } catch {
    throw new Unsupported('the background of its root');
  }
}

/** Scale and offset of a `viewBox` in its viewport, in px. Source: SVG 2, 8.2. */
function fitViewBox(
  attributes: Readonly<Record<string, string>>,
  { width, height }: Size,
): { readonly scale: number; readonly left: number; readonly top: number } {
  const box = parseViewBox(attributes.viewBox ?? '');
  if (!box) return { scale: 1, left: 0, top: 0 };
  const { align, meetOrSlice } = parsePreserveAspectRatio(attributes.preserveAspectRatio ?? '') ?? {
    align: 'xMidYMid',
    meetOrSlice: 'meet',
  };
  const ratios = [width / box.width, height / box.height];
  if (align === 'none' && ratios[0] !== ratios[1]) throw new Unsupported('a stretched root');
  const scale = meetOrSlice === 'slice' ? Math.max(...ratios) : Math.min(...ratios);
  const share = (kind: string) => (kind === 'Min' ? 0 : kind === 'Max' ? 1 : 0.5);
  const [, across = 'Mid', down = 'Mid'] = /^x(\w{3})Y(\w{3})$/.exec(align) ?? [];
  return {
    scale,
    left: share(across) * (width - box.width * scale) - box.x * scale,
    top: share(down) * (height - box.height * scale) - box.y * scale,
  };
}
