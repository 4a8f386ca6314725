import { resolveOptions } from '../options.ts';
import { paletteOf } from '../palette.ts';
import type { RuleOption, SourceRule } from '../types.ts';
import { joinList } from '../wording.ts';

const OPTIONS = {
  most: { default: 8, about: 'Maximum number of colors of one drawing' },
} satisfies Record<string, RuleOption>;

const MAX_LISTED = 6;

export const colorCount: SourceRule = {
  name: 'color-count',
  about: 'A drawing has few colors',
  scope: 'drawing',
  options: OPTIONS,
  presets: { strict: 'warning' },
  docs: {
    section: 'color',
    order: 20,
    why: 'Shades that look the same at icon size make an icon larger and harder to change.',
    fix: 'Give shapes that look alike the same color.',
  },
  async check(source, configured) {
    const { most } = resolveOptions(OPTIONS, configured);
    const colors = [...(await paletteOf(source)).keys()];
    if (colors.length <= most) return [];
    const more = colors.length - MAX_LISTED;
    const named = more > 1 ? [...colors.slice(0, MAX_LISTED), `${more} more`] : colors;
    return [
      {
        file: source.file,
        message: `The drawing has ${colors.length} colors: ${joinList(named)}; ${most === 1 ? 'one is' : `at most ${most} are`} allowed.`,
        hint: 'Give similar shapes the same color, and remove shades that look the same at icon size.',
        offset: source.root.start,
      },
    ];
  },
};
