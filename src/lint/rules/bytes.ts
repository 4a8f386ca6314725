import { optionsOf } from '../options.ts';
import type { DrawingRule, RuleOption } from '../types.ts';
import { figure } from '../wording.ts';

const OPTIONS = {
  most: { default: 4096, about: 'How many bytes one drawing may take in the sprite' },
} satisfies Record<string, RuleOption>;

/** Counts what reaches the page; what the file holds besides is dropped by the build. */
export const bytes: DrawingRule = {
  name: 'bytes',
  about: 'A drawing is small when it is built',
  scope: 'drawing',
  options: OPTIONS,
  check({ file, icon, root }, given) {
    const { most } = optionsOf(OPTIONS, given);
    const size = Buffer.byteLength(icon.symbol);
    if (size <= most) return [];
    return [
      {
        file,
        message: `The drawing takes ${kilobytes(size)} in the sprite; at most ${kilobytes(most)} are allowed.`,
        hint: 'Simplify its paths, leave out what nobody sees at the size of an icon, and replace bitmaps by shapes.',
        offset: root.start,
      },
    ];
  },
};

function kilobytes(size: number): string {
  return size < 1000 ? `${size} bytes` : `${figure(Math.round(size / 10) / 100)} kB`;
}
