import { renderAsync } from '@resvg/resvg-js';
import type { Icon } from '../../core/types.ts';
import { FIXED_COLORS, THEMED_COLORS } from '../../design/colors.ts';
import { renderIcon } from '../picture.ts';
import { pngSize } from '../png.ts';

/** Width of the sheet in px, about that of a comment on GitHub; the PNG has two pixels for each. */
export const SHEET_WIDTH = 840;
export const MARGIN = 24;
export const GAP = 12;

/** Colors of the sheet: those of pages in the light theme. */
export const SHEET_COLORS: Readonly<Record<'text' | 'soft' | 'removed' | 'added', string>> = {
  text: THEMED_COLORS.text[0],
  soft: THEMED_COLORS.soft[0],
  removed: THEMED_COLORS.removed[0],
  added: THEMED_COLORS.added[0],
};

const FONT = "font-family='system-ui, Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif'";

/** Rectangle in px. */
export interface SheetArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface TextStyle {
  readonly size: number;
  readonly color?: string;
  readonly weight?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** Picture that grows downward. */
export class SheetCanvas {
  y = 0;
  #x = MARGIN;
  #height = 0;
  readonly #parts: string[] = [];

  /** Ends the row of cards. */
  row(): void {
    if (this.#height > 0) this.y += this.#height + GAP;
    this.#x = MARGIN;
    this.#height = 0;
  }

  /** A card beside the last, or in a new row. */
  card(width: number, height: number): SheetArea {
    if (this.#x + width > SHEET_WIDTH - MARGIN + 1) this.row();
    const box = { x: this.#x, y: this.y, width, height };
    this.#rect(box, 10, THEMED_COLORS.paper[0]);
    this.#x += width + GAP;
    this.#height = Math.max(this.#height, height);
    return box;
  }

  /** Tile that shows an icon in the middle, as large as it fits. */
  async tile(box: SheetArea, icon: Icon, theme: 'light' | 'dark'): Promise<void> {
    this.#rect(box, 6, FIXED_COLORS[`ground-${theme}`]);
    const { width, height } = sizeInTile(icon.facts, box);
    const side = Math.round(2 * Math.max(width, height));
    const picture = await renderIcon(icon, { side, color: FIXED_COLORS[`ink-${theme}`] });
    if (picture) this.#image(await picture.asPng(), { width, height }, box);
  }

  /** Tile that shows a PNG in the middle, as large as it fits. */
  imageTile(box: SheetArea, png: Uint8Array | undefined): void {
    this.#rect(box, 6, FIXED_COLORS['ground-light']);
    if (png) this.#image(png, sizeInTile(pngSize(png), box), box);
  }

  text(x: number, y: number, text: string, style: TextStyle): void {
    const { size, color = SHEET_COLORS.text, weight = 400, anchor = 'start' } = style;
    this.#parts.push(
      `<text x="${x}" y="${y}" ${FONT} font-size="${size}" font-weight="${weight}" fill="${color}" text-anchor="${anchor}">${xmlText(text)}</text>`,
    );
  }

  async png(): Promise<Uint8Array> {
    const height = Math.ceil(this.y + MARGIN - GAP);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SHEET_WIDTH}" height="${height}" viewBox="0 0 ${SHEET_WIDTH} ${height}"><rect width="100%" height="100%" fill="${THEMED_COLORS.sunken[0]}"/>${this.#parts.join('')}</svg>`;
    const image = await renderAsync(svg, {
      fitTo: { mode: 'zoom', value: 2 },
      font: { loadSystemFonts: true },
      logLevel: 'off',
    });
    return image.asPng();
  }

  #image(
    png: Uint8Array,
    size: { readonly width: number; readonly height: number },
    box: SheetArea,
  ) {
    const data = Buffer.from(png).toString('base64');
    const x = box.x + (box.width - size.width) / 2;
    const y = box.y + (box.height - size.height) / 2;
    this.#parts.push(
      `<image x="${x}" y="${y}" width="${size.width}" height="${size.height}" href="data:image/png;base64,${data}"/>`,
    );
  }

  #rect({ x, y, width, height }: SheetArea, radius: number, fill: string): void {
    this.#parts.push(
      `<rect x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${height - 1}" rx="${radius}" fill="${fill}" stroke="${THEMED_COLORS.line[0]}"/>`,
    );
  }
}

/** Space between a picture and the border of its tile, in px. */
export const TILE_PADDING = 9;

/** Largest size with these proportions in a tile. */
function sizeInTile(
  { width, height }: { readonly width: number; readonly height: number },
  tile: SheetArea,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(
    (tile.width - 2 * TILE_PADDING) / width,
    (tile.height - 2 * TILE_PADDING) / height,
  );
  return { width: width * scale, height: height * scale };
}

function xmlText(text: string): string {
  const plain = text.replace(/[^\P{C}]/gu, ' ');
  return plain.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);
}
