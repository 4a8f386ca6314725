import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { FilePart, OutputFile, PartedFile, Sprite } from '../core/types.ts';
import { emitLayouts, type LayoutOptions } from './layouts.ts';
import { openManifest } from './manifest.ts';
import { type NamesOptions, openNames } from './names.ts';
import { emitSvg } from './svg.ts';

/** What the emitters need of the configuration. */
export type EmitOptions = LayoutOptions & NamesOptions;

/** Makes the files of a build, sprite by sprite. */
export interface Emission {
  /** Files of one sprite. */
  readonly add: (sprite: Sprite) => Promise<readonly OutputFile[]>;
  /** Files of all: the names, which point into the sprites, and the manifest, which vouches for the rest. */
  readonly end: () => readonly PartedFile[];
}

/**
 * Files come in the order in which they are to be written.
 *
 * @param keep puts away parts of files that are written at the end
 * @throws {BuildError} when two of them would have one name.
 */
export function openEmission(options: EmitOptions, keep?: (text: string) => FilePart): Emission {
  const names = openNames(options);
  const manifest = openManifest(keep);
  const paths: string[] = [];
  return {
    async add(sprite) {
      const svg = emitSvg(sprite);
      names.add(sprite);
      manifest.add(sprite, svg);
      const files = [svg, ...(await emitLayouts(sprite, options))];
      paths.push(...files.map(({ path }) => path));
      return files;
    },
    end() {
      const files = names.end();
      paths.push(...files.map(({ path }) => path));
      refuseClashes(paths);
      return [...files, manifest.end(paths)];
    },
  };
}

/** A folder can have the name that another's layout gets. */
function refuseClashes(paths: readonly string[]): void {
  const taken = new Set<string>();
  for (const path of paths) {
    if (taken.has(path.toLowerCase())) {
      throw new BuildError([diagnose('output-clash', { file: path })]);
    }
    taken.add(path.toLowerCase());
  }
}
