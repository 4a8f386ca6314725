import type { CatalogIcon } from '../emit/catalog-format.ts';
import { element } from './element.ts';
import { computeLayout, type GridLayout, indexAfterKey, visibleRows } from './grid-layout.ts';
import { GridRows } from './grid-rows.ts';
import type { SpriteLoader } from './sprite-loader.ts';

/** Icons and settings to show. */
export interface GridView {
  readonly icons: readonly CatalogIcon[];
  /** Identifies the query: a new one scrolls to the top. */
  readonly queryKey: unknown;
  /** Height of the icons in px. */
  readonly size: number;
  /** Ratio of width to height that cells have room for. */
  readonly ratio: number;
  readonly isRtl: boolean;
  /** Name of the icon whose details are shown. */
  readonly open: string | undefined;
}

export interface GridOptions {
  readonly onOpen: (icon: CatalogIcon) => void;
  /** Called for keys that the grid does not handle, with the focused icon. */
  readonly onKey: (event: KeyboardEvent, icon: CatalogIcon) => void;
}

/** Cell that an event happened in. */
interface EventCell {
  readonly index: number;
  readonly icon: CatalogIcon;
}

/** Time in ms without scrolling after which rows are put in order. */
const SCROLL_END = 200;

/** Virtualized grid of all icons: only rows in the viewport are in the document. */
export class Grid {
  /** Scroll container of the grid. */
  readonly node: HTMLElement;
  readonly #gridNode: HTMLElement;
  readonly #rows: GridRows;
  readonly #options: GridOptions;
  #view: GridView = {
    icons: [],
    queryKey: undefined,
    size: 24,
    ratio: 1,
    isRtl: false,
    open: undefined,
  };
  #layout: GridLayout = computeLayout({ count: 0, width: 0, size: 24, ratio: 1 });
  /** Index of the icon that is the tab stop. */
  #active = 0;
  #isRenderScheduled = false;
  #scrollTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(sprites: SpriteLoader, options: GridOptions) {
    this.#options = options;
    this.#gridNode = element('div', { class: 'grid', role: 'grid', 'aria-label': 'Icons' });
    this.node = element('div', { class: 'stage' }, [this.#gridNode]);
    this.#rows = new GridRows(this.#gridNode, sprites);
    this.#gridNode.addEventListener('click', (event) => this.#handleClick(event));
    this.#gridNode.addEventListener('keydown', (event) => this.#handleKey(event));
    this.node.addEventListener('scroll', () => this.#scheduleRender());
    new ResizeObserver(() => this.#updateLayout()).observe(this.node);
    sprites.onLoad(() => this.#render());
  }

  show(next: GridView): void {
    const view = this.#view;
    const hadFocus = this.#gridNode.contains(document.activeElement);
    if (next.icons !== view.icons) {
      const name = view.icons[this.#active]?.name;
      this.#active = Math.max(0, indexOfIcon(next.icons, name));
    }
    this.#view = next;
    if (next.queryKey !== view.queryKey) this.node.scrollTop = 0;
    this.#gridNode.dir = next.isRtl ? 'rtl' : 'ltr';
    this.#updateLayout();
    if (hadFocus) this.#focusActive();
  }

  /** Focuses the icon of this name, or the last active one. */
  focus(name?: string): void {
    const { icons } = this.#view;
    const index = indexOfIcon(icons, name);
    this.#activate(index < 0 ? Math.min(this.#active, icons.length - 1) : index);
    this.#focusActive();
  }

  /** Makes an icon the tab stop, and scrolls to it. */
  reveal(name: string): void {
    const index = indexOfIcon(this.#view.icons, name);
    if (index >= 0) this.#activate(index);
  }

  #handleClick({ target }: Event): void {
    const cell = this.#cellOf(target);
    if (!cell) return;
    this.#activate(cell.index);
    this.#focusActive();
    this.#options.onOpen(cell.icon);
  }

  #handleKey(event: KeyboardEvent): void {
    const cell = this.#cellOf(event.target);
    if (!cell) return;
    const next = this.#indexAfter(event, cell.index);
    if (next !== undefined) {
      event.preventDefault();
      this.#activate(next);
      this.#focusActive();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#options.onOpen(cell.icon);
    } else this.#options.onKey(event, cell.icon);
  }

  #indexAfter({ key, ctrlKey, metaKey }: KeyboardEvent, index: number): number | undefined {
    const { columns, rowHeight } = this.#layout;
    return indexAfterKey(key, index, {
      count: this.#view.icons.length,
      columns,
      page: Math.max(1, Math.floor(this.node.clientHeight / rowHeight) - 1),
      isRtl: this.#view.isRtl,
      isWholeGrid: ctrlKey || metaKey,
    });
  }

  #cellOf(target: EventTarget | null): EventCell | undefined {
    const cell = (target as Element | null)?.closest<HTMLElement>('[data-index]');
    const index = Number(cell?.dataset.index);
    const icon = this.#view.icons[index];
    return icon && { index, icon };
  }

  #updateLayout(): void {
    const gridNode = this.#gridNode;
    const { icons, size, ratio } = this.#view;
    const width = gridNode.clientWidth;
    this.#layout = computeLayout({ count: icons.length, width, size, ratio });
    const { columns, rows, rowHeight, cellWidth, tileHeight } = this.#layout;
    gridNode.style.setProperty('--cell-width', `${cellWidth}px`);
    gridNode.style.setProperty('--tile-height', `${tileHeight}px`);
    gridNode.style.setProperty('--row-height', `${rowHeight}px`);
    gridNode.style.height = `${rows * rowHeight}px`;
    gridNode.setAttribute('aria-rowcount', String(rows));
    gridNode.setAttribute('aria-colcount', String(columns));
    this.#render();
  }

  /** Renders once in the next frame. */
  #scheduleRender(): void {
    if (this.#isRenderScheduled) return;
    this.#isRenderScheduled = true;
    requestAnimationFrame(() => {
      this.#isRenderScheduled = false;
      this.#render({ isScrolling: true });
      clearTimeout(this.#scrollTimer);
      this.#scrollTimer = setTimeout(() => this.#rows.restoreOrder(), SCROLL_END);
    });
  }

  #render({ isScrolling = false } = {}): void {
    const [layout, active] = [this.#layout, this.#active];
    const view = { ...this.#view, layout, active };
    this.#rows.render(this.#rowsToRender(), view, { isScrolling });
  }

  /** Rows in the viewport, and the row of the tab stop. */
  #rowsToRender(): ReadonlySet<number> {
    const [first, end] = visibleRows(this.#layout, this.node.scrollTop, this.node.clientHeight);
    const indices = new Set(Array.from({ length: end - first }, (_, index) => first + index));
    if (this.#view.icons.length > 0) indices.add(Math.floor(this.#active / this.#layout.columns));
    return indices;
  }

  #activate(index: number): void {
    this.#active = index;
    this.#scrollToIndex(index);
    this.#render();
  }

  #scrollToIndex(index: number): void {
    const { columns, rowHeight } = this.#layout;
    const { scrollTop, clientHeight } = this.node;
    const top = Math.floor(index / columns) * rowHeight;
    const bottom = top + rowHeight;
    if (top < scrollTop) this.node.scrollTop = top;
    else if (bottom > scrollTop + clientHeight) this.node.scrollTop = bottom - clientHeight;
  }

  #focusActive(): void {
    const cell = this.#gridNode.querySelector<HTMLElement>(`[data-index="${this.#active}"]`);
    cell?.focus({ preventScroll: true });
  }
}

function indexOfIcon(icons: readonly CatalogIcon[], name: string | undefined): number {
  return icons.findIndex((icon) => icon.name === name);
}
