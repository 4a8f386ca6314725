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

  /**
   * Renders the rows with these indices, and no others.
   *
   * @param isScrolling true if nothing else than the indices differs from the last time
   */
  render(
    indices: ReadonlySet<number>,
    view: RowsView,
    { isScrolling }: { readonly isScrolling: boolean },
  ): void {
    const unusedRows = this.#takeUnused(indices);
    for (const at of indices) {
      if (isScrolling && this.#rows.has(at)) continue;
      const row = this.#rows.get(at) ?? unusedRows.pop() ?? createRow();
      this.#rows.set(at, row);
      this.#renderRow(row, at, view);
    }
    for (const { node } of unusedRows) node.remove();
    if (!isScrolling) this.restoreOrder();
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
    const { columns, rowHeight, contentWidth, tileHeight } = view.layout;
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
      cell.show(icon, { index, size: view.size, contentWidth, tileHeight, isActive, isOpen });
      if (cells[column]) return;
      cells.push(cell);
      node.append(cell.node);
    });
    if (!node.isConnected) this.#container.append(node);
  }

  /**
   * Restores the order of the icons in the document, which screen readers follow. It is not kept while
   * scrolling: a row that moves in the document is styled and laid out from scratch.
   */
  restoreOrder(): void {
    const { children } = this.#container;
    const sorted = [...this.#rows].sort(([a], [b]) => a - b).map(([, { node }]) => node);
    for (const [index, node] of sorted.entries()) {
      // A row that moves loses the focus, so that others move around it.
      const isPinned = node.contains(document.activeElement);
      while (isPinned && children[index] !== node) this.#container.append(children[index] as Node);
      if (children[index] !== node) this.#container.insertBefore(node, children[index] ?? null);
    }
  }
}

function createRow(): GridRow {
  return { node: element('div', { class: 'row', role: 'row' }), cells: [] };
}
