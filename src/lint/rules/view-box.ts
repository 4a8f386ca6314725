import { attributeOf } from '../../icon/source-elements.ts';
import { boxOf, sizeOf } from '../../svg/view-box.ts';
import { consensusOf } from '../consensus.ts';
import { insertAttribute } from '../edits.ts';
import { AGREE, type OrSet, optionsOf } from '../options.ts';
import type { Drawing, LintFinding, RuleOption, SetRule } from '../types.ts';
import { figure } from '../wording.ts';

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
  check({ drawings }, given) {
    const { size, origin, agree } = optionsOf(OPTIONS, given);
    const common = consensusOf(drawings, sizeText, agree);
    return drawings.flatMap((drawing) => {
      const asked = size === 'set' ? common(drawing) : size.replace(/\s*[x×]\s*/, ' × ').trim();
      return [
        ...missing(drawing),
        ...distorted(drawing),
        ...(asked === undefined ? [] : wrongSize(drawing, asked, size === 'set')),
        ...(origin ? shifted(drawing) : []),
      ];
    });
  },
};

/** `24 × 24` */
function sizeText({ icon }: Drawing): string {
  const { width, height } = boxOf(icon.facts.viewBox);
  return `${figure(width)} × ${figure(height)}`;
}

function missing(drawing: Drawing): LintFinding[] {
  if (attributeOf(drawing.root, 'viewBox')) return [];
  const { viewBox } = drawing.icon.facts;
  return [
    {
      file: drawing.file,
      message: `The drawing has no viewBox, so it is cut off instead of scaled when it is shown at another size than ${sizeText(drawing)}.`,
      hint: `Export it with a viewBox, or write viewBox="${viewBox}" into its first line.`,
      offset: drawing.root.start,
      fix: [insertAttribute(drawing, drawing.root, 'viewBox', viewBox)],
    },
  ];
}

function distorted(drawing: Drawing): LintFinding[] {
  const { root, icon, file } = drawing;
  const given = Object.fromEntries(root.attributes.map(({ name, value }) => [name, value]));
  const box = boxOf(icon.facts.viewBox);
  const size = sizeOf(given);
  const hasBoth = given.width !== undefined && given.height !== undefined;
  if (!hasBoth || typeof size === 'string' || `${given.width}${given.height}`.includes('%'))
    return [];
  const ratio = size.width / size.height / (box.width / box.height);
  // A side that is a px off is a size rounded to the whole px.
  const isRounded = Math.abs(ratio - 1) * Math.min(size.width, size.height) <= 1;
  if (isRounded && Math.abs(ratio - 1) < 0.05) return [];
  return [
    {
      file,
      message: `The drawing is ${figure(size.width)} × ${figure(size.height)} px, but its picture is ${sizeText(drawing)}: the proportions differ, so a strip stays empty.`,
      hint: 'Make the frame as wide and as high as the picture, or remove width and height.',
      offset: attributeOf(root, 'width')?.start ?? root.start,
    },
  ];
}

function wrongSize(drawing: Drawing, asked: string, isSet: boolean): LintFinding[] {
  const found = sizeText(drawing);
  if (found === asked) return [];
  return [
    {
      file: drawing.file,
      message: `The picture is ${found}; ${isSet ? 'the others are' : 'it must be'} ${asked}.`,
      hint: `Draw it in a frame of ${asked} px: scale the shape together with its lines, and export the frame, not the selection.`,
      offset: attributeOf(drawing.root, 'viewBox')?.start ?? drawing.root.start,
    },
  ];
}

function shifted({ icon, root, file }: Drawing): LintFinding[] {
  const { x, y } = boxOf(icon.facts.viewBox);
  if (x === 0 && y === 0) return [];
  return [
    {
      file,
      message: `The picture begins at ${figure(x)}, ${figure(y)} instead of 0, 0.`,
      hint: 'Move the frame and its content to the zero point of the page, and export it again.',
      offset: attributeOf(root, 'viewBox')?.start ?? root.start,
    },
  ];
}
