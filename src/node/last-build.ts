import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { MANIFEST_FILE, type Manifest } from '../emit/manifest.ts';

/**
 * Files that the last build wrote into a folder, by its manifest: paths below the folder. Empty
 * where there is no manifest or it is not ours.
 */
export async function lastBuild(out: string): Promise<readonly string[]> {
  try {
    const text = await readFile(join(out, MANIFEST_FILE), 'utf8');
    const manifest = JSON.parse(text) as Partial<Manifest>;
    const files: unknown = manifest.generator === 'iconloom' ? manifest.files : [];
    return Array.isArray(files) ? files.filter(isBelow) : [];
  } catch {
    return [];
  }
}

/** A manifest that was tampered with must not lead us out of the folder. */
function isBelow(path: unknown): path is string {
  if (typeof path !== 'string' || path === '' || isAbsolute(path)) return false;
  return !/(^|[\\/])\.\.([\\/]|$)|^[a-z]:/i.test(path);
}
