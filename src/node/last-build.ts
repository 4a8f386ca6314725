import { access, readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { MANIFEST_FILE, type Manifest } from '../emit/manifest.ts';
import { type Temporary, temporariesOf, temporaryPath } from './temporary.ts';

/**
 * Files that earlier builds wrote into a folder: those that its manifest lists, and those that
 * builds got to write before they were killed. Paths below the folder; empty where there is no
 * manifest or it is not ours.
 */
export async function lastBuild(out: string): Promise<readonly string[]> {
  const manifest = join(out, MANIFEST_FILE);
  const files = new Set(await filesIn(manifest));
  for (const temporary of await temporariesOf(manifest)) {
    for (const file of await writtenBefore(temporary, out)) files.add(file);
  }
  return [...files];
}

/** Whether the folder has a `manifest.json` that no build of ours wrote. */
export async function hasForeignManifest(out: string): Promise<boolean> {
  const text = await readFile(join(out, MANIFEST_FILE), 'utf8').catch(() => undefined);
  // Not parsed: one of ours with the marks of a merge conflict is still ours.
  return text !== undefined && !/"generator"\s*:\s*"iconloom"/.test(text);
}

/**
 * The manifest is the last to be written and the last to be replaced. So where it waits under its
 * temporary name, its build was killed, and had replaced what waits no longer.
 */
async function writtenBefore({ path, token }: Temporary, out: string): Promise<readonly string[]> {
  const written: string[] = [];
  for (const file of await filesIn(path)) {
    const waits = await exists(await temporaryPath(join(out, file), token));
    if (!waits) written.push(file);
  }
  return written;
}

async function filesIn(path: string): Promise<readonly string[]> {
  try {
    const manifest = JSON.parse(await readFile(path, 'utf8')) as Partial<Manifest>;
    const files: unknown = manifest.generator === 'iconloom' ? manifest.files : [];
    return Array.isArray(files) ? files.filter(isBelow) : [];
  } catch {
    return [];
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** A manifest that was tampered with must not lead us out of the folder. */
function isBelow(path: unknown): path is string {
  if (typeof path !== 'string' || path === '' || isAbsolute(path)) return false;
  return !/(^|[\\/])\.\.([\\/]|$)|^[a-z]:/i.test(path);
}
