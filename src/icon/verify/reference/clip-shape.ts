import { absoluteToPx, parseLength } from '../../../svg/length.ts';
import { formatNumber } from '../../../svg/numbers.ts';
import { resolveCalc } from './calc.ts';
import type { OriginBox } from './element-transform.ts';
import type { OutputElement } from './nodes.ts';
import { Unsupported } from './unsupported.ts';

/** A CSS basic shape of `clip-path`, and its reference box. */
export interface ClipShape {
  readonly name: string;
  readonly args: string;
  readonly box: string;
}

/** Reads `circle(40%) view-box`; `undefined` for references and `none`. */
export function parseClipShape(value: string): ClipShape | undefined {
  if (/^(?:none$|url\()/i.test(value)) return undefined;
  const [, boxBefore, name = '', args = '', boxAfter] =
    /^(?:([-a-z]+)\s+)?([a-z]+)\(([\s\S]*)\)(?:\s+([-a-z]+))?$/i.exec(value.trim()) ?? [];
  if (name === '') throw new Unsupported(`clip-path: ${value.slice(0, 60)}`);
  return {
    name: name.toLowerCase(),
    args,
    box: (boxBefore ?? boxAfter ?? 'border-box').toLowerCase(),
  };
}

/** Creates the SVG element of a clip shape. Source: CSS Shapes 1, 3.1. */
export function createClipElement({ name, args }: ClipShape, box: OriginBox): OutputElement {
  const text = resolveCalc(args).trim();
  const fail = (): never => {
    throw new Unsupported(`clip-path: ${name}(${args.slice(0, 40)})`);
  };
  const length = (word: string | undefined, whole: number): number => {
    const parsed = word === undefined ? undefined : parseLength(word);
    if (parsed?.unit === '%') return (parsed.value / 100) * whole;
    return (parsed && absoluteToPx(parsed)) ?? fail();
  };
  const { x, y, width, height } = box;
  switch (name) {
    case 'circle':
    case 'ellipse': {
      const [radii = '', position = ''] = text.split(/(?:^|\s+)at\s+/i);
      const [cx, cy] = parsePosition(position, width, height, length);
      const sides = [
        [cx, width - cx],
        [cy, height - cy],
      ] as const;
      const words = radii.trim() === '' ? [] : radii.trim().split(/\s+/);
      if (name === 'circle') {
        const word = words[0] ?? 'closest-side';
        const r = /-side$/.test(word)
          ? Math.abs(Math[word === 'closest-side' ? 'min' : 'max'](...sides.flat()))
          : length(word, Math.hypot(width, height) / Math.SQRT2);
        return element('circle', { cx: x + cx, cy: y + cy, r });
      }
      const [rx = 0, ry = 0] = sides.map((side, at) => {
        const word = words[at] ?? 'closest-side';
        if (!/-side$/.test(word)) return length(word, at === 0 ? width : height);
        return Math.abs(Math[word === 'closest-side' ? 'min' : 'max'](...side));
      });
      return element('ellipse', { cx: x + cx, cy: y + cy, rx, ry });
    }
    case 'inset': {
      const [list = '', round] = text.split(/\s+round\s+/i);
      const words = list.trim().split(/\s+/);
      if (words.length > 4 || /[\s/]/.test(round?.trim() ?? '')) fail();
      const [top, right = top, bottom = top, left = right] = words;
      const [t, b] = [length(top, height), length(bottom, height)];
      const [r, l] = [length(right, width), length(left, width)];
      const sides = { width: Math.max(0, width - l - r), height: Math.max(0, height - t - b) };
      const radius = round === undefined ? {} : { rx: length(round.trim(), width) };
      return element('rect', { x: x + l, y: y + t, ...sides, ...radius });
    }
    case 'polygon': {
      const parts = text.split(',').map((part) => part.trim());
      const rule = /^(?:nonzero|evenodd)$/i.test(parts[0] ?? '') ? parts.shift() : undefined;
      const points = parts.map((part) => {
        const [px, py, ...more] = part.split(/\s+/);
        if (more.length > 0) fail();
        return `${formatNumber(x + length(px, width))},${formatNumber(y + length(py, height))}`;
      });
      return withClipRule(rule, {
        name: 'polygon',
        attributes: { points: points.join(' ') },
        children: [],
      });
    }
    case 'path': {
      const [, rule, , d = ''] =
        /^(?:(nonzero|evenodd)\s*,\s*)?(["'])([\s\S]*)\2$/i.exec(text) ?? fail();
      const transform = `translate(${formatNumber(x)} ${formatNumber(y)})`;
      return withClipRule(rule, { name: 'path', attributes: { d, transform }, children: [] });
    }
    default:
      return fail();
  }
}

const POSITION_KEYWORDS: Readonly<
  Record<string, readonly [axis: 'x' | 'y' | 'both', share: number]>
> = {
  left: ['x', 0],
  right: ['x', 1],
  top: ['y', 0],
  bottom: ['y', 1],
  center: ['both', 0.5],
};

function parsePosition(
  text: string,
  width: number,
  height: number,
  length: (word: string | undefined, whole: number) => number,
): readonly [number, number] {
  const words = text.trim() === '' ? [] : text.trim().toLowerCase().split(/\s+/);
  if (words.length > 2) return [length(undefined, width), 0];
  const isSwapped =
    POSITION_KEYWORDS[words[0] ?? '']?.[0] === 'y' ||
    POSITION_KEYWORDS[words[1] ?? '']?.[0] === 'x';
  const [first = 'center', second = 'center'] = isSwapped ? [words[1], words[0]] : words;
  const resolveAxis = (word: string, whole: number): number => {
    const fraction = POSITION_KEYWORDS[word]?.[1];
    return fraction === undefined ? length(word, whole) : fraction * whole;
  };
  return [resolveAxis(first, width), resolveAxis(second, height)];
}

function element(name: string, numbers: Readonly<Record<string, number>>): OutputElement {
  const attributes = Object.entries(numbers).map(([key, value]) => [key, formatNumber(value)]);
  return { name, attributes: Object.fromEntries(attributes), children: [] };
}

function withClipRule(rule: string | undefined, shape: OutputElement): OutputElement {
  if (rule !== undefined) shape.attributes['clip-rule'] = rule.toLowerCase();
  return shape;
}
