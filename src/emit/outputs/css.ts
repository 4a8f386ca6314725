import { escapeComment } from '../../core/escape.ts';
import type { Icon, OutputFile, Sprite } from '../../core/types.ts';
import { NOTICE } from '../notice.ts';
import { dataImage, FILLED, isMask } from './class-style.ts';
import { filePath } from './files.ts';
import type { IconOutput, OutputSettings } from './output.ts';

/** Settings of the style sheet. */
export interface CssSettings extends OutputSettings {
  /** Pictures: `data`, in the style sheet, or `files`, those of the output `files`. Default: `data`. */
  readonly images?: 'data' | 'files';
}

/**
 * Style sheet with a class for each icon: `<span class="icon icon-home"></span>`. Icons in the
 * text color are masks, which take it; the others are background images.
 */
export const cssOutput: IconOutput<CssSettings> = {
  folder: 'sprites',
  open: ({ images = 'data' }, { prefix }) => ({
    add: (icons, sprite) =>
      icons.length === 0 ? [] : [styleSheet(icons, sprite, { images, prefix })],
  }),
};

interface SheetOptions {
  readonly images: 'data' | 'files';
  readonly prefix: string;
}

function styleSheet(
  icons: readonly Icon[],
  { name }: Sprite,
  { images, prefix }: SheetOptions,
): OutputFile {
  const rules = icons.map((icon) => {
    const image = images === 'files' ? fileImage(icon) : dataImage(icon);
    return `${selectorOf(icon, prefix)} {${declarations(icon, { image, fit: FITS[images] })}}\n`;
  });
  return {
    path: `${name}.css`,
    contents: `/* ${escapeComment(NOTICE)} */\n\n${baseRule(FITS[images])}\n${rules.join('')}`,
  };
}

/** Classes of an icon: its id and its aliases, with `icon-` in front if ids have no prefix. */
function selectorOf({ name, aliases }: Icon, prefix: string): string {
  return [name, ...aliases]
    .map((each) => `.${escapeIdentifier(`${prefix || 'icon-'}${each}`)}`)
    .join(', ');
}

/** Size of the text, on its line. A mask shows the background through the picture. */
function baseRule(fit: string): string {
  return `.icon {
  display: inline-block;
  width: 1em;
  height: 1em;
  vertical-align: -0.125em;
  background: currentColor;
  -webkit-mask: var(--icon) ${fit};
  mask: var(--icon) ${fit};
}
`;
}

/** Position and size of a picture. */
const FITS = { data: FILLED, files: 'center / contain no-repeat' };

/** Declarations of one icon, as they follow the class `icon`. */
function declarations(
  icon: Icon,
  { image, fit }: { readonly image: string; readonly fit: string },
): string {
  const { width, height } = icon.facts;
  const paint = isMask(icon)
    ? `--icon: ${image}`
    : `background: ${image} ${fit}; -webkit-mask: none; mask: none`;
  const ratio = width / height;
  return ratio === 1 ? ` ${paint} ` : ` width: ${Number(ratio.toFixed(4))}em; ${paint} `;
}

function fileImage(icon: Icon): string {
  return `url("${filePath(icon).split('/').map(encodeURIComponent).join('/')}")`;
}

/** Escapes a name for a selector. */
function escapeIdentifier(name: string): string {
  return name
    .replace(/[^\w\u0080-\u{10ffff}-]/gu, (character) => `\\${character}`)
    .replace(/^-?\d/, (start) =>
      start.replace(/\d/, (digit) => `\\${digit.charCodeAt(0).toString(16)} `),
    );
}
