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
  readonly isActive: boolean;
  readonly isOpen: boolean;
}

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
    mark,
  ]);
  node.style.setProperty('--column', String(column));
  let last: { readonly icon: CatalogIcon; readonly contentWidth: number } | undefined;
  return {
    node,
    show(icon, { index, size, contentWidth, isActive, isOpen }) {
      glyph.show(icon, sizeInCell(icon, size, contentWidth));
      if (icon !== last?.icon) {
        node.title = tooltip(icon);
        node.setAttribute('aria-label', accessibleName(icon));
        node.classList.toggle('cell--deprecated', icon.deprecated !== undefined);
        mark.dataset.severity = worstSeverity(icon) ?? '';
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
