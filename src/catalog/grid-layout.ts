/** Layout of the cells; lengths in px. */
export interface GridLayout {
  readonly columns: number;
  readonly rows: number;
  readonly rowHeight: number;
}

/** Space for the name below an icon, and around it, in px. */
const CAPTION_HEIGHT = 36;
const CELL_PADDING = 40;
const MIN_CELL_WIDTH = { narrow: 80, wide: 104 };

/** @param width of the whole grid, in px */
export function computeLayout(count: number, width: number, size: number): GridLayout {
  const least = width < 600 ? MIN_CELL_WIDTH.narrow : MIN_CELL_WIDTH.wide;
  const columns = Math.max(1, Math.floor(width / Math.max(least, size + CELL_PADDING)));
  return {
    columns,
    rows: Math.ceil(count / columns),
    rowHeight: size + CELL_PADDING + CAPTION_HEIGHT,
  };
}

/** Range of rows in the viewport, with a few around them; `end` is exclusive. */
export function visibleRows(
  { rows, rowHeight }: GridLayout,
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
