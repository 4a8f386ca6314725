import type { XastElement, XastParent } from 'svgo';
import type { ColorMode } from '../core/types.ts';
import { hexOf, type Opaque, opaque, parseColor } from '../svg/color.ts';
import { DEFINITIONS, NEVER_RENDERED, SHAPES, UNPAINTED } from '../svg/elements.ts';
import { type Inherited, inherit } from '../svg/inherit.ts';
import { opacityOf } from './guards.ts';
import { renameReferences } from './references.ts';
import { elements, isLine, type Pass, pass, svgElement } from './tree.ts';

const CURRENT = /^currentcolor$/i;
/** What a shape is filled with when nobody says otherwise. */
const BLACK = '#000';

/**
 * With `currentColor`, a drawing in one color follows the text color of the page; with `variables`,
 * each color of a drawing in several can be set by the page, too: `var(--icon-1, #f00)`, numbered in
 * the order in which they are drawn. With `keep`, nothing happens.
 *
 * A drawing with gradients, patterns or bitmaps keeps its colors under `currentColor`, since one
 * color cannot stand for them. One with a style sheet that has to stay keeps them always.
 *
 * `<path fill="red"/>` → `<path fill="currentColor"/>`
 *
 * @returns how to ask, afterwards, for the one color that became `currentColor`
 */
export function recolor(
  mode: ColorMode,
): readonly [replaced: () => string | undefined, pass: Pass] {
  let replaced: string | undefined;
  return [
    () => replaced,
    pass('iconloom-recolor', (root) => {
      const svg = svgElement(root);
      if (!svg || mode === 'keep') return;
      // A style sheet that stays outranks attributes, so its colors would stay and mix with ours.
      if ([...elements(svg)].some(({ name }) => name === 'style')) return;
      const keys = drawnColors(svg);
      const own = [...keys].filter((key) => !CURRENT.test(key));
      const [only, ...others] = own;
      if (only === undefined) return;
      if (others.length === 0 && own.length === keys.size && isPlain(svg)) {
        repaint(svg, keys, ({ color }) => {
          replaced ??= color;
          return 'currentColor';
        });
      } else if (mode === 'variables') {
        const numbers = freeNumbers(svg, own.length);
        repaint(svg, keys, ({ color }, key) => `var(--icon-${numbers[own.indexOf(key)]},${color})`);
      }
    }),
  ];
}

