import type { Diagnostic } from '../core/diagnostics.ts';
import type { FilePart, OutputFile, PartedFile, Sprite } from '../core/types.ts';
import type { CatalogPageFiles } from './catalog-shell.ts';

/** Kind of output besides the sprite and the manifest, which every build writes. */
export interface OutputFormat<Options> {
  readonly name: string;
  /** Folder of the files of each sprite: that of the sprites, which browsers load, or of the outputs. */
  readonly folder: 'sprites' | 'outputs';
  /** Starts the files of one build; `undefined` if the options do not request the format. */
  readonly open: (options: Options, host: EmitHost) => FormatEmitter | undefined;
}

/** Makes the files of one format in one build. */
interface FormatEmitter {
  /**
   * Takes a sprite, and returns the files that are finished with it.
   *
   * @param svg file of the sprite; its path is relative to the folder of the sprites
   */
  readonly add: (
    sprite: Sprite,
    svg: OutputFile,
  ) => readonly OutputFile[] | Promise<readonly OutputFile[]>;
  /**
   * Returns the files of the whole build, relative to the folder of the outputs.
   *
   * @param problems problems of the build
   */
  readonly end: (problems: readonly Diagnostic[]) => readonly PartedFile[];
}

/** Name and version of a set of icons, for people. */
export interface SetIdentity {
  readonly title?: string;
  readonly release?: string;
}

/** Access to files, which emitters do not have themselves. */
export interface EmitHost {
  /** Finds the name and version of the icons. */
  readonly identity: () => SetIdentity;
  /** Loads the catalog's page when a catalog is written. */
  readonly page: () => CatalogPageFiles;
  /** Buffers parts of files that are written at the end. */
  readonly storePart: (text: string) => FilePart;
  /** Reports a problem with an output. */
  readonly report: (diagnostic: Diagnostic) => void;
}
