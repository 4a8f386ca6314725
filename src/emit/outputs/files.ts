import type { Icon } from '../../core/types.ts';
import { standaloneSvg } from '../svg.ts';
import type { IconOutput } from './output.ts';

/** Each icon as an SVG file of its own at its natural size: for `<img>`, mail and other tools. */
export const filesOutput: IconOutput = {
  folder: 'sprites',
  open: () => ({
    add: (icons) =>
      icons.map((icon) => ({ path: filePath(icon), contents: `${standaloneSvg(icon)}\n` })),
  }),
};

/** Path of an icon's file, below the folder of the sprites. */
export function filePath({ name }: Pick<Icon, 'name'>): string {
  return `svg/${name}.svg`;
}
