import { createHash } from 'node:crypto';

/** A file of the output. */
export interface HashableFile {
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
 * @param isChanged true if a file changed since esbuild named it
 */
export function updatedHashes(
  files: readonly HashableFile[],
  isChanged: (path: string) => boolean,
): ReadonlyMap<string, string> {
  const byHash = new Map<string, HashableFile>();
  for (const file of files) {
    const hash = hashIn(file);
    if (hash) byHash.set(hash, file);
  }
  if (byHash.size === 0) return new Map();
  const oldHashes = anyOf(byHash.keys());
  const withoutHashes = (text: string) => text.replace(oldHashes, '');
  const links = (text: string) => text.match(oldHashes) ?? [];

  function collectLinked(hash: string, reached: Set<string> = new Set()): ReadonlySet<string> {
    if (reached.has(hash)) return reached;
    reached.add(hash);
    for (const next of links(byHash.get(hash)?.text ?? '')) collectLinked(next, reached);
    return reached;
  }

  const hashes = new Map<string, string>();
  for (const [hash, file] of byHash) {
    const reached = [...collectLinked(hash)].flatMap((each) => byHash.get(each) ?? []);
    if (!reached.some(({ path }) => isChanged(path))) continue;
    const sum = createHash('sha256').update(
      `${withoutHashes(file.path)}\n${withoutHashes(file.text)}`,
    );
    for (const text of reached.map((each) => withoutHashes(each.text)).sort())
      sum.update(`\n${text}`);
    hashes.set(hash, base32(sum.digest()));
  }
  return hashes;
}

/** Replaces old hashes with new ones. */
export function withHashes(text: string, hashes: ReadonlyMap<string, string>): string {
  if (hashes.size === 0) return text;
  return text.replace(anyOf(hashes.keys()), (hash) => hashes.get(hash) ?? hash);
}

function anyOf(hashes: Iterable<string>): RegExp {
  return new RegExp([...hashes].join('|'), 'g');
}

function hashIn({ path, templates }: HashableFile): string | undefined {
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
    .map((part) => TOKENS.get(part) ?? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('');
  return new RegExp(`(?:^|/)${pattern}(?:\\.\\w+)+$`);
}

const TOKENS: ReadonlyMap<string, string> = new Map([
  ['[dir]', '(?:.*?)'],
  ['[name]', '[^/]+'],
  ['[hash]', HASH],
  ['[ext]', '[^/]+'],
]);

function base32(sum: Buffer): string {
  return [...sum.subarray(0, 8)].map((byte) => ALPHABET[byte % 32]).join('');
}
