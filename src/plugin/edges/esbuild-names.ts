import { createHash } from 'node:crypto';

/** A file of the output. */
export interface NamedFile {
  readonly path: string;
  readonly text: string;
  /**
   * Templates of its name, as in esbuild's `entryNames`; the first with a hash counts. Empty for
   * files that are named after another.
   */
  readonly templates: readonly string[];
}

/** A hash in a name, as esbuild writes it. */
const HASH = '([A-Z2-7]{8})';
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * New hashes for names of files that changed after esbuild had named them, and of all files that link
 * to those, directly or indirectly: old hash → new hash.
 *
 * @param files current files, still with their old names
 * @param isChanged tells if a file changed since esbuild named it
 */
export function newHashes(
  files: readonly NamedFile[],
  isChanged: (path: string) => boolean,
): ReadonlyMap<string, string> {
  const byHash = new Map<string, NamedFile>();
  for (const file of files) {
    const hash = hashIn(file);
    if (hash) byHash.set(hash, file);
  }
  if (byHash.size === 0) return new Map();
  const known = anyOf(byHash.keys());
  const plain = (text: string) => text.replace(known, '');
  const links = (text: string) => text.match(known) ?? [];

  function reach(hash: string, reached: Set<string> = new Set()): ReadonlySet<string> {
    if (reached.has(hash)) return reached;
    reached.add(hash);
    for (const next of links(byHash.get(hash)?.text ?? '')) reach(next, reached);
    return reached;
  }

  const renamed = new Map<string, string>();
  for (const [hash, file] of byHash) {
    const reached = [...reach(hash)].flatMap((each) => byHash.get(each) ?? []);
    if (!reached.some(({ path }) => isChanged(path))) continue;
    const sum = createHash('sha256').update(`${plain(file.path)}\n${plain(file.text)}`);
    for (const text of reached.map((each) => plain(each.text)).sort()) sum.update(`\n${text}`);
    renamed.set(hash, digits(sum.digest()));
  }
  return renamed;
}

/** Replaces old hashes with new ones. */
export function withHashes(text: string, hashes: ReadonlyMap<string, string>): string {
  if (hashes.size === 0) return text;
  return text.replace(anyOf(hashes.keys()), (hash) => hashes.get(hash) ?? hash);
}

function anyOf(hashes: Iterable<string>): RegExp {
  return new RegExp([...hashes].join('|'), 'g');
}

function hashIn({ path, templates }: NamedFile): string | undefined {
  for (const template of templates) {
    const hash = patternOf(template).exec(path)?.[1];
    if (hash !== undefined) return hash;
  }
  return undefined;
}

function patternOf(template: string): RegExp {
  const pattern = template
    .replace(/^(\.?\/)+/, '')
    .split(/(\[\w+\])/)
    .map((part) => PARTS.get(part) ?? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('');
  return new RegExp(`(?:^|/)${pattern}(?:\\.\\w+)+$`);
}

const PARTS: ReadonlyMap<string, string> = new Map([
  ['[dir]', '(?:.*?)'],
  ['[name]', '[^/]+'],
  ['[hash]', HASH],
  ['[ext]', '[^/]+'],
]);

function digits(sum: Buffer): string {
  return [...sum.subarray(0, 8)].map((byte) => ALPHABET[byte % 32]).join('');
}
