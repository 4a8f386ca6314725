import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Digest of the built code. Missing in a source checkout; set by the bundler otherwise. */
declare const CODE_DIGEST: string | undefined;

/** Text in bundled code that {@link recordCode} replaces, as long as a digest. */
export const DIGEST_PLACEHOLDER: string = 'code-digest'.padEnd(64, '-');

/** Digest of the code that runs, recorded when the package was built; `undefined` in a source checkout. */
export function recordedDigest(): string | undefined {
  return typeof CODE_DIGEST === 'string' ? CODE_DIGEST : undefined;
}

/** SHA-256 of all our code by the bytes of its files, in hex. */
export function digestOfCode(root: string): string {
  const hash = createHash('sha256');
  for (const name of filesBelow(root).filter(isCode).sort()) {
    const bytes = readFileSync(join(root, name));
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/**
 * Records the digest of a built package in its code, so that a start need not read any file. Call it
 * after all files are written.
 *
 * @throws {Error} when there is no place for it.
 */
export function recordCode(root: string): string {
  const digest = digestOfCode(root);
  const files = filesBelow(root).filter(isCode);
  const recorded = files.filter((name) => replaceInFile(join(root, name), digest));
  if (recorded.length === 0) throw new Error(`no file in ${root} has a place for the digest`);
  return digest;
}

function replaceInFile(path: string, digest: string): boolean {
  const text = readFileSync(path, 'utf8');
  const replaced = text.replaceAll(DIGEST_PLACEHOLDER, digest);
  if (replaced === text) return false;
  writeFileSync(path, replaced);
  return true;
}

function isCode(name: string): boolean {
  return /\.([jt]s|css|json|svelte)$/.test(name) && !name.endsWith('.d.ts');
}

/** Lists all files below a folder, with forward slashes. Node's recursive option takes 20 times as long. */
function filesBelow(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below + entry.name;
    return entry.isDirectory() ? filesBelow(folder, `${name}/`) : [name];
  });
}
