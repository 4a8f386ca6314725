import type { CatalogIcon } from '../emit/catalog-format.ts';
import { type Cell, createCell } from './cell.ts';
import { element } from './element.ts';
import { computeLayout, type GridLayout, indexAfterKey, visibleRows } from './grid-layout.ts';
import type { SpriteLoader } from './sprite-loader.ts';

/** Icons and settings to show. */
interface GridView {
  readonly icons: readonly CatalogIcon[];
  /** Identifies the query: a new one scrolls to the top. */
  readonly queryKey: unknown;
  readonly size: number;
  readonly isRtl: boolean;
  /** Name of the icon whose details are shown. */
  readonly open: string | undefined;
}

/** Virtualized grid of all icons: only rows in the viewport are in the document. */
export interface Grid {
  /** Scroll container of the grid. */
  readonly node: HTMLElement;
  readonly show: (view: GridView) => void;
  /** Focuses the icon of this name, or the last active one. */
  readonly focus: (name?: string) => void;
  /** Makes an icon the tab stop, and scrolls to it. */
  readonly reveal: (name: string) => void;
}

export interface GridOptions {
  readonly onOpen: (icon: CatalogIcon) => void;
  /** Called for keys that the grid does not handle, with the focused icon. */
  readonly onKey: (event: KeyboardEvent, icon: CatalogIcon) => void;
}

interface GridRow {
  readonly node: HTMLElement;
  readonly cells: Cell[];
}

export function createGrid(sprites: SpriteLoader, { onOpen, onKey }: GridOptions): Grid {
  const gridNode = element('div', { class: 'grid', role: 'grid', 'aria-label': 'Icons' });
  const node = element('div', { class: 'stage' }, [gridNode]);
  let view: GridView = { icons: [], queryKey: undefined, size: 24, isRtl: false, open: undefined };
  let layout: GridLayout = { columns: 1, rows: 0, rowHeight: 1 };
  let active = 0;
  const rows = new Map<number, GridRow>();

  function measure(): void {
    layout = computeLayout(view.icons.length, gridNode.clientWidth, view.size);
    gridNode.style.setProperty('--columns', String(layout.columns));
    gridNode.style.setProperty('--row-height', `${layout.rowHeight}px`);
    gridNode.style.height = `${layout.rows * layout.rowHeight}px`;
    gridNode.setAttribute('aria-rowcount', String(layout.rows));
    gridNode.setAttribute('aria-colcount', String(layout.columns));
  }

  /** Rows in the viewport, and the row of the tab stop. */
  function rowsToRender(): ReadonlySet<number> {
    const [first, end] = visibleRows(layout, node.scrollTop, node.clientHeight);
    const rowIndices = new Set(Array.from({ length: end - first }, (_, index) => first + index));
    if (view.icons.length > 0) rowIndices.add(Math.floor(active / layout.columns));
    return rowIndices;
  }

  function render(): void {
    const rowIndices = rowsToRender();
    const unusedRows: GridRow[] = [];
    for (const [at, row] of rows) {
      if (rowIndices.has(at)) continue;
      unusedRows.push(row);
      rows.delete(at);
    }
    for (const at of rowIndices) {
      const row = rows.get(at) ?? recycleRow(unusedRows.pop());
      rows.set(at, row);
      renderRow(row, at);
    }
    for (const { node: unused } of unusedRows) unused.remove();
  }

  function recycleRow(row: GridRow | undefined): GridRow {
    row?.node.remove();
    return row ?? { node: element('div', { class: 'row', role: 'row' }), cells: [] };
  }

  function renderRow(row: GridRow, at: number): void {
    const { columns, rowHeight } = layout;
    row.node.setAttribute('aria-rowindex', String(at + 1));
    row.node.style.transform = `translateY(${at * rowHeight}px)`;
    const start = at * columns;
    const icons = view.icons.slice(start, start + columns);
    while (row.cells.length > icons.length) row.cells.pop()?.node.remove();
    icons.forEach((icon, column) => {
      const cell = row.cells[column] ?? createCell(sprites);
      const index = start + column;
      const isOpen = icon.name === view.open;
      cell.show(icon, { index, column, size: view.size, isActive: index === active, isOpen });
      if (row.cells[column]) return;
      row.cells.push(cell);
      row.node.append(cell.node);
    });
    if (!row.node.isConnected) insertRow(row.node, at);
  }

  /** Inserts a row in the order of the icons, which screen readers follow. */
  function insertRow(row: HTMLElement, at: number): void {
    const later = [...rows].filter(([other, { node }]) => other > at && node.isConnected);
    const next = later.sort(([a], [b]) => a - b)[0];
    gridNode.insertBefore(row, next?.[1].node ?? null);
  }

  function scrollToIndex(index: number): void {
    const top = Math.floor(index / layout.columns) * layout.rowHeight;
    const bottom = top + layout.rowHeight;
    if (top < node.scrollTop) node.scrollTop = top;
    else if (bottom > node.scrollTop + node.clientHeight)
      node.scrollTop = bottom - node.clientHeight;
  }

  function activate(index: number): void {
    active = index;
    scrollToIndex(index);
    render();
  }

  function focusActive(): void {
    gridNode.querySelector<HTMLElement>(`[data-index="${active}"]`)?.focus({ preventScroll: true });
  }

  function indexOf(target: EventTarget | null): number | undefined {
    const cell = (target as Element | null)?.closest<HTMLElement>('[data-index]');
    return cell ? Number(cell.dataset.index) : undefined;
  }

  gridNode.addEventListener('click', (event) => {
    const index = indexOf(event.target);
    const icon = index === undefined ? undefined : view.icons[index];
    if (index === undefined || !icon) return;
    activate(index);
    focusActive();
    onOpen(icon);
  });

  gridNode.addEventListener('keydown', (event) => {
    const index = indexOf(event.target);
    const icon = index === undefined ? undefined : view.icons[index];
    if (index === undefined || !icon) return;
    const to = indexAfterKey(event.key, index, {
      count: view.icons.length,
      columns: layout.columns,
      page: Math.max(1, Math.floor(node.clientHeight / layout.rowHeight) - 1),
      isRtl: view.isRtl,
      isWholeGrid: event.ctrlKey || event.metaKey,
    });
    if (to !== undefined) {
      event.preventDefault();
      activate(to);
      focusActive();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(icon);
    } else onKey(event, icon);
  });

  sprites.onLoad(render);

  let isRenderScheduled = false;
  node.addEventListener('scroll', () => {
    if (isRenderScheduled) return;
    isRenderScheduled = true;
    requestAnimationFrame(() => {
      isRenderScheduled = false;
      render();
    });
  });
  new ResizeObserver(() => {
    measure();
    render();
  }).observe(node);

  return {
    node,
    show(next) {
      const name = view.icons[active]?.name;
      const hadFocus = gridNode.contains(document.activeElement);
      const isNewQuery = next.queryKey !== view.queryKey;
      if (next.icons !== view.icons) {
        active = Math.max(
          0,
          next.icons.findIndex((icon) => icon.name === name),
        );
      }
      view = next;
      if (isNewQuery) node.scrollTop = 0;
      gridNode.dir = next.isRtl ? 'rtl' : 'ltr';
      measure();
      render();
      if (hadFocus) focusActive();
    },
    focus(name) {
      const index = view.icons.findIndex((icon) => icon.name === name);
      activate(index < 0 ? Math.min(active, view.icons.length - 1) : index);
      focusActive();
    },
    reveal(name) {
      const index = view.icons.findIndex((icon) => icon.name === name);
      if (index >= 0) activate(index);
    },
  };
}
