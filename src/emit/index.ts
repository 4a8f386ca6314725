import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { OutputFile, PartedFile, Sprite } from '../core/types.ts';
import type { EmitHost } from './format.ts';
import { type FormatOptions, loadFormats } from './formats.ts';
import { openManifest } from './manifest.ts';
import { emitSvg } from './svg.ts';

/** Options of all emitters. */
export type EmitOptions = FormatOptions & {
  /** Path from the folder of the outputs to that of the sprites, with a slash, or ''. */
  readonly spriteFolder: string;
};

/** Makes the files of a build, sprite by sprite. */
export interface Emitter {
  /** Files of one sprite. */
  readonly add: (sprite: Sprite) => Promise<readonly OutputFile[]>;
  /**
   * Files of the whole build: the names, which point into the sprites, the catalog, and last the
   * manifest.
   *
   * @param problems problems that the catalog shows beside their icons
   */
  readonly end: (problems: readonly Diagnostic[]) => readonly PartedFile[];
}

/**
 * Opens all emitters. Files come in the order in which they are to be written.
 *
 * @throws {BuildError} when two files would have the same name.
 */
export async function openEmitter(options: EmitOptions, host: EmitHost): Promise<Emitter> {
  const formats = (await loadFormats(options)).flatMap(({ folder, open }) => {
    const emitter = open(options, host);
    return emitter ? [{ folder: folder === 'sprites' ? options.spriteFolder : '', emitter }] : [];
  });
  const manifest = openManifest(host.storePart);
  const paths: string[] = [];
  return {
    async add(sprite) {
      const svg = emitSvg(sprite);
      const file = inFolder(options.spriteFolder, svg);
      const files = [file];
      for (const { folder, emitter } of formats) {
        const added = await emitter.add(sprite, svg);
        files.push(...added.map((each) => inFolder(folder, each)));
      }
      manifest.add(sprite, file);
      paths.push(...files.map(({ path }) => path));
      return files;
    },
    end(problems) {
      const files = formats.flatMap(({ emitter }) => emitter.end(problems));
      paths.push(...files.map(({ path }) => path));
      rejectDuplicatePaths(paths);
      return [...files, manifest.end(paths)];
    },
  };
}

function inFolder(folder: string, { path, contents }: OutputFile): OutputFile {
  return { path: folder + path, contents };
}

/** Rejects duplicate paths: a folder can be named like the layout of another. */
function rejectDuplicatePaths(paths: readonly string[]): void {
  const usedPaths = new Set<string>();
  for (const path of paths) {
    if (usedPaths.has(path.toLowerCase())) {
      throw new BuildError([diagnose('output-clash', { file: path })]);
    }
    usedPaths.add(path.toLowerCase());
  }
}
