import { button, element } from '../element.ts';
import type { CatalogPage } from '../page.ts';
import { areDrawings, type Dropped, droppedFile, droppedText, isDrawing } from './drawings.ts';

/**
 * Accepts sources that are dropped, pasted or chosen. Returns the button that opens the file picker.
 */
export function receiveDrawings(
  page: CatalogPage,
  take: (drawings: readonly Dropped[]) => void,
): HTMLButtonElement {
  const takeFiles = (files: readonly File[]) => take(files.map(droppedFile));
  page.onFiles((files) => {
    if (isBusy()) return true;
    if (!areDrawings(files)) return false;
    takeFiles(files);
    return true;
  });
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (event.defaultPrevented || isBusy() || isTyping(event.target) || !isDrawing(text)) return;
    event.preventDefault();
    take([droppedText(text)]);
  });

  const chooser = element('input', { type: 'file', accept: '.svg,image/svg+xml', multiple: true });
  chooser.addEventListener('change', () => {
    takeFiles([...(chooser.files ?? [])]);
    // So that the same file can be chosen again.
    chooser.value = '';
  });
  const add = button({ class: 'button button--main add-button' }, ['Add icons'], () =>
    chooser.click(),
  );
  add.title = 'Choose SVG files, or drop or paste them anywhere on this page';
  page.toolbar.append(add);
  return add;
}

/** True while a dialog is open: further files are ignored. */
function isBusy(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
}
