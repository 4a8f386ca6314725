/** Layout of the cells; lengths in px. */
export interface GridLayout {
  readonly columns: number;
  readonly rows: number;
  readonly rowHeight: number;
}

/** Space for the name below an icon, and around it, in px. */
const CAPTION = 36;
const AROUND = 40;
const NARROWEST = { narrow: 80, wide: 104 };

/** @param width of the whole grid, in px */
export function layOut(count: number, width: number, size: number): GridLayout {
  const least = width < 600 ? NARROWEST.narrow : NARROWEST.wide;
  const columns = Math.max(1, Math.floor(width / Math.max(least, size + AROUND)));
  return { columns, rows: Math.ceil(count / columns), rowHeight: size + AROUND + CAPTION };
}

/** Range of rows in the viewport, with a few around them; `end` is exclusive. */
export function rowsInSight(
  { rows, rowHeight }: GridLayout,
  scrollTop: number,
  height: number,
): readonly [first: number, end: number] {
  const around = 3;
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - around);
  const end = Math.min(rows, Math.ceil((scrollTop + height) / rowHeight) + around);
  return [Math.min(first, end), end];
}

/**
 * Index of the cell that a key leads to; `undefined` for keys that do not move.
 *
 * @param page rows of one page
 */
export function moveBy(
  key: string,
  from: number,
  {
    count,
    columns,
    page,
    isRtl,
    isWhole,
  }: {
    readonly count: number;
    readonly columns: number;
    readonly page: number;
    readonly isRtl: boolean;
    /** Home and End lead to the ends of the grid, not of the row. */
    readonly isWhole: boolean;
  },
): number | undefined {
  const rowStart = from - (from % columns);
  const ahead = isRtl ? -1 : 1;
  const last = count - 1;
  const to: Readonly<Record<string, number>> = {
    ArrowRight: from + ahead,
    ArrowLeft: from - ahead,
    ArrowDown: from + columns <= last ? from + columns : from,
    ArrowUp: from - columns >= 0 ? from - columns : from,
    PageDown: Math.min(from + page * columns, last),
    PageUp: from - page * columns >= 0 ? from - page * columns : from % columns,
    Home: isWhole ? 0 : rowStart,
    End: isWhole ? last : rowStart + columns - 1,
  };
  const target = to[key];
  return target === undefined ? undefined : Math.max(0, Math.min(last, target));
}
