import type { Icon } from '../core/types.ts';
import { MANIFEST_FILE, manifestEntry, measuredLines, measureSprite } from './manifest.ts';
import { NAMES_FILES, namesLines } from './names.ts';
import { type SplicedText, splice } from './splice.ts';
import { symbolsOf } from './svg.ts';

/** Icon before and after a change of its source file. Its name, metadata and aliases are the same. */
export interface IconChange {
  readonly before: Icon;
  readonly after: Icon;
}

/** Files of a build with one sprite, and what they were made of. */
export interface PatchableBuild {
  /** Contents by path, relative to the folder of the outputs. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly sprite: {
    readonly name: string;
    /** Relative to the folder of the sprites. */
    readonly file: string;
    /** Key of its file in `files`. */
    readonly path: string;
    /** SHA-256 of its file, in hex. */
    readonly hash: string;
  };
  readonly iconCount: number;
}

/** Checks if all files of a build are of formats that can be patched. */
export function arePatchable(paths: readonly string[], spritePath: string): boolean {
  const known = [spritePath, MANIFEST_FILE, ...NAMES_FILES];
  return paths.every((path) => known.includes(path));
}

/**
 * Replaces changed icons in the files of a build: the same bytes as a build of all icons, without
 * these. `undefined` if that cannot be known: a file of another format, or one that does not have
 * exactly what a build would have written for the old icons.
 */
export function patchFiles(
  { files, sprite, iconCount }: PatchableBuild,
  changes: readonly IconChange[],
): ReadonlyMap<string, Buffer> | undefined {
  const patched = new Map<string, Buffer>();
  const svg = files.get(sprite.path);
  const patchedSvg = svg && splice(svg, replacementsOf(changes, symbolsOf));
  if (!svg || !patchedSvg) return undefined;
  for (const [path, bytes] of files) {
    if (path === sprite.path) {
      patched.set(path, patchedSvg);
      continue;
    }
    const replacements =
      path === MANIFEST_FILE
        ? manifestReplacements(bytes, changes, { ...sprite, svg, patchedSvg })
        : namesReplacements(path, changes, { file: sprite.file, iconCount });
    const result = replacements && splice(bytes, replacements);
    if (!result) return undefined;
    patched.set(path, result);
  }
  return patched;
}

interface PatchedSprite {
  readonly name: string;
  readonly hash: string;
  readonly svg: Buffer;
  readonly patchedSvg: Buffer;
}

function manifestReplacements(
  manifest: Buffer,
  changes: readonly IconChange[],
  { name, hash, svg, patchedSvg }: PatchedSprite,
): readonly SplicedText[] | undefined {
  const [start] = measuredLines({ hash, bytes: svg.length, gzip: 0 }).split(/0$/);
  const position = manifest.indexOf(start as string);
  if (position < 0) return undefined;
  const rest = manifest.subarray(position + Buffer.byteLength(start as string));
  const [gzip] = /^\d*/.exec(rest.toString('latin1', 0, 20)) as RegExpExecArray;
  const before = measuredLines({ hash, bytes: svg.length, gzip: Number(gzip) });
  const after = measuredLines(measureSprite(patchedSvg.toString()));
  return [{ before, after }, ...replacementsOf(changes, (icon) => manifestEntry(icon, name))];
}

function namesReplacements(
  path: string,
  changes: readonly IconChange[],
  { file, iconCount }: { readonly file: string; readonly iconCount: number },
): readonly SplicedText[] | undefined {
  const replacements: SplicedText[] = [];
  for (const { before, after } of changes) {
    const lines = namesLines(path, before, { file, iconCount });
    const newLines = namesLines(path, after, { file, iconCount });
    if (!lines || lines.length !== newLines?.length) return undefined;
    for (const [index, line] of lines.entries()) {
      const newLine = newLines[index] as string;
      if (line !== newLine) replacements.push({ before: line, after: newLine });
    }
  }
  return replacements;
}

function replacementsOf(
  changes: readonly IconChange[],
  textOf: (icon: Icon) => string,
): readonly SplicedText[] {
  return changes
    .map(({ before, after }) => ({ before: textOf(before), after: textOf(after) }))
    .filter(({ before, after }) => before !== after);
}
