import type { Diagnostic } from '../../core/diagnostics.ts';
import type { FilePart, Icon, OutputFile, PartedFile, Sprite } from '../../core/types.ts';

/** Settings of one output. */
export interface OutputSettings {
  /** Names or aliases of the icons that it contains. Default: all. */
  readonly icons?: readonly string[];
}

/** Input of an output besides its settings. */
export interface IconOutputContext {
  /** Text before each name in ids. */
  readonly prefix: string;
  /** Buffers parts of files that are written at the end. */
  readonly storePart: (text: string) => FilePart;
  /** Reports an icon that the output cannot show as it is. */
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Output besides the sprite, on request: one more form of the same icons. */
export interface IconOutput<Settings extends OutputSettings = OutputSettings> {
  /** Folder of the files of each sprite: that of the sprites, which browsers load, or of the outputs. */
  readonly folder: 'sprites' | 'outputs';
  readonly open: (settings: Settings, context: IconOutputContext) => OutputEmitter;
}

/** Makes the files of one output in one build. */
export interface OutputEmitter {
  /** @param icons requested icons of the sprite, sorted by name */
  readonly add: (icons: readonly Icon[], sprite: Sprite) => readonly OutputFile[];
  /** Files of the whole build. Default: none. */
  readonly end?: () => readonly PartedFile[];
}
