import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { byCodeUnit } from '../core/names.ts';
import type { Checked, IconMeta } from '../core/types.ts';
import { type Signature, signatureOf } from './cache/signature.ts';
import { displayPath } from './display-path.ts';
import { statsAt } from './files.ts';
import { type Listings, openListings } from './listings.ts';
import { problemOfMeta } from './meta-schema.ts';
import { leadsOutOf, projectRoot, realPathOf } from './project-root.ts';

/** Suffix of metadata files, in place of `.svg`. */
export const META_ENDING = '.meta.json';

/** Metadata by path of the source file, and the stats of the metadata files before they were read. */
export interface Metadata extends Checked<ReadonlyMap<string, IconMeta>> {
  readonly files: Readonly<Record<string, Signature>>;
}

/**
 * Reads the metadata of source files, and reports metadata without a source file.
 *
 * @param drawings paths of the source files
 * @param listings cache of the folders that are read
 */
export async function readMetadata(
  drawings: readonly string[],
  cwd: string,
  listings: Listings = openListings(),
): Promise<Metadata> {
  const diagnostics: Diagnostic[] = [];
  const metas = new Map<string, IconMeta>();
  const files: Record<string, Signature> = {};
  const wanted = new Map(drawings.map((path) => [path.replace(/\.svg$/i, META_ENDING), path]));
  for (const folder of [...new Set(drawings.map((path) => dirname(path)))].sort(byCodeUnit)) {
    const entries = listings.read(folder).map(({ name }) => name);
    for (const entry of entries.filter((name) => name.endsWith(META_ENDING))) {
      const path = join(folder, entry);
      const file = displayPath(path, cwd);
      const drawing = wanted.get(path);
      if (drawing !== undefined) {
        const is = signatureOf(path);
        if (is) files[file] = is;
        else listings.giveUp();
        const { value, diagnostics: problems } = await readMeta(path, file);
        metas.set(drawing, value);
        diagnostics.push(...problems);
      } else if (!hasDrawing(entry, entries)) {
        const svg = entry.replace(META_ENDING, '.svg');
        diagnostics.push(diagnose('meta-stale', { file, args: { svg } }));
      }
    }
  }
  return { value: metas, diagnostics, files };
}

function hasDrawing(meta: string, entries: readonly string[]): boolean {
  const drawing = meta.replace(META_ENDING, '.svg').toLowerCase();
  return entries.some((entry) => entry.toLowerCase() === drawing);
}

/** Maximum size of a metadata file. */
const MOST_BYTES = 1_000_000;

/** Reads one metadata file; empty, with a diagnostic, if it is invalid. */
export async function readMeta(path: string, file: string): Promise<Checked<IconMeta>> {
  const invalid = (reason: string): Checked<IconMeta> => ({
    value: {},
    diagnostics: [diagnose('meta-invalid', { file, args: { reason } })],
  });
  const folder = realPathOf(dirname(path));
  const outside = leadsOutOf(path, [folder, realPathOf(projectRoot(folder))]);
  // The message would quote the file's beginning.
  if (outside !== undefined) return invalid('it is a link that leads out of the project.');
  const found = statsAt(path);
  if (found && !found.isFile()) return invalid('it is not a regular file.');
  if (found && found.size > MOST_BYTES) return invalid('it is larger than a megabyte.');
  let json: unknown;
  try {
    // Some editors on Windows write a byte order mark, which JSON does not allow.
    json = JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return invalid(
      code === undefined ? `it is not JSON: ${message}.` : `it cannot be read: ${message}.`,
    );
  }
  const reason = problemOfMeta(json);
  return reason === undefined
    ? { value: json as IconMeta, diagnostics: [] }
    : invalid(`${reason}.`);
}
