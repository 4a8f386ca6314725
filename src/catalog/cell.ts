import type { CatalogIcon } from '../emit/catalog-format.ts';
import { element } from './element.ts';
import { createGlyph } from './glyph.ts';
import { sizeInCell } from './icon-size.ts';
import { ownTitle } from './icon-title.ts';
import { createLabel } from './label.ts';
import { countProblems } from './problem-count.ts';
import { shownName } from './shown-name.ts';
import type { SpriteLoader } from './sprite-loader.ts';

/** Cell of the grid, recycled for other icons while scrolling. */
export interface Cell {
  readonly node: HTMLElement;
  readonly show: (icon: CatalogIcon, view: CellView) => void;
}

/** Appearance of a cell, and its place. Lengths are in px. */
interface CellView {
  /** Index among all icons that are shown, from 0. */
  readonly index: number;
  /** Height of the icon. */
  readonly size: number;
  /** Width of the cell that icon and label can use. */
  readonly contentWidth: number;
  readonly tileHeight: number;
  readonly isActive: boolean;
  readonly isOpen: boolean;
}

/** Width of the border of a tile, in px. */
const TILE_BORDER = 1;

/** @param widthOf measures texts in the font of the labels */
export function createCell(
  column: number,
  sprites: SpriteLoader,
  widthOf: (text: string) => number,
): Cell {
  const glyph = createGlyph(sprites);
  const label = createLabel();
  const mark = element('span', { class: 'cell__mark', 'aria-hidden': 'true' });
  const tile = element('span', { class: 'cell__tile ground' }, [glyph.node]);
  const node = element('div', { class: 'cell', role: 'gridcell', 'aria-colindex': column + 1 }, [
    tile,
    label.node,
  ]);

  /** Most icons have no mark, so that it is in the document only where it is visible. */
  function showMark(severity: string | undefined): void {
    node.classList.toggle('cell--marked', severity !== undefined);
    mark.dataset.severity = severity ?? '';
    if (severity === undefined) mark.remove();
    else node.append(mark);
  }

  let last: { readonly icon: CatalogIcon; readonly contentWidth: number } | undefined;
  return {
    node,
    show(icon, { index, size, contentWidth, tileHeight, isActive, isOpen }) {
      const iconSize = sizeInCell(icon, size, contentWidth);
      glyph.show(icon, iconSize);
      setMargin(glyph.node, (tileHeight - iconSize.height) / 2 - TILE_BORDER);
      if (icon !== last?.icon) {
        node.title = tooltip(icon);
        node.setAttribute('aria-label', accessibleName(icon));
        node.classList.toggle('cell--deprecated', icon.deprecated !== undefined);
        showMark(worstSeverity(icon));
      }
      if (icon !== last?.icon || contentWidth !== last.contentWidth) {
        label.show(shownName(icon), (text) => widthOf(text) <= contentWidth);
        last = { icon, contentWidth };
      }
      node.dataset.index = String(index);
      node.setAttribute('aria-selected', String(isOpen));
      node.tabIndex = isActive ? 0 : -1;
    },
  };
}

/** Centers an icon in its tile. Most icons of a set have the same margin. */
function setMargin({ style }: SVGElement, margin: number): void {
  const text = `${margin}px`;
  if (style.marginBlockStart !== text) style.marginBlockStart = text;
}

/** `fb: Facebook`. The label may leave out the middle of the name. */
function tooltip(icon: CatalogIcon): string {
  return [shownName(icon), ownTitle(icon)].filter((part) => part !== '').join(': ');
}

/** Accessible name of a cell. */
function accessibleName(icon: CatalogIcon): string {
  return [
    shownName(icon),
    ownTitle(icon),
    icon.deprecated ? 'deprecated' : '',
    countProblems(icon.problems),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Worst severity that the cell marks: notes have no mark. */
function worstSeverity({ problems }: CatalogIcon): string | undefined {
  const severities = problems.map(({ severity }) => severity);
  return ['error', 'warning'].find((each) => severities.includes(each as never));
}
