import { optionsOf } from '../options.ts';
import { paletteOf } from '../palette.ts';
import type { DrawingRule, RuleOption } from '../types.ts';
import { list } from '../wording.ts';

const OPTIONS = {
  most: { default: 8, about: 'Maximum number of colors of one drawing' },
} satisfies Record<string, RuleOption>;

const SHOWN = 6;

export const colorCount: DrawingRule = {
  name: 'color-count',
  about: 'A drawing has few colors',
  scope: 'drawing',
  options: OPTIONS,
  async check(drawing, given) {
    const { most } = optionsOf(OPTIONS, given);
    const colors = [...(await paletteOf(drawing)).keys()];
    if (colors.length <= most) return [];
    const more = colors.length - SHOWN;
    const named = more > 1 ? [...colors.slice(0, SHOWN), `${more} more`] : colors;
    return [
      {
        file: drawing.file,
        message: `The drawing has ${colors.length} colors: ${list(named)}; ${most === 1 ? 'one is' : `at most ${most} are`} allowed.`,
        hint: 'Give similar shapes the same color, and remove shades that cannot be told apart at icon size.',
        offset: drawing.root.start,
      },
    ];
  },
};
