import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Digest of all our code, recorded when the package is built, so that startup need not read it. */
interface CodeRecord {
  readonly digest: string;
  /** Size of each file in bytes, by its path. */
  readonly sizes: Readonly<Record<string, number>>;
}

const RECORD_FILE = 'fingerprint.json';

/**
 * SHA-256 of all our code by the bytes of its files, in hex. Taken from the record if the files are
 * unchanged.
 *
 * @param root folder of the code: `dist`, or `src` in a source checkout
 */
export function digestOfCode(root: string): string {
  return recordedDigest(root) ?? readCode(root).digest;
}

/** Writes the record; call it after all files of the package are written. */
export function recordCode(root: string): void {
  writeFileSync(join(root, RECORD_FILE), `${JSON.stringify(readCode(root))}\n`);
}

/** Maximum time in ms between the first and last file of a package install. */
const MAX_INSTALL_MS = 60_000;

/** Reads the recorded digest; `undefined` if a file has changed, such as by a patch. */
function recordedDigest(root: string): string | undefined {
  try {
    const path = join(root, RECORD_FILE);
    const { digest, sizes } = JSON.parse(readFileSync(path, 'utf8')) as CodeRecord;
    const latest = statSync(path).mtimeMs + MAX_INSTALL_MS;
    const isUnchanged = ([name, size]: [string, number]) => {
      const stats = statSync(join(root, name));
      return stats.size === size && stats.mtimeMs <= latest;
    };
    return Object.entries(sizes).every(isUnchanged) ? digest : undefined;
  } catch {
    return undefined;
  }
}

function readCode(root: string): CodeRecord {
  const hash = createHash('sha256');
  const sizes: Record<string, number> = {};
  for (const name of filesBelow(root).filter(isCode).sort()) {
    const bytes = readFileSync(join(root, name));
    sizes[name] = bytes.length;
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return { digest: hash.digest('hex'), sizes };
}

function isCode(name: string): boolean {
  return /\.([jt]s|css|json|svelte)$/.test(name) && !name.endsWith('.d.ts') && name !== RECORD_FILE;
}

/** Lists all files below a folder, with forward slashes. Node's recursive option takes 20 times as long. */
function filesBelow(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below + entry.name;
    return entry.isDirectory() ? filesBelow(folder, `${name}/`) : [name];
  });
}
