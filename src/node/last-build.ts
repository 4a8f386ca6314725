import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST_FILE, type Manifest } from '../emit/manifest.ts';
import { readHead } from './files.ts';
import { isPathBelow, staysBelow } from './paths-below.ts';
import { type Temporary, temporariesOf, temporaryPath } from './temporary.ts';

/**
 * Files that earlier builds wrote into a folder: those that its manifest lists, and those that
 * builds got to write before they were killed. Paths below the folder, or below that of the sprites;
 * empty where there is no manifest or it is not ours.
 *
 * @param spriteFolder path from the one to the other, with a slash; '' where they are one
 */
export function lastBuild(out: string, spriteFolder = ''): readonly string[] {
  const manifest = join(out, MANIFEST_FILE);
  const files = new Set(filesIn(manifest));
  for (const temporary of temporariesOf(manifest)) {
    for (const file of writtenBefore(temporary, out)) files.add(file);
  }
  // What others may have changed must not lead us out of the folders.
  return [...files].filter((file) => {
    const isSprite = spriteFolder !== '' && file.startsWith(spriteFolder);
    if (!isSprite) return isPathBelow(file) && staysBelow(out, file);
    const below = file.slice(spriteFolder.length);
    return SERVED.test(below) && isPathBelow(below) && staysBelow(join(out, spriteFolder), below);
  });
}

/** What a build writes into the folder of the sprites. */
const SERVED: RegExp = /\.(svg|css|scss|less|styl)$/;

/** Whether the folder has a `manifest.json` that no build of ours wrote. */
export function hasForeignManifest(out: string): boolean {
  const bytes = readHead(join(out, MANIFEST_FILE), HEAD);
  // Not parsed: one of ours with the marks of a merge conflict is still ours.
  return bytes !== undefined && !isOurs(bytes);
}

/**
 * The manifest is the last to be written and the last to be replaced. So where it waits under its
 * temporary name, its build was killed, and had replaced what waits no longer.
 */
function writtenBefore({ path, token }: Temporary, out: string): readonly string[] {
  return filesIn(path).filter((file) => !existsSync(temporaryPath(join(out, file), token)));
}

function filesIn(path: string): readonly string[] {
  const bytes = readBytes(path);
  if (!bytes || !isOurs(bytes) || bytes.includes(CONFLICT)) return [];
  // They stand at its end, and all of a large one takes longer to parse than to write.
  const start = bytes.lastIndexOf('"files"');
  const files = filesOf(`{${bytes.subarray(Math.max(start, 0))}`);
  return Array.isArray(files) ? files.filter((file) => typeof file === 'string') : [];
}

/** Bytes in which a manifest says whose it is, also below the marks of a conflict. */
const HEAD = 65_536;
/** What git writes where two versions of a line do not agree. */
const CONFLICT = '<<<<<<< ';

function isOurs(bytes: Buffer): boolean {
  return /"generator"\s*:\s*"iconloom"/.test(bytes.toString('utf8', 0, HEAD));
}

function filesOf(text: string): unknown {
  try {
    return (JSON.parse(text) as Partial<Manifest>).files;
  } catch {
    return undefined;
  }
}

/** `undefined` where there is no file that can be read. */
function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
