import type { CatalogIcon } from '../emit/catalog-format.ts';
import { type Cell, createCell } from './cell.ts';
import { element } from './element.ts';
import type { GridLayout } from './grid-layout.ts';
import type { SpriteLoader } from './sprite-loader.ts';
import { createTextMeasure } from './text-width.ts';

/** Icons and settings that rows show. */
export interface RowsView {
  readonly icons: readonly CatalogIcon[];
  readonly layout: GridLayout;
  readonly size: number;
  /** Index of the icon that is the tab stop. */
  readonly active: number;
  /** Name of the icon whose details are shown. */
  readonly open: string | undefined;
}

interface GridRow {
  readonly node: HTMLElement;
  readonly cells: Cell[];
}

/** Rows of a grid that are in the document, by their index; rows are recycled while scrolling. */
export class GridRows {
  readonly #container: HTMLElement;
  readonly #sprites: SpriteLoader;
  readonly #widthOf: (text: string) => number;
  readonly #rows = new Map<number, GridRow>();

  constructor(container: HTMLElement, sprites: SpriteLoader) {
    this.#container = container;
    this.#sprites = sprites;
    this.#widthOf = createTextMeasure(container);
  }

  /** Renders the rows with these indices, and no others. */
  render(indices: ReadonlySet<number>, view: RowsView): void {
    const unusedRows = this.#takeUnused(indices);
    for (const at of indices) {
      const row = this.#rows.get(at) ?? recycleRow(unusedRows.pop());
      this.#rows.set(at, row);
      this.#renderRow(row, at, view);
    }
    for (const { node } of unusedRows) node.remove();
  }

  #takeUnused(indices: ReadonlySet<number>): GridRow[] {
    const unusedRows: GridRow[] = [];
    for (const [at, row] of this.#rows) {
      if (indices.has(at)) continue;
      unusedRows.push(row);
      this.#rows.delete(at);
    }
    return unusedRows;
  }

  #renderRow({ node, cells }: GridRow, at: number, view: RowsView): void {
    const { columns, rowHeight, contentWidth } = view.layout;
    node.setAttribute('aria-rowindex', String(at + 1));
    node.style.insetBlockStart = `${at * rowHeight}px`;
    const start = at * columns;
    const icons = view.icons.slice(start, start + columns);
    while (cells.length > icons.length) cells.pop()?.node.remove();
    icons.forEach((icon, column) => {
      const cell = cells[column] ?? createCell(column, this.#sprites, this.#widthOf);
      const index = start + column;
      const isOpen = icon.name === view.open;
      const isActive = index === view.active;
      cell.show(icon, { index, size: view.size, contentWidth, isActive, isOpen });
      if (cells[column]) return;
      cells.push(cell);
      node.append(cell.node);
    });
    if (!node.isConnected) this.#insert(node, at);
  }

  /** Inserts a row in the order of the icons, which screen readers follow. */
  #insert(row: HTMLElement, at: number): void {
    const later = [...this.#rows].filter(([other, { node }]) => other > at && node.isConnected);
    const next = later.sort(([a], [b]) => a - b)[0];
    this.#container.insertBefore(row, next?.[1].node ?? null);
  }
}

function recycleRow(row: GridRow | undefined): GridRow {
  row?.node.remove();
  return row ?? { node: element('div', { class: 'row', role: 'row' }), cells: [] };
}
