import { viewBoxOf } from '../../svg/view-box.ts';
import { gridUnit, resolveOptions } from '../options.ts';
import type { RuleOption, SourceRule } from '../types.ts';
import { formatMeasured, formatPx } from '../wording.ts';

const OPTIONS = {
  within: {
    default: 0.75,
    about:
      'Largest distance of the center from the middle, in px on a grid of 24, in proportion on others',
  },
  by: {
    default: 'either' as 'weight' | 'box' | 'either',
    about:
      'What must be centered: `weight`, the center of all that is painted; `box`, the middle between its edges; or `either` of the two',
  },
} satisfies Record<string, RuleOption>;

/** Checks the center of weight or of the box: some motifs are heavier on one side. */
export const opticalCenter: SourceRule = {
  name: 'optical-center',
  about: 'The drawing is centered in its picture',
  scope: 'drawing',
  options: OPTIONS,
  presets: { strict: 'warning' },
  docs: {
    section: 'size',
    order: 30,
    why: 'The eye centers weight, not boxes. By default, one of two centers is enough: the center of all that is painted, or the middle between its edges. Some icons are heavy on one side because of what they show.',
    fix: 'Move it by the distance in the message, and compare it with its neighbors.',
  },
  async check(source, configured) {
    const { within, by } = resolveOptions(OPTIONS, configured);
    const ink = await source.ink();
    if (!ink) return [];
    const { x, y, width, height } = viewBoxOf(source.icon.facts.viewBox);
    const unit = gridUnit(source);
    const offsetOf = (pointX: number, pointY: number): CenterOffset => {
      const [right, down] = [pointX - x - width / 2, pointY - y - height / 2];
      return { right, down, distance: Math.hypot(right, down) };
    };
    const weight = offsetOf(...ink.center);
    const box = offsetOf((ink.left + ink.right) / 2, (ink.top + ink.bottom) / 2);
    const isTooFar = ({ distance }: CenterOffset): boolean => distance > within * unit;
    const isFine =
      by === 'either'
        ? !isTooFar(weight) || !isTooFar(box)
        : !isTooFar(by === 'box' ? box : weight);
    if (isFine) return [];
    const reported =
      by === 'box' || (by === 'either' && box.distance < weight.distance) ? box : weight;
    const subject = reported === box ? 'The middle of the drawing' : 'The weight of the drawing';
    return [
      {
        file: source.file,
        message: `${subject} lies ${describeOffset(reported)} the middle of the picture; ${formatPx(within * unit)} is allowed.`,
        hint: `Move it ${formatMeasured(reported.distance)} back, and look at it among its neighbors.`,
        offset: source.root.start,
      },
    ];
  },
};

interface CenterOffset {
  readonly right: number;
  readonly down: number;
  readonly distance: number;
}

/** `1.2 px left of and 0.5 px above` */
function describeOffset({ right, down }: CenterOffset): string {
  const across = `${formatMeasured(Math.abs(right))} ${right < 0 ? 'left' : 'right'} of`;
  const along = `${formatMeasured(Math.abs(down))} ${down < 0 ? 'above' : 'below'}`;
  if (Math.abs(down) < Math.abs(right) / 8) return across;
  if (Math.abs(right) < Math.abs(down) / 8) return along;
  return `${across} and ${along}`;
}
