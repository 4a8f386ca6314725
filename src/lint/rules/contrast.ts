import { type Color, contrastRatio, type Shown, shownColors } from '../contrast.ts';
import { freeOf, isFull } from '../frame.ts';
import { optionsOf } from '../options.ts';
import { rgbaOf } from '../paint.ts';
import type { Drawing, DrawingRule, LintFinding, RuleOption } from '../types.ts';
import { figure } from '../wording.ts';

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
const SMALLEST = 0.01;

/** Checks icons of several colors; icons of one color take the color of the page. */
export const contrast: DrawingRule = {
  name: 'contrast',
  about: 'Icons of several colors are visible on light and dark backgrounds',
  scope: 'drawing',
  options: OPTIONS,
  async check(drawing, given) {
    const { ratio, share, ...grounds } = optionsOf(OPTIONS, given);
    if (drawing.icon.facts.color === 'mono') return [];
    const ink = share < 1 ? await drawing.ink() : undefined;
    // A flag or a tile is its own background.
    if (ink && isFull(freeOf(drawing, ink))) return [];
    const shown = await shownColors(drawing);
    if (!shown || shown.size === 0) return [];
    return (['light', 'dark'] as const).flatMap((kind) => {
      const [red, green, blue] = rgbaOf(grounds[kind]) ?? [];
      if (red === undefined || green === undefined || blue === undefined) return [];
      return onGround(drawing, shown, kind, [red, green, blue], { ratio, share });
    });
  },
};

function onGround(
  { file, root }: Drawing,
  shown: Shown,
  kind: string,
  ground: Color,
  { ratio, share }: { readonly ratio: number; readonly share: number },
): LintFinding[] {
  const weak = [...shown].filter(([, { color }]) => contrastRatio(color, ground) < ratio);
  const missing = weak.reduce((sum, [, each]) => sum + each.share, 0);
  const large = weak.filter(([, each]) => each.share >= SMALLEST);
  const [name, worst] = large.reduce<(typeof weak)[number] | []>(
    (most, each) => (each[1].share > (most[1]?.share ?? 0) ? each : most),
    [],
  );
  const isFine = share >= 1 ? large.length === 0 : 1 - missing >= share;
  if (isFine || !worst) return [];
  const found = figure(Math.floor(contrastRatio(worst.color, ground) * 100) / 100);
  const visible = Math.round((1 - missing) * 100);
  const message =
    share >= 1
      ? `${name} has a contrast of ${found} : 1 on the ${kind} background; ${figure(ratio)} : 1 is required.`
      : `On a ${kind} background ${visible === 0 ? 'hardly anything' : `only ${visible} %`} of the drawing has the required contrast of ${figure(ratio)} : 1: ${name} has ${found} : 1.`;
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
