import { isIdentity, type Matrix, multiply } from '../../../svg/matrix.ts';
import { formatNumber } from '../../../svg/numbers.ts';
import { parsePreserveAspectRatio } from '../../../svg/preserve-aspect-ratio.ts';
import { parseViewBox, type Size } from '../../../svg/view-box.ts';
import { type ClipShape, pathOfClip, readClipShape } from './clip-shape.ts';
import type { ComputedStyle } from './computed-style.ts';
import type { OutputElement } from './nodes.ts';
import { plainColor } from './paint.ts';
import { placementOf } from './placement.ts';
import { Unsupported } from './unsupported.ts';

/** Attributes and children of a root, without namespaces. */
interface RootContent {
  readonly attributes: Record<string, string>;
  readonly children: (OutputElement | string)[];
}

interface Root extends RootContent {
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
export function wrapRoot({ attributes, children, style, size }: Root): RootContent {
  const background = backgroundOf(style);
  const isPlaced = ['transform', 'translate', 'rotate', 'scale'].some((name) =>
    style.own.has(name),
  );
  const clip = readClipShape(style.own.get('clip-path')?.value ?? 'none');
  if (background === undefined && !isPlaced && !clip) return { attributes, children };
  if (typeof size === 'string') throw new Unsupported('the size of its root');
  const { scale, left, top } = fitOf(attributes, size);
  // The viewport in units of the viewBox.
  const view: Matrix = [1 / scale, 0, 0, 1 / scale, -left / scale, -top / scale];
  const rect = {
    x: -left / scale,
    y: -top / scale,
    width: size.width / scale,
    height: size.height / scale,
  };
  const ground: OutputElement[] =
    background === undefined
      ? []
      : [
          {
            name: 'rect',
            attributes: {
              ...numbers(rect),
              fill: background,
              stroke: 'none',
              visibility: 'visible',
            },
            children: [],
          },
        ];
  const content = clip ? clipped(clip, size, view, children) : children;
  const { outer, effects } = apart(attributes);
  const hasEffects = Object.keys(effects).length > 0;
  if (!isPlaced) {
    if (ground.length === 0) return { attributes, children: content };
    const group: OutputElement = { name: 'g', attributes: effects, children: [...content] };
    return { attributes: outer, children: [...ground, ...(hasEffects ? [group] : content)] };
  }
  const px = placementOf(style, {
    view: size,
    measure: () => ({ x: 0, y: 0, width: size.width, height: size.height }),
    isRoot: true,
  });
  const units = multiply(multiply(view, px), [scale, 0, 0, scale, left, top]);
  if (isIdentity(px) && !hasEffects) {
    return { attributes: outer, children: [...ground, ...content] };
  }
  const inner: OutputElement = {
    name: 'svg',
    attributes: { ...numbers(rect), viewBox: Object.values(numbers(rect)).join(' ') },
    children: [...content],
  };
  const turned: OutputElement = {
    name: 'g',
    attributes: { ...effects, transform: matrixText(units) },
    children: [inner],
  };
  return { attributes: outer, children: [...ground, turned] };
}

/**
 * Separates effects on the content of a root from its other attributes; the background has no
 * effects.
 */
function apart(attributes: Readonly<Record<string, string>>): {
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
function clipped(
  clip: ClipShape,
  { width, height }: Size,
  view: Matrix,
  children: (OutputElement | string)[],
): OutputElement[] {
  const shape = pathOfClip(clip, { x: 0, y: 0, width, height });
  const { transform } = shape.attributes;
  shape.attributes.transform = `${matrixText(view)} ${transform ?? ''}`.trim();
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

function matrixText(matrix: Matrix): string {
  return `matrix(${matrix.map((each) => formatNumber(Number(each.toPrecision(12)))).join(' ')})`;
}

function numbers(rect: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(rect).map(([name, value]) => [
      name,
      formatNumber(Number(value.toPrecision(12))),
    ]),
  );
}

/** Keywords of the shorthand that are not colors. */
const PLACING =
  /(?<![-\w(])(?:none|repeat|no-repeat|repeat-[xy]|space|round|scroll|fixed|local|left|right|top|bottom|center)(?![-\w(])/gi;

/** Background color of the root; `undefined` for none. */
function backgroundOf({ own }: ComputedStyle): string | undefined {
  const image = own.get('background-image')?.value ?? 'none';
  const color = own.get('background')?.value ?? own.get('background-color')?.value;
  if (!/^none$/i.test(image.trim())) throw new Unsupported('a background image');
  if (color === undefined || /^(?:none|transparent|initial|0 0)$/i.test(color.trim()))
    return undefined;
  if (own.has('background') && own.has('background-color'))
    throw new Unsupported('two backgrounds');
  try {
    // Of the shorthand, only the color paints.
    return plainColor(color.replace(PLACING, ' ').trim(), '#000');
  } catch {
    throw new Unsupported('the background of its root');
  }
}

/** Scale and offset of a `viewBox` in its viewport, in px. Source: SVG 2, 8.2. */
function fitOf(
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
