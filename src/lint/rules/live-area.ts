import { viewBoxOf } from '../../svg/view-box.ts';
import { type FrameMargins, fillsFrame, marginsOf, SIDES } from '../frame.ts';
import { measurableStep } from '../ink.ts';
import { AGREE, gridUnit, type OrSet, resolveOptions } from '../options.ts';
import type { LintFinding, LintSource, RuleOption, SetRule } from '../types.ts';
import { formatFigure, formatMeasured, formatPx, joinList } from '../wording.ts';

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
const CONCURRENCY = 32;
/** Largest difference that cannot be seen, in px on a grid of 24. */
const TOLERANCE = 0.05;
/** Steps in which the margin of a set is determined, in px on a grid of 24. */
const STEP = 0.5;
const MAX_MARGIN = 6;

/** Measures painted pixels, not points. */
export const liveArea: SetRule = {
  name: 'live-area',
  about: 'Nothing is cut off at the edge of the picture, and the margin of the set stays free',
  scope: 'set',
  options: OPTIONS,
  presets: { recommended: 'warning', strict: ['warning', { margin: 'set' }] },
  docs: {
    section: 'size',
    order: 20,
    why: 'Every browser cuts off what lies beyond the edge. The same margin around all icons makes them look equally large. The rule measures what is painted: a line of 2 px paints 1 px on each side. It skips icons that fill their frame, such as flags.',
    fix: 'Shrink or move the shapes until they are in the live area.',
  },
  async check({ sources }, configured) {
    const { margin, overshoot, agree } = resolveOptions(OPTIONS, configured);
    const marginsBySource = new Map<LintSource, FrameMargins>();
    for (let first = 0; first < sources.length; first += CONCURRENCY) {
      const batch = sources.slice(first, first + CONCURRENCY);
      const inks = await Promise.all(batch.map((source) => source.ink()));
      for (const [index, source] of batch.entries()) {
        const ink = inks[index];
        if (ink) marginsBySource.set(source, marginsOf(source, ink));
      }
    }
    const requiredMargin =
      margin === 'set' ? marginOf([...marginsBySource.values()], overshoot, agree) : margin;
    return [...marginsBySource].flatMap(([source, sides]) => {
      const cutSides = cutOff(source, sides);
      return cutSides.length > 0
        ? cutSides
        : tooClose(source, sides, requiredMargin, overshoot, margin === 'set');
    });
  },
};

function cutOff(source: LintSource, margins: FrameMargins): LintFinding[] {
  const box = viewBoxOf(source.icon.facts.viewBox);
  const { width, height } = box;
  const unit = gridUnit(source);
  // The drawing's edge and the picture's may each lie between two steps of the renderer.
  const tolerance = Math.max(TOLERANCE, (2 * measurableStep(box)) / unit);
  const cutSides = SIDES.filter((side) => margins[side] < -tolerance);
  if (cutSides.length === 0 || fillsFrame(margins)) return [];
  const most = Math.max(...cutSides.map((side) => -margins[side])) * unit;
  return [
    {
      file: source.file,
      message: `The drawing is cut off at the ${joinList(cutSides)}: ${formatMeasured(most)} of it lies outside of the ${formatFigure(width)} × ${formatFigure(height)} picture.`,
      hint: 'Move or shrink it until all of it, including the thickness of its lines, lies inside the frame.',
      offset: source.root.start,
    },
  ];
}

function tooClose(
  source: LintSource,
  margins: FrameMargins,
  requiredMargin: number,
  overshoot: number,
  isSet: boolean,
): LintFinding[] {
  const closeSides = SIDES.filter((side) => margins[side] < requiredMargin - overshoot - TOLERANCE);
  if (closeSides.length === 0 || requiredMargin === 0 || fillsFrame(margins)) return [];
  const unit = gridUnit(source);
  const least = Math.min(...closeSides.map((side) => margins[side])) * unit;
  const limit =
    overshoot === 0
      ? ''
      : `, of which round and pointed ends may take ${formatPx(overshoot * unit)}`;
  const places = `the ${joinList(closeSides)} edge${closeSides.length > 1 ? 's' : ''}`;
  return [
    {
      file: source.file,
      message: `The drawing comes as close as ${formatMeasured(Math.max(least, 0))} to ${places}; ${isSet ? 'the others keep' : 'it must keep'} ${formatPx(requiredMargin * unit)} free${limit}.`,
      hint: 'Shrink or move it until it lies in the live area; include the thickness of the lines when you measure.',
      offset: source.root.start,
    },
  ];
}

/** The widest margin that most drawings keep. */
function marginOf(all: readonly FrameMargins[], overshoot: number, agree: number): number {
  const icons = all.filter((margins) => !fillsFrame(margins));
  for (let margin = MAX_MARGIN; margin > 0; margin -= STEP) {
    const keeps = icons.filter((margins) =>
      SIDES.every((side) => margins[side] >= margin - overshoot - TOLERANCE),
    );
    const reaches = icons.filter((margins) =>
      SIDES.some((side) => margins[side] <= margin + TOLERANCE),
    );
    const isCommon = keeps.length >= agree * icons.length && keeps.length > 1;
    if (isCommon && reaches.length >= icons.length / 4) return margin;
  }
  return 0;
}
