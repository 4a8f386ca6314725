/** Result of copying. */
export type Taken = 'copied' | 'saved';

/** Copies text to the clipboard; if the browser refuses, saves it as a file. */
export async function takeText(text: string, file: string): Promise<Taken> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    save(new Blob([text], { type: 'text/plain' }), file);
    return 'saved';
  }
}

/** Copies a PNG to the clipboard; if the browser cannot, saves it as a file. */
export async function takePng(png: Promise<Blob>, file: string): Promise<Taken> {
  try {
    // A promise, since Safari requires the call to follow the click at once.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return 'copied';
  } catch {
    save(await png, file);
    return 'saved';
  }
}

function save(blob: Blob, file: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
