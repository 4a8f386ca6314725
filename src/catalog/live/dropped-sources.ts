import type { SvgInput } from '../../preview/api.ts';

/** Source file or text that was dropped, pasted or chosen. */
export interface DroppedSource {
  /** Name of its file, or ''. */
  readonly file: string;
  readonly bytes: number;
  /** @throws when the file cannot be read. */
  readonly read: () => Promise<SvgInput>;
}

/** Source of a file. Its bytes are sent unchanged, since they determine the encoding. */
export function droppedFile(file: File): DroppedSource {
  return {
    file: file.name,
    bytes: file.size,
    read: async () => ({ base64: await readBase64(file) }),
  };
}

export function droppedText(svg: string): DroppedSource {
  return { file: '', bytes: new Blob([svg]).size, read: async () => ({ svg }) };
}

/** True if files are meant as icons. Bitmaps are for the search. */
export function areSvgFiles(files: readonly File[]): boolean {
  return files.some(({ name, type }) => /\.svg$/i.test(name) || !/^image\/(?!svg)/.test(type));
}

/** True if a source is another version of one: the same file, or pasted as well. */
export function isSameSource(a: DroppedSource, b: DroppedSource): boolean {
  return a.file === b.file;
}

function readBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,?/, '')));
    reader.addEventListener('error', () =>
      reject(new Error(`${file.name} cannot be read. Is it a folder?`)),
    );
    reader.readAsDataURL(file);
  });
}