/** Numbers for variables, without those that a drawing out of a sprite has already. */
function freeNumbers(svg: XastElement, count: number): readonly number[] {
  const taken = new Set<number>();
  for (const { attributes } of [svg, ...elements(svg)]) {
    for (const value of Object.values(attributes)) {
      for (const [, number] of value.matchAll(/var\(--icon-(\d+),/g)) taken.add(Number(number));
    }
  }
  const all = Array.from({ length: count + taken.size }, (_, index) => index + 1);
  return all.filter((number) => !taken.has(number));
}

/** One spelling for each color; `undefined` for what is no color of the drawing's own. */
function keyOf(paint: string): string | undefined {
  const color = parseColor(paint);
  // What is wholly transparent is seen in no color.
  if (color?.kind === 'rgb') return color.alpha === 0 ? undefined : hexOf(color);
  return color?.kind === 'current' ? 'currentColor' : color?.text;
}

type Paint = Inherited<'fill' | 'stroke' | 'marker-start' | 'marker-mid' | 'marker-end'>;

const UNSAID: Paint = {
  ...{ fill: BLACK, stroke: 'none' },
  ...{ 'marker-start': 'none', 'marker-mid': 'none', 'marker-end': 'none' },
};

/** The colors in the order in which shapes are drawn with them. */
function drawnColors(svg: XastElement): ReadonlySet<string> {
  const keys = new Set<string>();
  const byId = new Map([...elements(svg)].map((element) => [element.attributes.id, element]));
  const add = (paint: string): void => {
    const key = keyOf(paint);
    if (key !== undefined) keys.add(key);
    // Markers and patterns are drawn where a shape refers to them.
    else if (paint.includes('url(')) {
      renameReferences('fill', paint, (id) => {
        const target = byId.get(id);
        if (target && DEFINITIONS.has(target.name)) visitDefinition(target);
        return undefined;
      });
    }
  };
  const path: XastElement[] = [];

  function visit(element: XastElement, outer: Paint): void {
    if (UNPAINTED.has(element.name) || path.includes(element) || path.length > 99) return;
    path.push(element);
    const paint = inherit(outer, element.attributes);
    if (SHAPES.has(element.name) || element.name === 'text') {
      if (!isLine(element)) add(paint.fill);
      add(paint.stroke);
      for (const place of ['marker-start', 'marker-mid', 'marker-end'] as const) add(paint[place]);
    }
    const target = element.name === 'use' ? byId.get(element.attributes.href?.slice(1)) : undefined;
    if (target) visit(target, paint);
    for (const child of element.children) {
      // What is defined for later use is drawn where it is used.
      const isDrawn = child.type === 'element' && !NEVER_RENDERED.has(child.name);
      if (isDrawn) visit(child, paint);
    }
    path.pop();
  }

  /** Definitions inherit from where they stand, and not from who refers to them. */
  function visitDefinition(definition: XastElement): void {
    const around = ancestorsOf(svg, definition) ?? [];
    visit(
      definition,
      around.reduce((paint, { attributes }) => inherit(paint, attributes), UNSAID),
    );
  }

  visit(svg, UNSAID);
  return keys;
}

/** Elements around one, outermost first; `undefined` when it stands elsewhere. */
function ancestorsOf(parent: XastElement, element: XastElement): XastElement[] | undefined {
  for (const child of parent.children) {
    if (child === element) return [parent];
    const inner = child.type === 'element' ? ancestorsOf(child, element) : undefined;
    if (inner) return [parent, ...inner];
  }
  return undefined;
}

/** Whether there is nothing but colors: no gradients, patterns or bitmaps. */
function isPlain(svg: XastElement): boolean {
  return [...painted(svg)].every(({ name, attributes }) => {
    if (name === 'image') return false;
    if (/\b(fill|stroke)\s*:/.test(attributes.style ?? '')) return false;
    return [attributes.fill, attributes.stroke].every(
      (paint) => paint === undefined || !/\(/.test(paint) || parseColor(paint)?.kind === 'rgb',
    );
  });
}

/** What a paint's transparency makes of the opacity of an element and of those inside. */
interface Alpha {
  /** Of the paint that counts here. */
  readonly paint: number;
  /** As the drawing says it. */
  readonly said: number;
}

const OPAQUE: Alpha = { paint: 1, said: 1 };

function repaint(
  svg: XastElement,
  keys: ReadonlySet<string>,
  to: (color: Opaque, key: string) => string,
): void {
  const usesBlack = keys.has(BLACK) && svg.attributes.fill === undefined;
  const paintWith = (element: XastElement, kind: 'fill' | 'stroke', outer: Alpha): Alpha => {
    const { attributes } = element;
    const paint = attributes[kind];
    const said = attributes[`${kind}-opacity`];
    const key = paint === undefined ? undefined : keyOf(paint);
    const isReplaced = key !== undefined && keys.has(key) && !CURRENT.test(key);
    const color = isReplaced
      ? (opaque(paint as string) ?? { color: paint as string, alpha: 1 })
      : undefined;
    const alpha = {
      paint: paint === undefined ? outer.paint : (color?.alpha ?? 1),
      said: said === undefined ? outer.said : opacityOf(said),
    };
    if (color) attributes[kind] = to(color, key as string);
    const isTold =
      (paint !== undefined || said !== undefined) && (alpha.paint < 1 || outer.paint < 1);
    if (isTold) insertBehind(element, kind, decimal(alpha.paint * alpha.said));
    return alpha;
  };
  const visit = (element: XastElement, fill: Alpha, stroke: Alpha): void => {
    const inner = [paintWith(element, 'fill', fill), paintWith(element, 'stroke', stroke)] as const;
    for (const child of element.children) {
      if (child.type === 'element' && !UNPAINTED.has(child.name)) visit(child, ...inner);
    }
  };
  visit(svg, OPAQUE, OPAQUE);
  if (usesBlack) svg.attributes.fill = to({ color: BLACK, alpha: 1 }, BLACK);
}

/** The opacity of a paint, right behind it, where the optimizer puts it. */
function insertBehind(element: XastElement, kind: 'fill' | 'stroke', opacity: string): void {
  const name = `${kind}-opacity`;
  element.attributes = Object.fromEntries(
    Object.entries({ ...element.attributes, [name]: opacity }).flatMap(([key, value]) => {
      if (key === kind) return [[key, value] as const, [name, opacity] as const];
      return key === name && element.attributes[kind] !== undefined ? [] : [[key, value] as const];
    }),
  );
}

/** As the optimizer writes it: `.5` */
function decimal(value: number): string {
  return String(Number(value.toFixed(3))).replace(/^0\./, '.');
}

/** Elements whose paint is color. */
function* painted(parent: XastElement | XastParent): Generator<XastElement> {
  if (parent.type === 'element') yield parent;
  for (const child of parent.children) {
    if (child.type === 'element' && !UNPAINTED.has(child.name)) yield* painted(child);
  }
}
