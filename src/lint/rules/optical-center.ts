import { boxOf } from '../../svg/view-box.ts';
import { optionsOf, unitOf } from '../options.ts';
import type { DrawingRule, RuleOption } from '../types.ts';
import { measured, px } from '../wording.ts';

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
export const opticalCenter: DrawingRule = {
  name: 'optical-center',
  about: 'The drawing is centered in its picture',
  scope: 'drawing',
  options: OPTIONS,
  async check(drawing, given) {
    const { within, by } = optionsOf(OPTIONS, given);
    const ink = await drawing.ink();
    if (!ink) return [];
    const { x, y, width, height } = boxOf(drawing.icon.facts.viewBox);
    const unit = unitOf(drawing);
    const offOf = (pointX: number, pointY: number): Off => {
      const [right, down] = [pointX - x - width / 2, pointY - y - height / 2];
      return { right, down, distance: Math.hypot(right, down) };
    };
    const weight = offOf(...ink.center);
    const box = offOf((ink.left + ink.right) / 2, (ink.top + ink.bottom) / 2);
    const isOff = ({ distance }: Off): boolean => distance > within * unit;
    const isFine =
      by === 'either' ? !isOff(weight) || !isOff(box) : !isOff(by === 'box' ? box : weight);
    if (isFine) return [];
    const shown =
      by === 'box' || (by === 'either' && box.distance < weight.distance) ? box : weight;
    const what = shown === box ? 'The middle of the drawing' : 'The weight of the drawing';
    return [
      {
        file: drawing.file,
        message: `${what} lies ${wayOf(shown)} the middle of the picture; ${px(within * unit)} is allowed.`,
        hint: `Move it ${measured(shown.distance)} back, and look at it among its neighbors.`,
        offset: drawing.root.start,
      },
    ];
  },
};

interface Off {
  readonly right: number;
  readonly down: number;
  readonly distance: number;
}

/** `1.2 px left of and 0.5 px above` */
function wayOf({ right, down }: Off): string {
  const across = `${measured(Math.abs(right))} ${right < 0 ? 'left' : 'right'} of`;
  const along = `${measured(Math.abs(down))} ${down < 0 ? 'above' : 'below'}`;
  if (Math.abs(down) < Math.abs(right) / 8) return across;
  if (Math.abs(right) < Math.abs(down) / 8) return along;
  return `${across} and ${along}`;
}
