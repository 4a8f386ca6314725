/** How something was taken along. */
export type Taken = 'copied' | 'saved';

/** Puts text on the clipboard; where the browser does not let us, it is saved as a file. */
export async function takeText(text: string, file: string): Promise<Taken> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    save(new Blob([text], { type: 'text/plain' }), file);
    return 'saved';
  }
}

/** The same for a PNG, which not every browser can put there. */
export async function takePng(png: Promise<Blob>, file: string): Promise<Taken> {
  try {
    // Handed over as a promise, since Safari asks at once whether the user has clicked.
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
