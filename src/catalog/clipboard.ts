/** Result of copying. */
export type CopyOutcome = 'copied' | 'saved';

/** Copies text to the clipboard; if the browser refuses, saves it as a file. */
export async function copyText(text: string, file: string): Promise<CopyOutcome> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    downloadBlob(new Blob([text], { type: 'text/plain' }), file);
    return 'saved';
  }
}

/** Copies a PNG to the clipboard; if the browser cannot, saves it as a file. */
export async function copyPng(png: Promise<Blob>, file: string): Promise<CopyOutcome> {
  try {
    // A promise, since Safari requires the call to follow the click at once.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return 'copied';
  } catch {
    downloadBlob(await png, file);
    return 'saved';
  }
}

function downloadBlob(blob: Blob, file: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
