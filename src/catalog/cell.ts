import type { CatalogIcon } from '../emit/catalog-format.ts';
import { element } from './element.ts';
import { createGlyph } from './glyph.ts';
import type { SpriteLoader } from './sprite-loader.ts';

/** Cell of the grid, recycled for other icons while scrolling. */
export interface Cell {
  readonly node: HTMLElement;
  readonly show: (icon: CatalogIcon, at: CellPlace) => void;
}

interface CellPlace {
  /** Index among all icons that are shown, from 0. */
  readonly index: number;
  readonly column: number;
  readonly size: number;
  readonly isActive: boolean;
  readonly isOpen: boolean;
}

export function createCell(sprites: SpriteLoader): Cell {
  const glyph = createGlyph(sprites);
  const name = element('span', { class: 'cell__name' });
  const mark = element('span', { class: 'cell__mark', 'aria-hidden': 'true' });
  const tile = element('span', { class: 'cell__tile ground' }, [glyph.node]);
  const node = element('div', { class: 'cell', role: 'gridcell' }, [tile, name, mark]);
  let currentIcon: CatalogIcon | undefined;
  return {
    node,
    show(icon, { index, column, size, isActive, isOpen }) {
      glyph.show(icon, size);
      if (icon !== currentIcon) {
        currentIcon = icon;
        name.textContent = icon.name;
        node.title = icon.title;
        node.setAttribute('aria-label', accessibleName(icon));
        node.classList.toggle('cell--deprecated', icon.deprecated !== undefined);
        mark.dataset.severity = worstSeverity(icon) ?? '';
      }
      node.dataset.index = String(index);
      node.setAttribute('aria-colindex', String(column + 1));
      node.setAttribute('aria-selected', String(isOpen));
      node.tabIndex = isActive ? 0 : -1;
    },
  };
}

/** Accessible name of a cell. */
function accessibleName({ name, title, problems, deprecated }: CatalogIcon): string {
  const count = problems.length;
  return [
    name,
    title.toLowerCase() === name.replaceAll('-', ' ') ? '' : title,
    deprecated ? 'deprecated' : '',
    count === 0 ? '' : count === 1 ? '1 problem' : `${count} problems`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function worstSeverity({ problems }: CatalogIcon): string | undefined {
  const severities = problems.map(({ severity }) => severity);
  return ['error', 'warning', 'info'].find((each) => severities.includes(each as never));
}
