import { element } from './element.ts';
import { labelLines } from './label-lines.ts';

/**
 * Name below an icon, on at most two lines. Its text content is the whole name, so that copying it,
 * and what reads the text of the page, finds all of it.
 */
export interface CellLabel {
  readonly node: HTMLElement;
  /** @param fits tests whether a text fits on a line */
  readonly show: (name: string, fits: (text: string) => boolean) => void;
}

export function createLabel(): CellLabel {
  const start = document.createTextNode('');
  const hidden = element('span', { class: 'cell__rest' });
  const first = element('span', { class: 'cell__line' }, [start, hidden]);
  const second = element('span', { class: 'cell__line' });
  const node = element('span', { class: 'cell__name' });
  return {
    node,
    show(name, fits) {
      const lines = labelLines(name, fits);
      if (lines.first === name) {
        node.textContent = name;
        return;
      }
      start.data = lines.first;
      hidden.textContent = lines.hidden;
      second.textContent = lines.second;
      second.classList.toggle('cell__line--end', lines.hidden !== '');
      if (first.parentNode !== node) node.replaceChildren(first, second);
    },
  };
}
