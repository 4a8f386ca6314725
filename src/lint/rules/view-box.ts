import { attributeOf } from '../../icon/source/element-tree.ts';
import { viewBoxOf } from '../../svg/view-box.ts';
import { type Agreement, findConsensus } from '../consensus.ts';
import { insertAttribute } from '../edits.ts';
import { distortedSize, hasViewBox } from '../frame-faults.ts';
import { AGREE, type OrSet, resolveOptions } from '../options.ts';
import type { LintFinding, LintSource, RuleOption, SetRule } from '../types.ts';
import { formatFigure } from '../wording.ts';

const OPTIONS = {
  size: {
    default: 'set' as OrSet<string>,
    about: 'Width and height of the picture as `24 × 24`, or `set` for those of most drawings',
  },
  origin: {
    default: false as OrSet<boolean>,
    takes: ['flag'],
    about:
      'Whether the picture must begin at 0 0; `set` requires the origin of most drawings, if most have the same size, too',
  },
  agree: AGREE,
} satisfies Record<string, RuleOption>;

/** Checks that every drawing has a viewBox of the size of the set and fills it undistorted. */
export const viewBox: SetRule = {
  name: 'view-box',
  about: 'Every drawing has a viewBox, and all have the same size',
  scope: 'set',
  options: OPTIONS,
  presets: {
    recommended: ['warning', { origin: 'set' }],
    strict: ['error', { origin: true, agree: 0.6 }],
  },
  docs: {
    section: 'size',
    order: 10,
    why: 'Without a viewBox, an icon is cut off instead of scaled when it is shown in another size. An icon with another viewBox than its neighbors looks larger or smaller, and its lines look thicker or thinner.',
    fix: "Draw in a frame of the set's size and export the frame, not the selection.",
    autofix: 'adds a missing viewBox from `width` and `height`.',
  },
  isCheap: true,
  check(set, configured) {
    const options = resolveOptions(OPTIONS, configured);
    const findings: LintFinding[] = [];
    const common = findConsensus(set.sources, sizeText, options.agree);
    const commonOrigin = findConsensus(set.sources, originText, options.agree);
    for (const source of set.sources) {
      const size = requirementOf(options.size, common(source));
      if (!set.isFactsOnly) findings.push(...missing(source), ...distorted(source));
      if (size) findings.push(...wrongSize(source, size));
      const origin = requiredOrigin(options.origin, size && commonOrigin(source));
      if (origin) findings.push(...shifted(source, origin));
    }
    return findings;
  },
};

/** Required value; without counts if the configuration requires it. */
type Requirement = Pick<Agreement<string>, 'value'> | Agreement<string>;

function requirementOf(
  size: OrSet<string>,
  common: Agreement<string> | undefined,
): Requirement | undefined {
  return size === 'set' ? common : { value: size.replace(/\s*[x×]\s*/, ' × ').trim() };
}

function requiredOrigin(
  origin: OrSet<boolean>,
  common: Agreement<string> | undefined,
): Requirement | undefined {
  if (origin === 'set') return common;
  return origin ? { value: '0, 0' } : undefined;
}

/** `24 × 24` */
function sizeText({ icon }: LintSource): string {
  const { width, height } = viewBoxOf(icon.facts.viewBox);
  return `${formatFigure(width)} × ${formatFigure(height)}`;
}

/** `0, 0` */
function originText({ icon }: LintSource): string {
  const { x, y } = viewBoxOf(icon.facts.viewBox);
  return `${formatFigure(x)}, ${formatFigure(y)}`;
}

function missing(source: LintSource): LintFinding[] {
  if (hasViewBox(source.root)) return [];
  const { viewBox } = source.icon.facts;
  return [
    {
      file: source.file,
      message: `The drawing has no viewBox, so it is cut off instead of scaled when it is shown at another size than ${sizeText(source)}.`,
      hint: `Export it with a viewBox, or write viewBox="${viewBox}" into its first line.`,
      offset: source.root.start,
      fix: [insertAttribute(source, source.root, 'viewBox', viewBox)],
      fixLabel: 'Add the viewBox',
    },
  ];
}

function distorted(source: LintSource): LintFinding[] {
  const { root, icon, file } = source;
  const size = distortedSize(root, icon.facts.viewBox);
  if (!size) return [];
  return [
    {
      file,
      message: `The drawing is ${formatFigure(size.width)} × ${formatFigure(size.height)} px, but its picture is ${sizeText(source)}: the proportions differ, so a strip stays empty.`,
      hint: 'Make the frame as wide and as high as the picture, or remove width and height.',
      offset: attributeOf(root, 'width')?.start ?? root.start,
    },
  ];
}

function wrongSize(source: LintSource, expected: Requirement): LintFinding[] {
  const actualSize = sizeText(source);
  if (actualSize === expected.value) return [];
  const expectation =
    'count' in expected
      ? `${expected.count} of ${expected.total} icons are ${expected.value}`
      : `it must be ${expected.value}`;
  return [
    {
      file: source.file,
      message: `The picture is ${actualSize}; ${expectation}.`,
      hint: `Draw it in a frame of ${expected.value} px: scale the shape together with its lines, and export the frame, not the selection.`,
      offset: attributeOf(source.root, 'viewBox')?.start ?? source.root.start,
    },
  ];
}

function shifted(source: LintSource, expected: Requirement): LintFinding[] {
  const actualOrigin = originText(source);
  if (actualOrigin === expected.value) return [];
  const { file, root } = source;
  const offset = attributeOf(root, 'viewBox')?.start ?? root.start;
  if ('count' in expected) {
    return [
      {
        file,
        message: `The picture begins at ${actualOrigin}; ${expected.count} of ${expected.total} icons begin at ${expected.value}.`,
        hint: `Move the frame and its content to ${expected.value} on the page, and export it again.`,
        offset,
      },
    ];
  }
  return [
    {
      file,
      message: `The picture begins at ${actualOrigin} instead of ${expected.value}.`,
      hint: 'Move the frame and its content to the zero point of the page, and export it again.',
      offset,
    },
  ];
}
