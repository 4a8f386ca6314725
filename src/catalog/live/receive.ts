import { button, element } from '../element.ts';
import type { CatalogPage } from '../page.ts';
import { CLIPBOARD_HELP, readClipboard } from './clipboard-content.ts';
import { areSvgFiles, type DroppedSource, droppedFile } from './dropped-sources.ts';
import type { Notices } from './notices.ts';

export interface ReceiveOptions {
  readonly page: CatalogPage;
  readonly notices: Notices;
  readonly onSources: (sources: readonly DroppedSource[]) => void;
}

/**
 * Accepts sources that are dropped, pasted or chosen. Returns the button that opens the file picker.
 */
export function receiveSources({ page, notices, onSources }: ReceiveOptions): HTMLButtonElement {
  const take = (sources: readonly DroppedSource[]) => {
    notices.hide();
    onSources(sources);
  };
  page.onFiles((files) => {
    if (isOtherDialogOpen()) return true;
    if (areSvgFiles(files)) {
      take(files.map(droppedFile));
      return true;
    }
    const isAdding = document.querySelector('dialog[open]') !== null;
    notices.show(isAdding ? CLIPBOARD_HELP.bitmap : `${CLIPBOARD_HELP.bitmap} ${LOOK_ALIKES}`);
    return isAdding;
  });
  // Before the handler of files: a clipboard may hold an SVG and a picture of it.
  document.addEventListener('paste', onPaste, { capture: true });

  function onPaste(event: ClipboardEvent): void {
    const { clipboardData, target } = event;
    if (!clipboardData || isTyping(target) || isOtherDialogOpen()) return;
    const content = readClipboard(clipboardData);
    if (content.kind === 'bitmap') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (content.kind === 'sources') take(content.sources);
    else notices.show(CLIPBOARD_HELP[content.kind]);
  }

  const fileInput = element('input', {
    type: 'file',
    accept: '.svg,image/svg+xml',
    multiple: true,
  });
  fileInput.addEventListener('change', () => {
    take([...(fileInput.files ?? [])].map(droppedFile));
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

/** The page searches by bitmaps. */
const LOOK_ALIKES = 'The page shows the icons that look like it.';

/** True while a dialog is open that adds no icons: files are ignored. */
function isOtherDialogOpen(): boolean {
  return document.querySelector('dialog[open]:not(.add)') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TEXT_FIELDS) !== null;
}

const TEXT_FIELDS =
  'textarea, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="range"], [type="color"], [type="file"], [type="button"])';
