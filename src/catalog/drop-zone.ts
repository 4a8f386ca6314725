import { element } from './element.ts';

/** Accepts files that are dropped on the page or pasted into it. */
export function createDropZone(root: HTMLElement, onFiles: (files: readonly File[]) => void): void {
  const dropOverlay = element('div', { class: 'veil', hidden: true }, [
    element('p', { class: 'veil__text' }, ['Drop files here']),
  ]);
  root.append(dropOverlay);
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
  document.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    dropOverlay.hidden = false;
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) dropOverlay.hidden = true;
  });
  document.addEventListener('drop', (event) => {
    dropOverlay.hidden = true;
    if (!hasFiles(event)) return;
    event.preventDefault();
    onFiles([...(event.dataTransfer?.files ?? [])]);
  });
  document.addEventListener('paste', ({ clipboardData }) => {
    const files = [...(clipboardData?.files ?? [])];
    if (files.length > 0) onFiles(files);
  });
}
