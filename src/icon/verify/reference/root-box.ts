import { isIdentity, type Matrix, multiply } from '../../../svg/matrix.ts';
import { formatNumber } from '../../../svg/numbers.ts';
import { parsePreserveAspectRatio } from '../../../svg/preserve-aspect-ratio.ts';
import { parseViewBox, type Size } from '../../../svg/view-box.ts';
import type { ComputedStyle } from './computed-style.ts';
import type { OutputElement } from './nodes.ts';
import { plainColor } from './paint.ts';
import { placementOf } from './placement.ts';
import { Unsupported } from './unsupported.ts';

/** A root that is written but for its namespaces. */
interface RootContent {
  readonly attributes: Record<string, string>;
  readonly children: (OutputElement | string)[];
}

interface Root extends RootContent {
  readonly style: ComputedStyle;
  /** As a build settles it, or what is wrong with it. */
  readonly size: Size | string;
}

/** Properties that belong to what turns with the root. */
const EFFECTS = ['opacity', 'filter', 'mask', 'clip-path', 'style'];

/**
 * Draws the background of a root as a shape, and turns its content where the root itself is turned:
 * the renderer turns it around the origin and in units of its `viewBox`, and browsers around the
 * middle, in px.
 */
export function wrapRoot({ attributes, children, style, size }: Root): RootContent {
  const background = backgroundOf(style);
  const isPlaced = ['transform', 'translate', 'rotate', 'scale'].some((name) =>
    style.own.has(name),
  );
  if (background === undefined && !isPlaced) return { attributes, children };
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
            attributes: { ...numbers(rect), fill: background, stroke: 'none' },
            children: [],
          },
        ];
  if (!isPlaced) return { attributes, children: [...ground, ...children] };
  const px = placementOf(style, {
    view: size,
    measure: () => ({ x: 0, y: 0, width: size.width, height: size.height }),
    isRoot: true,
  });
  const units = multiply(multiply(view, px), [scale, 0, 0, scale, left, top]);
  const outer = { ...attributes };
  const effects: Record<string, string> = {};
  for (const name of EFFECTS) {
    const { [name]: value } = outer;
    if (value === undefined) continue;
    effects[name] = value;
    delete outer[name];
  }
  if (isIdentity(px) && Object.keys(effects).length === 0) {
    return { attributes: outer, children: [...ground, ...children] };
  }
  const inner: OutputElement = {
    name: 'svg',
    attributes: { ...numbers(rect), viewBox: Object.values(numbers(rect)).join(' ') },
    children: [...ground, ...children],
  };
  const turned: OutputElement = {
    name: 'g',
    attributes: { ...effects, transform: `matrix(${units.map(formatNumber).join(' ')})` },
    children: [inner],
  };
  return { attributes: outer, children: [turned] };
}

function numbers(rect: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(rect).map(([name, value]) => [
      name,
      formatNumber(Number(value.toPrecision(12))),
    ]),
  );
}

/** The color behind the drawing; `undefined` for none. */
function backgroundOf({ own }: ComputedStyle): string | undefined {
  const image = own.get('background-image')?.value ?? 'none';
  const color = own.get('background')?.value ?? own.get('background-color')?.value;
  if (!/^none$/i.test(image.trim())) throw new Unsupported('a background image');
  if (color === undefined || /^(?:none|transparent|initial|0 0)$/i.test(color.trim()))
    return undefined;
  if (own.has('background') && own.has('background-color'))
    throw new Unsupported('two backgrounds');
  try {
    return plainColor(color, '#000');
  } catch {
    throw new Unsupported('the background of its root');
  }
}

/** How a `viewBox` is fitted into its viewport, in px. Source: SVG 2, 8.2. */
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
