import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { FilePart, OutputFile, PartedFile, Sprite } from '../core/types.ts';
import { type CatalogEmitOptions, type CatalogPageFiles, openCatalog } from './catalog.ts';
import { emitLayouts, type LayoutOptions } from './layouts.ts';
import { openManifest } from './manifest.ts';
import { type NamesOptions, openNames } from './names.ts';
import { emitSvg } from './svg.ts';

/** Options of all emitters. */
export type EmitOptions = LayoutOptions &
  NamesOptions &
  CatalogEmitOptions & {
    /** Path from the folder of the outputs to that of the sprites, with a slash, or ''. */
    readonly spriteFolder: string;
  };

/** Access to files, which emitters do not have themselves. */
export interface EmitHost {
  /** Loads the catalog's page when a catalog is written. */
  readonly page: () => CatalogPageFiles;
  /** Buffers parts of files that are written at the end. */
  readonly storePart: (text: string) => FilePart;
}

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
export function openEmitter(options: EmitOptions, { page, storePart }: EmitHost): Emitter {
  const names = openNames(options);
  const catalog = openCatalog(options, page);
  const manifest = openManifest(storePart);
  const paths: string[] = [];
  const inFolder = (file: OutputFile): OutputFile => ({
    path: options.spriteFolder + file.path,
    contents: file.contents,
  });
  return {
    async add(sprite) {
      const svg = emitSvg(sprite);
      const layouts = await emitLayouts(sprite, options);
      const [file = svg, ...others] = [svg, ...layouts].map(inFolder);
      names.add(sprite);
      manifest.add(sprite, file);
      const files = [file, ...others, ...catalog.add(sprite, svg)];
      paths.push(...files.map(({ path }) => path));
      return files;
    },
    end(problems) {
      const files = [...names.end(), ...catalog.end(problems)];
      paths.push(...files.map(({ path }) => path));
      rejectDuplicatePaths(paths);
      return [...files, manifest.end(paths)];
    },
  };
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
