import { resolveOptions } from '../options.ts';
import type { RuleOption, SourceRule } from '../types.ts';
import { formatFigure } from '../wording.ts';

const OPTIONS = {
  most: { default: 4096, about: 'Maximum number of bytes of one drawing in the sprite' },
} satisfies Record<string, RuleOption>;

/** Counts the bytes of the built symbol; the build drops everything else in the file. */
export const bytes: SourceRule = {
  name: 'bytes',
  about: 'The built drawing is small',
  scope: 'drawing',
  options: OPTIONS,
  presets: { recommended: ['info', { most: 16_384 }], strict: 'warning' },
  docs: {
    section: 'budgets',
    order: 20,
    why: 'The rule counts the bytes of the optimized symbol.',
    fix: 'Use fewer points, less detail, and shapes instead of bitmaps.',
  },
  check({ file, icon, root }, configured) {
    const { most } = resolveOptions(OPTIONS, configured);
    const size = Buffer.byteLength(icon.symbol);
    if (size <= most) return [];
    return [
      {
        file,
        message: `The drawing takes ${kilobytes(size)} in the sprite; at most ${kilobytes(most)} are allowed.`,
        hint: 'Simplify its paths, remove details that cannot be seen at icon size, and replace bitmaps with shapes.',
        offset: root.start,
      },
    ];
  },
};

function kilobytes(size: number): string {
  return size < 1000 ? `${size} bytes` : `${formatFigure(Math.round(size / 10) / 100)} kB`;
}
