import { attributeOf } from '../../icon/source/source-elements.ts';
import { sizeOf, viewBoxOf } from '../../svg/view-box.ts';
import { findConsensus } from '../consensus.ts';
import { insertAttribute } from '../edits.ts';
import { AGREE, type OrSet, resolveOptions } from '../options.ts';
import type { LintFinding, LintSource, RuleOption, SetRule } from '../types.ts';
import { formatFigure } from '../wording.ts';

const OPTIONS = {
  size: {
    default: 'set' as OrSet<string>,
    about: 'Width and height of the picture as `24 × 24`, or `set` for those of most drawings',
  },
  origin: { default: false, about: 'Whether the picture must begin at 0 0' },
  agree: AGREE,
} satisfies Record<string, RuleOption>;

/** Checks that every drawing has a viewBox of the size of the set and fills it undistorted. */
export const viewBox: SetRule = {
  name: 'view-box',
  about: 'Every drawing has a viewBox, and all have the same size',
  scope: 'set',
  options: OPTIONS,
  presets: { recommended: 'warning', strict: ['error', { origin: true, agree: 0.6 }] },
  docs: {
    section: 'size',
    order: 10,
    why: 'Without a viewBox, an icon is cut off instead of scaled when it is shown in another size. An icon with another viewBox than its neighbors looks larger or smaller, and its lines look thicker or thinner.',
    fix: "Draw in a frame of the set's size and export the frame, not the selection.",
    autofix: 'adds a missing viewBox from `width` and `height`.',
  },
  check({ sources }, configured) {
    const { size, origin, agree } = resolveOptions(OPTIONS, configured);
    const common = findConsensus(sources, sizeText, agree);
    return sources.flatMap((source) => {
      const expectedSize =
        size === 'set' ? common(source) : size.replace(/\s*[x×]\s*/, ' × ').trim();
      return [
        ...missing(source),
        ...distorted(source),
        ...(expectedSize === undefined ? [] : wrongSize(source, expectedSize, size === 'set')),
        ...(origin ? shifted(source) : []),
      ];
    });
  },
};

/** `24 × 24` */
function sizeText({ icon }: LintSource): string {
  const { width, height } = viewBoxOf(icon.facts.viewBox);
  return `${formatFigure(width)} × ${formatFigure(height)}`;
}

function missing(source: LintSource): LintFinding[] {
  if (attributeOf(source.root, 'viewBox')) return [];
  const { viewBox } = source.icon.facts;
  return [
    {
      file: source.file,
      message: `The drawing has no viewBox, so it is cut off instead of scaled when it is shown at another size than ${sizeText(source)}.`,
      hint: `Export it with a viewBox, or write viewBox="${viewBox}" into its first line.`,
      offset: source.root.start,
      fix: [insertAttribute(source, source.root, 'viewBox', viewBox)],
    },
  ];
}

function distorted(source: LintSource): LintFinding[] {
  const { root, icon, file } = source;
  const rootAttributes = Object.fromEntries(
    root.attributes.map(({ name, value }) => [name, value]),
  );
  const box = viewBoxOf(icon.facts.viewBox);
  const size = sizeOf(rootAttributes);
  const hasBoth = rootAttributes.width !== undefined && rootAttributes.height !== undefined;
  if (
    !hasBoth ||
    typeof size === 'string' ||
    `${rootAttributes.width}${rootAttributes.height}`.includes('%')
  )
    return [];
  const ratio = size.width / size.height / (box.width / box.height);
  // A side that is a px off is a size rounded to the whole px.
  const isRounded = Math.abs(ratio - 1) * Math.min(size.width, size.height) <= 1;
  if (isRounded && Math.abs(ratio - 1) < 0.05) return [];
  return [
    {
      file,
      message: `The drawing is ${formatFigure(size.width)} × ${formatFigure(size.height)} px, but its picture is ${sizeText(source)}: the proportions differ, so a strip stays empty.`,
      hint: 'Make the frame as wide and as high as the picture, or remove width and height.',
      offset: attributeOf(root, 'width')?.start ?? root.start,
    },
  ];
}

function wrongSize(source: LintSource, expectedSize: string, isSet: boolean): LintFinding[] {
  const actualSize = sizeText(source);
  if (actualSize === expectedSize) return [];
  return [
    {
      file: source.file,
      message: `The picture is ${actualSize}; ${isSet ? 'the others are' : 'it must be'} ${expectedSize}.`,
      hint: `Draw it in a frame of ${expectedSize} px: scale the shape together with its lines, and export the frame, not the selection.`,
      offset: attributeOf(source.root, 'viewBox')?.start ?? source.root.start,
    },
  ];
}

function shifted({ icon, root, file }: LintSource): LintFinding[] {
  const { x, y } = viewBoxOf(icon.facts.viewBox);
  if (x === 0 && y === 0) return [];
  return [
    {
      file,
      message: `The picture begins at ${formatFigure(x)}, ${formatFigure(y)} instead of 0, 0.`,
      hint: 'Move the frame and its content to the zero point of the page, and export it again.',
      offset: attributeOf(root, 'viewBox')?.start ?? root.start,
    },
  ];
}
