import { boxOf } from '../../svg/view-box.ts';
import { type Free, freeOf, isFull, SIDES } from '../frame.ts';
import { finestOf } from '../ink.ts';
import { AGREE, type OrSet, optionsOf, unitOf } from '../options.ts';
import type { Drawing, LintFinding, RuleOption, SetRule } from '../types.ts';
import { figure, list, measured, px } from '../wording.ts';

const OPTIONS = {
  margin: {
    default: 0 as OrSet<number>,
    about:
      'Margin on all sides, in px on a grid of 24 and in proportion on others, or `set` for the margin of most drawings; 0 checks only that nothing is cut off',
  },
  overshoot: {
    default: 0.5,
    about: 'How far round and pointed ends may extend beyond the live area, in px on a grid of 24',
  },
  agree: AGREE,
} satisfies Record<string, RuleOption>;

/** Drawings that are rendered at the same time. */
const ABREAST = 32;
/** Largest difference that cannot be seen, in px on a grid of 24. */
const TOLERANCE = 0.05;
/** Steps in which the margin of a set is determined, in px on a grid of 24. */
const STEP = 0.5;
const WIDEST = 6;

/** Measures painted pixels, not points. */
export const liveArea: SetRule = {
  name: 'live-area',
  about: 'Nothing is cut off at the edge of the picture, and the margin of the set stays free',
  scope: 'set',
  options: OPTIONS,
  async check({ drawings }, given) {
    const { margin, overshoot, agree } = optionsOf(OPTIONS, given);
    const free = new Map<Drawing, Free>();
    for (let first = 0; first < drawings.length; first += ABREAST) {
      const some = drawings.slice(first, first + ABREAST);
      const inks = await Promise.all(some.map((drawing) => drawing.ink()));
      for (const [index, drawing] of some.entries()) {
        const ink = inks[index];
        if (ink) free.set(drawing, freeOf(drawing, ink));
      }
    }
    const asked = margin === 'set' ? marginOf([...free.values()], overshoot, agree) : margin;
    return [...free].flatMap(([drawing, sides]) => {
      const cut = cutOff(drawing, sides);
      return cut.length > 0 ? cut : tooClose(drawing, sides, asked, overshoot, margin === 'set');
    });
  },
};

function cutOff(drawing: Drawing, free: Free): LintFinding[] {
  const box = boxOf(drawing.icon.facts.viewBox);
  const { width, height } = box;
  const unit = unitOf(drawing);
  // The drawing's edge and the picture's may each lie between two steps of the renderer.
  const unseen = Math.max(TOLERANCE, (2 * finestOf(box)) / unit);
  const cut = SIDES.filter((side) => free[side] < -unseen);
  if (cut.length === 0 || isFull(free)) return [];
  const most = Math.max(...cut.map((side) => -free[side])) * unit;
  return [
    {
      file: drawing.file,
      message: `The drawing is cut off at the ${list(cut)}: ${measured(most)} of it lies outside of the ${figure(width)} × ${figure(height)} picture.`,
      hint: 'Move or shrink it until all of it, including the thickness of its lines, lies inside the frame.',
      offset: drawing.root.start,
    },
  ];
}

function tooClose(
  drawing: Drawing,
  free: Free,
  asked: number,
  overshoot: number,
  isSet: boolean,
): LintFinding[] {
  const close = SIDES.filter((side) => free[side] < asked - overshoot - TOLERANCE);
  if (close.length === 0 || asked === 0 || isFull(free)) return [];
  const unit = unitOf(drawing);
  const least = Math.min(...close.map((side) => free[side])) * unit;
  const limit =
    overshoot === 0 ? '' : `, of which round and pointed ends may take ${px(overshoot * unit)}`;
  const places = `the ${list(close)} edge${close.length > 1 ? 's' : ''}`;
  return [
    {
      file: drawing.file,
      message: `The drawing comes as close as ${measured(Math.max(least, 0))} to ${places}; ${isSet ? 'the others keep' : 'it must keep'} ${px(asked * unit)} free${limit}.`,
      hint: 'Shrink or move it until it lies in the live area; include the thickness of the lines when you measure.',
      offset: drawing.root.start,
    },
  ];
}

/** The widest margin that most drawings keep. */
function marginOf(all: readonly Free[], overshoot: number, agree: number): number {
  const icons = all.filter((free) => !isFull(free));
  for (let margin = WIDEST; margin > 0; margin -= STEP) {
    const keeps = icons.filter((free) =>
      SIDES.every((side) => free[side] >= margin - overshoot - TOLERANCE),
    );
    const reaches = icons.filter((free) => SIDES.some((side) => free[side] <= margin + TOLERANCE));
    const isKept = keeps.length >= agree * icons.length && keeps.length > 1;
    if (isKept && reaches.length >= icons.length / 4) return margin;
  }
  return 0;
}
