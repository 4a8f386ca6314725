import { element } from './element.ts';
import { labelLines } from './label-lines.ts';

/** Name below an icon, on at most two lines. Its text content is the whole name. */
export interface CellLabel {
  readonly node: HTMLElement;
  /** @param fits tests whether a text fits on a line */
  readonly show: (name: string, fits: (text: string) => boolean) => void;
}

export function createLabel(): CellLabel {
  const first = element('span', { class: 'cell__line' });
  const hidden = element('span', { class: 'cell__rest' });
  const second = element('span', { class: 'cell__line' });
  return {
    node: element('span', { class: 'cell__name' }, [first, hidden, second]),
    show(name, fits) {
      const lines = labelLines(name, fits);
      first.textContent = lines.first;
      hidden.textContent = lines.hidden;
      second.textContent = lines.second;
      second.classList.toggle('cell__line--end', lines.hidden !== '');
    },
  };
}
