import type { Icon, OutputFile, Sprite } from '../../core/types.ts';
import { symbolsOf } from '../svg.ts';
import type { IconOutput } from './output.ts';

/**
 * Sprite for every use: `<use href="…#home">` draws a symbol, and `…#home-image` shows the same icon
 * alone as an `<img>`, a CSS background or a mask.
 */
export const universalOutput: IconOutput = {
  folder: 'sprites',
  open: () => ({
    add: (icons, sprite) => (icons.length === 0 ? [] : [universalSprite(icons, sprite)]),
  }),
};

/** Shows only the image whose id is the fragment of the URL. */
const STYLE = '<style>:root>svg:not(:target){display:none}</style>';

function universalSprite(icons: readonly Icon[], { name }: Sprite): OutputFile {
  const symbols = icons.map(symbolsOf).join('');
  const images = icons.map(imageOf).join('');
  const contents = `<svg xmlns="http://www.w3.org/2000/svg">${STYLE}${symbols}${images}</svg>`;
  return { path: `${name}-universal.svg`, contents };
}

/** Image of an icon: as large as the picture that shows it. */
function imageOf({ id }: Icon): string {
  return `<svg id="${id}-image"><use href="#${id}"/></svg>`;
}
