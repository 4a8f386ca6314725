import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { COLOR_MODES } from '../config/options.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { byCodeUnit } from '../core/names.ts';
import type { Checked, IconMeta } from '../core/types.ts';
import { type Signature, signatureOf } from './cache/signature.ts';
import { displayPath } from './display-path.ts';
import { type Listings, openListings } from './listings.ts';

/** Ending of the file with the metadata, in the place of `.svg`. */
export const META_ENDING = '.meta.json';

const WORD = v.pipe(v.string(), v.nonEmpty());
const META = v.strictObject({
  title: v.optional(WORD),
  color: v.optional(v.picklist(COLOR_MODES)),
  category: v.optional(WORD),
  trademark: v.optional(WORD),
  tags: v.optional(v.array(WORD)),
  aliases: v.optional(v.array(WORD)),
  directional: v.optional(v.boolean()),
  source: v.optional(WORD),
  license: v.optional(
    v.strictObject({ title: WORD, spdx: v.optional(WORD), url: v.optional(WORD) }),
  ),
  author: v.optional(v.strictObject({ name: WORD, url: v.optional(WORD) })),
  deprecated: v.optional(v.strictObject({ use: v.optional(WORD), since: v.optional(WORD) })),
  exceptions: v.optional(
    v.record(v.string(), v.pipe(v.string(), v.regex(/\S/, 'The reason is missing'))),
  ),
});

/** What is said of drawings, and the files that say it, as they were before they were read. */
export interface Metadata extends Checked<ReadonlyMap<string, IconMeta>> {
  readonly files: Readonly<Record<string, Signature>>;
}

/**
 * Metadata of drawings by the path of the drawing, and metadata that has none.
 *
 * @param listings where what is seen is kept
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

/** The metadata of one drawing; empty where it is not as it should be, which is told. */
export async function readMeta(path: string, file: string): Promise<Checked<IconMeta>> {
  const invalid = (reason: string): Checked<IconMeta> => ({
    value: {},
    diagnostics: [diagnose('meta-invalid', { file, args: { reason } })],
  });
  let json: unknown;
  try {
    // Windows' editors begin a file with a byte order mark, which JSON does not know.
    json = JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return invalid(
      code === undefined ? `it is not JSON: ${message}.` : `it cannot be read: ${message}.`,
    );
  }
  const parsed = v.safeParse(META, json);
  if (parsed.success) {
    // The library leaves out keys such as `constructor`, which are told to be no rules.
    const { exceptions } = json as IconMeta;
    const value = { ...(parsed.output as IconMeta), ...(exceptions && { exceptions }) };
    return { value, diagnostics: [] };
  }
  const [issue] = parsed.issues;
  const key = v.getDotPath(issue);
  return invalid(`${key === null ? '' : `'${key}': `}${issue.message}.`);
}
