import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST_FILE, type Manifest } from '../emit/manifest.ts';
import { readBytesIfExists, readHead } from './files.ts';
import { isSafeRelativePath, staysInFolder } from './safe-paths.ts';
import { type TempFile, tempFilePath, tempFilesOf } from './temp-files.ts';

/**
 * Lists files that earlier builds wrote into a folder: those in its manifest, and those that killed
 * builds managed to write. Paths are below the folder or that of the sprites. Empty if there is no
 * manifest or another program wrote it.
 *
 * @param spriteFolder path from the output folder to that of the sprites, with a slash, or ''
 */
export function previousOutputs(out: string, spriteFolder = ''): readonly string[] {
  const manifest = join(out, MANIFEST_FILE);
  const files = new Set(listedFiles(manifest));
  for (const tempFile of tempFilesOf(manifest)) {
    for (const file of alreadyReplaced(tempFile, out)) files.add(file);
  }
  // A manifest that others changed must not lead out of the folders.
  return [...files].filter((file) => {
    const isSprite = spriteFolder !== '' && file.startsWith(spriteFolder);
    if (!isSprite) return isSafeRelativePath(file) && staysInFolder(out, file);
    const below = file.slice(spriteFolder.length);
    return (
      SPRITE_FOLDER_FILE.test(below) &&
      isSafeRelativePath(below) &&
      staysInFolder(join(out, spriteFolder), below)
    );
  });
}

/** Files that a build writes into the folder of the sprites. */
const SPRITE_FOLDER_FILE: RegExp = /\.(svg|css|scss|less|styl)$/;

/** Checks if the folder has a `manifest.json` that iconloom did not write. */
export function hasForeignManifest(out: string): boolean {
  const bytes = readHead(join(out, MANIFEST_FILE), HEAD_BYTES);
  // Not parsed: with the markers of a merge conflict, it still is a manifest of iconloom.
  return bytes !== undefined && !isIconloomManifest(bytes);
}

/**
 * Lists files that a killed build had replaced. The manifest is written and replaced last, so if it
 * still has its temporary name, files without a temporary are already replaced.
 */
function alreadyReplaced({ path, token }: TempFile, out: string): readonly string[] {
  return listedFiles(path).filter((file) => !existsSync(tempFilePath(join(out, file), token)));
}

function listedFiles(path: string): readonly string[] {
  const bytes = readBytesIfExists(path);
  if (!bytes || !isIconloomManifest(bytes) || bytes.includes(CONFLICT_MARKER)) return [];
  // The list is at the end, and parsing all of a large manifest takes longer than writing it.
  const start = bytes.lastIndexOf('"files"');
  const files = parseFiles(`{${bytes.subarray(Math.max(start, 0))}`);
  return Array.isArray(files) ? files.filter((file) => typeof file === 'string') : [];
}

/** Number of bytes that contain the generator, also after conflict markers. */
const HEAD_BYTES = 65_536;
/** Marker that git writes before conflicting lines. */
const CONFLICT_MARKER = '<<<<<<< ';

function isIconloomManifest(bytes: Buffer): boolean {
  return /"generator"\s*:\s*"iconloom"/.test(bytes.toString('utf8', 0, HEAD_BYTES));
}

function parseFiles(text: string): unknown {
  try {
    return (JSON.parse(text) as Partial<Manifest>).files;
  } catch {
    return undefined;
  }
}
