import { escapeHtml } from '../../core/escape.ts';
import type { Icon } from '../../core/types.ts';
import { pngSize } from '../png.ts';

/** Icon whose symbol is in the page. */
export interface EmbeddedIcon {
  readonly id: string;
  readonly icon: Icon;
  /** Symbol with that id. */
  readonly symbol: string;
}

/** Symbols of a card. They are in the card, so that the first cards show before all are loaded. */
export function cardSprite(icons: readonly EmbeddedIcon[]): string {
  const symbols = icons.map(({ symbol }) => symbol);
  return `<svg class="sprite" aria-hidden="true" width="0" height="0">${symbols.join('')}</svg>`;
}

interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Heights in px of the small pictures. */
const SMALL_SIZES = [16, 24] as const;
/** Maximum height of a tall picture, relative to the chosen size. */
const MAX_HEIGHT = 1.6;

/** Pictures of one card: as many side by side as fit. */
export function pictureRow(boxes: readonly PictureSize[], figures: readonly string[]): string {
  const widest = Math.max(...boxes.map(relativeWidth));
  return `<div class="pictures"${styleOf(widest === 1 ? [] : [`--wide:${widest}`])}>${figures.join('')}</div>`;
}

/** Icon at the chosen size. */
export function iconFigure({ id, icon }: EmbeddedIcon, label: string, caption = ''): string {
  const picture = `<svg role="img" aria-label="${escapeHtml(label)}"${viewBoxOf(icon.facts)}><use href="#${id}"/></svg>`;
  return figure(picture, icon.facts, caption);
}

/** Picture of the difference. */
export function differenceFigure(png: Uint8Array, name: string): string {
  const data = Buffer.from(png).toString('base64');
  const picture = `<img src="data:image/png;base64,${data}" alt="${escapeHtml(`Difference of ${name}`)}">`;
  return figure(picture, pngSize(png), 'Difference');
}

function figure(picture: string, box: PictureSize, caption: string): string {
  const wide = relativeWidth(box);
  const ratio = round(box.width / box.height);
  const style = ratio === 1 ? [] : [`--ratio:${ratio}`, `--wide:${wide}`];
  const kind = caption === '' ? '' : ` picture--${caption.toLowerCase()}`;
  const text = caption === '' ? '' : `<figcaption class="picture__name">${caption}</figcaption>`;
  return `<figure class="picture${kind}"${styleOf(style)}><div class="picture__ground ground">${picture}</div>${text}</figure>`;
}

/** Icons at the sizes of apps, on light and on dark. */
export function smallPictures(icons: readonly (readonly [string, EmbeddedIcon])[]): string {
  const rows = icons.map(([label, each]) => {
    const pictures = SMALL_SIZES.map((size) => smallPicture(each, size));
    const name = label === '' ? '' : `<span class="strip__name">${label}</span>`;
    return `<div class="strip__row">${name}${pictures.join('')}</div>`;
  });
  const strip = (theme: string) => `<div class="strip strip--${theme}">${rows.join('')}</div>`;
  return `<div class="strips">${strip('light')}${strip('dark')}</div>`;
}

function smallPicture({ id, icon: { facts } }: EmbeddedIcon, size: number): string {
  const width = round((size * facts.width) / facts.height);
  return `<svg width="${width}" height="${size}"${viewBoxOf(facts)} aria-hidden="true"><use href="#${id}"/></svg>`;
}

/** Gives the picture the proportions of its icon; a square needs no attribute. */
function viewBoxOf({ width, height }: PictureSize): string {
  return width === height ? '' : ` viewBox="0 0 ${width} ${height}"`;
}

/** Width relative to the chosen size. */
function relativeWidth({ width, height }: PictureSize): number {
  const ratio = width / height;
  return round(ratio >= 1 ? ratio : ratio * Math.min(1 / ratio, MAX_HEIGHT));
}

function styleOf(declarations: readonly string[]): string {
  return declarations.length === 0 ? '' : ` style="${declarations.join(';')}"`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
