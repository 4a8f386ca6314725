import { button, element } from '../element.ts';
import type { CatalogPage } from '../page.ts';
import {
  areSvgFiles,
  type DroppedSource,
  droppedFile,
  droppedText,
  isSvgText,
} from './dropped-sources.ts';

/**
 * Accepts sources that are dropped, pasted or chosen. Returns the button that opens the file picker.
 */
export function receiveSources(
  page: CatalogPage,
  onSources: (sources: readonly DroppedSource[]) => void,
): HTMLButtonElement {
  const takeFiles = (files: readonly File[]) => onSources(files.map(droppedFile));
  page.onFiles((files) => {
    if (isDialogOpen()) return true;
    if (!areSvgFiles(files)) return false;
    takeFiles(files);
    return true;
  });
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (event.defaultPrevented || isDialogOpen() || isTyping(event.target) || !isSvgText(text))
      return;
    event.preventDefault();
    onSources([droppedText(text)]);
  });

  const fileInput = element('input', {
    type: 'file',
    accept: '.svg,image/svg+xml',
    multiple: true,
  });
  fileInput.addEventListener('change', () => {
    takeFiles([...(fileInput.files ?? [])]);
    // So that the same file can be chosen again.
    fileInput.value = '';
  });
  const add = button({ class: 'button button--main add-button' }, ['Add icons'], () =>
    fileInput.click(),
  );
  add.title = 'Choose SVG files, or drop or paste them anywhere on this page';
  page.toolbar.append(add);
  return add;
}

/** True while a dialog is open: further files are ignored. */
function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
}
