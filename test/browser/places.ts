import { crop, type Picture } from './compare.ts';

/** A box of a page, in CSS px. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const PAGE_WIDTH = 1280;
/** Between two boxes, so that what runs over one does not get into the next. */
const GAP = 16;

/** Places for boxes of the sizes given, row by row, as words in a paragraph. */
export function placesOf(boxes: readonly { readonly width: number; readonly height: number }[]): {
  readonly places: readonly Place[];
  /** Of the page that holds them: none larger than it must be, since each pixel is encoded. */
  readonly width: number;
  readonly height: number;
} {
  let [x, y, rowHeight, pageWidth] = [GAP, GAP, 0, GAP];
  const places = boxes.map(({ width, height }) => {
    if (x > GAP && x + width + GAP > PAGE_WIDTH) {
      [x, y, rowHeight] = [GAP, y + rowHeight + GAP, 0];
    }
    const place = { x, y, width, height };
    x += width + GAP;
    rowHeight = Math.max(rowHeight, height);
    pageWidth = Math.max(pageWidth, x);
    return place;
  });
  return { places, width: pageWidth, height: y + rowHeight + GAP };
}

/** Markup of something that fills a place. */
export function boxAt({ x, y, width, height }: Place, html: string): string {
  const style = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`;
  return `<div class="subject" style="${style}">${html}</div>`;
}

/** What a picture of the page shows at each place. */
export function cutOut(sheet: Picture, places: readonly Place[], scale: number): Picture[] {
  return places.map(({ x, y, width, height }) =>
    crop(sheet, { x: x * scale, y: y * scale, width: width * scale, height: height * scale }),
  );
}
