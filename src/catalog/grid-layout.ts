/** Layout of the cells; lengths in px. */
export interface GridLayout {
  readonly columns: number;
  readonly rows: number;
  readonly rowHeight: number;
  readonly cellWidth: number;
  /** Height of the area with the icon. */
  readonly tileHeight: number;
  /** Width of a cell that icon and label can use. */
  readonly contentWidth: number;
}

/** Icons and room that a layout is for. */
export interface GridRoom {
  readonly count: number;
  /** Width of the whole grid, in px. */
  readonly width: number;
  /** Height of the icons, in px. */
  readonly size: number;
  /** Ratio of width to height that icons have room for. */
  readonly ratio: number;
}

/** Space for two lines of a name, in px. */
const LABEL_HEIGHT = 32;
/** Space between an icon and its name, besides the padding of the tile. */
const LABEL_GAP = 2;
/** Space between a name and the next row. It is larger than that to the own icon. */
const ROW_GAP = 14;
/** Space between columns, and beside the content of a cell, which a hyphen fits in. */
const COLUMN_GAP = 8;
const CELL_PADDING = 2.5;
/** Width of the page below which cells are narrower. */
const NARROW = 600;

/** Computes the layout. Cells grow with the icons, and have room for some 12 letters at least. */
export function computeLayout({ count, width, size, ratio }: GridRoom): GridLayout {
  const padding = tilePadding(size);
  const minForLabel = width < NARROW ? 72 + size / 2 : 82 + size * 0.75;
  const minForIcon = size * ratio + 2 * padding + COLUMN_GAP;
  const columns = Math.max(1, Math.floor(width / Math.max(minForLabel, minForIcon)));
  const cellWidth = width / columns;
  const tileHeight = size + 2 * padding;
  return {
    columns,
    rows: Math.ceil(count / columns),
    rowHeight: tileHeight + LABEL_GAP + LABEL_HEIGHT + ROW_GAP,
    cellWidth,
    tileHeight,
    contentWidth: Math.max(1, cellWidth - COLUMN_GAP - 2 * CELL_PADDING),
  };
}

/** Space around an icon in its tile. */
function tilePadding(size: number): number {
  return Math.max(8, Math.round(size / 4));
}

/** Range of rows in the viewport, with a few around them; `end` is exclusive. */
export function visibleRows(
  { rows, rowHeight }: Pick<GridLayout, 'rows' | 'rowHeight'>,
  scrollTop: number,
  height: number,
): readonly [first: number, end: number] {
  const overscan = 3;
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - overscan);
  const end = Math.min(rows, Math.ceil((scrollTop + height) / rowHeight) + overscan);
  return [Math.min(first, end), end];
}

/**
 * Index of the cell that a key leads to; `undefined` for keys that do not move.
 *
 * @param page rows of one page
 */
export function indexAfterKey(
  key: string,
  from: number,
  {
    count,
    columns,
    page,
    isRtl,
    isWholeGrid,
  }: {
    readonly count: number;
    readonly columns: number;
    readonly page: number;
    readonly isRtl: boolean;
    /** Home and End lead to the ends of the grid, not of the row. */
    readonly isWholeGrid: boolean;
  },
): number | undefined {
  const rowStart = from - (from % columns);
  const forwardStep = isRtl ? -1 : 1;
  const last = count - 1;
  const targets: Readonly<Record<string, number>> = {
    ArrowRight: from + forwardStep,
    ArrowLeft: from - forwardStep,
    ArrowDown: from + columns <= last ? from + columns : from,
    ArrowUp: from - columns >= 0 ? from - columns : from,
    PageDown: Math.min(from + page * columns, last),
    PageUp: from - page * columns >= 0 ? from - page * columns : from % columns,
    Home: isWholeGrid ? 0 : rowStart,
    End: isWholeGrid ? last : rowStart + columns - 1,
  };
  const target = targets[key];
  return target === undefined ? undefined : Math.max(0, Math.min(last, target));
}
