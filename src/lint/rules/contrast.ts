import { type ColorShares, measureColors } from '../contrast.ts';
import { fillsFrame, marginsOf } from '../frame.ts';
import { contrastRatio, type RgbTuple } from '../luminance.ts';
import { resolveOptions } from '../options.ts';
import { rgbaOf } from '../paint.ts';
import type { LintFinding, LintSource, RuleOption, SourceRule } from '../types.ts';
import { formatFigure } from '../wording.ts';

const OPTIONS = {
  light: { default: '#ffffff', about: 'The light background' },
  dark: { default: '#1b1b1f', about: 'The dark background' },
  ratio: {
    default: 3,
    about: 'Required contrast, as WCAG counts it for graphics: 3 for 3 : 1',
  },
  share: {
    default: 0.1,
    about:
      'Share of the painted area that must reach it on each background; 1 requires it of every color',
  },
} satisfies Record<string, RuleOption>;

/** Smallest share of a color that counts; smaller ones are edges between colors. */
const MIN_SHARE = 0.01;

/** Checks icons of several colors; icons of one color take the color of the page. */
export const contrast: SourceRule = {
  name: 'contrast',
  about: 'Icons of several colors are visible on light and dark backgrounds',
  scope: 'drawing',
  options: OPTIONS,
  presets: { recommended: 'info', strict: ['warning', { share: 0.5 }] },
  docs: {
    section: 'color',
    order: 30,
    why: 'Icons of one color take the color of the page. Multicolor icons have their own colors, which must be visible on a light page and on a dark one. The rule renders the icon and counts pixels, so gradients and overlaps count as they look. It skips parts in the text color, because the page sets it. An icon that fills its frame, such as a flag, is its own background and is checked only if `share` is 1. The contrast is that of [WCAG 2.2, 1.4.11](https://www.w3.org/TR/WCAG22/#non-text-contrast).',
    fix: 'Use a darker or lighter shade, or give the shape an outline.',
  },
  async check(source, configured) {
    const { ratio, share, ...backgrounds } = resolveOptions(OPTIONS, configured);
    if (source.icon.facts.color === 'mono') return [];
    const ink = share < 1 ? await source.ink() : undefined;
    // A flag or a tile is its own background.
    if (ink && fillsFrame(marginsOf(source, ink))) return [];
    const colorShares = await measureColors(source);
    if (!colorShares || colorShares.size === 0) return [];
    return (['light', 'dark'] as const).flatMap((kind) => {
      const [red, green, blue] = rgbaOf(backgrounds[kind]) ?? [];
      if (red === undefined || green === undefined || blue === undefined) return [];
      return checkBackground(source, colorShares, kind, [red, green, blue], { ratio, share });
    });
  },
};

function checkBackground(
  { file, root }: LintSource,
  colorShares: ColorShares,
  kind: string,
  background: RgbTuple,
  { ratio, share }: { readonly ratio: number; readonly share: number },
): LintFinding[] {
  const weak = [...colorShares].filter(([, { color }]) => contrastRatio(color, background) < ratio);
  const missing = weak.reduce((sum, [, each]) => sum + each.share, 0);
  const large = weak.filter(([, each]) => each.share >= MIN_SHARE);
  const [name, worst] = large.reduce<(typeof weak)[number] | []>(
    (largest, each) => (each[1].share > (largest[1]?.share ?? 0) ? each : largest),
    [],
  );
  const isFine = share >= 1 ? large.length === 0 : 1 - missing >= share;
  if (isFine || !worst) return [];
  const worstRatio = formatFigure(Math.floor(contrastRatio(worst.color, background) * 100) / 100);
  const visible = Math.round((1 - missing) * 100);
  const message =
    share >= 1
      ? `${name} has a contrast of ${worstRatio} : 1 on the ${kind} background; ${formatFigure(ratio)} : 1 is required.`
      : `On a ${kind} background ${visible === 0 ? 'hardly anything' : `only ${visible} %`} of the drawing has the required contrast of ${formatFigure(ratio)} : 1: ${name} has ${worstRatio} : 1.`;
  return [
    {
      file,
      message,
      hint:
        kind === 'light'
          ? 'Use a darker shade, or give the shape a darker outline.'
          : 'Use a lighter shade, or give the shape a lighter outline.',
      offset: root.start,
    },
  ];
}
