import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { OutputFile, Sprite } from '../core/types.ts';
import { emitLayouts, type LayoutOptions } from './layouts.ts';
import { emitManifest } from './manifest.ts';
import { emitNames, type NamesOptions } from './names.ts';
import { emitSvg } from './svg.ts';

/** What the emitters need of the configuration. */
export type EmitOptions = LayoutOptions & NamesOptions;

/**
 * All files of a build, in the order in which they are to be written: sprites before the names
 * that point into them, and the manifest, which vouches for the rest, last.
 */
export async function emit(
  sprites: readonly Sprite[],
  options: EmitOptions,
): Promise<readonly OutputFile[]> {
  const outputs: OutputFile[] = [];
  for (const sprite of sprites) {
    outputs.push(emitSvg(sprite), ...(await emitLayouts(sprite, options)));
  }
  outputs.push(...emitNames(sprites, options));
  refuseClashes(outputs);
  return [...outputs, emitManifest(sprites, outputs)];
}

/** A folder can have the name that another's layout gets. */
function refuseClashes(outputs: readonly OutputFile[]): void {
  const paths = new Set<string>();
  for (const { path } of outputs) {
    if (paths.has(path.toLowerCase())) {
      throw new BuildError([diagnose('output-clash', { file: path })]);
    }
    paths.add(path.toLowerCase());
  }
}
