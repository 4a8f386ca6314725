import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Digest of all our code, made when the package is built, so that a start need not read it. */
interface CodeRecord {
  readonly digest: string;
  /** Size of each file in bytes, by its path. */
  readonly sizes: Readonly<Record<string, number>>;
}

const RECORD = 'fingerprint.json';

/**
 * SHA-256 of all our code by the bytes of its files, in hex. Out of the record where the files are
 * those that it was made of.
 *
 * @param root folder of the code: `dist`, or `src` in a source checkout
 */
export function digestOfCode(root: string): string {
  return recordedDigest(root) ?? readCode(root).digest;
}

/** Writes the record; to be called when all files of a build are written. */
export function recordCode(root: string): void {
  writeFileSync(join(root, RECORD), `${JSON.stringify(readCode(root))}\n`);
}

/** Time in ms that installing a package takes at most, for the times of its files to differ by. */
const INSTALL = 60_000;

/** `undefined` where a file is not as it was, such as after a patch: the record does not know it then. */
function recordedDigest(root: string): string | undefined {
  try {
    const path = join(root, RECORD);
    const { digest, sizes } = JSON.parse(readFileSync(path, 'utf8')) as CodeRecord;
    const latest = statSync(path).mtimeMs + INSTALL;
    const isAsRecorded = ([name, size]: [string, number]) => {
      const found = statSync(join(root, name));
      return found.size === size && found.mtimeMs <= latest;
    };
    return Object.entries(sizes).every(isAsRecorded) ? digest : undefined;
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
  return /\.([jt]s|css|json|svelte)$/.test(name) && !name.endsWith('.d.ts') && name !== RECORD;
}

/** Names of all files in a folder, with forward slashes. Node's own way takes twenty times as long. */
function filesBelow(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below + entry.name;
    return entry.isDirectory() ? filesBelow(folder, `${name}/`) : [name];
  });
}
