import { element } from './element.ts';

/** Accepts files that are dropped on the page or pasted into it. */
export function takeFiles(root: HTMLElement, take: (files: readonly File[]) => void): void {
  const veil = element('div', { class: 'veil', hidden: true }, [
    element('p', { class: 'veil__text' }, ['Drop files here']),
  ]);
  root.append(veil);
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
  document.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    veil.hidden = false;
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) veil.hidden = true;
  });
  document.addEventListener('drop', (event) => {
    veil.hidden = true;
    if (!hasFiles(event)) return;
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  });
  document.addEventListener('paste', ({ clipboardData }) => {
    const files = [...(clipboardData?.files ?? [])];
    if (files.length > 0) take(files);
  });
}
