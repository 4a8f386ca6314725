import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { emitSvg } from '../../emit/svg.ts';
import type { LazyBuildResult } from '../../pipeline/build.ts';

/** Sizes in bytes. */
interface Sizes {
  readonly raw: number;
  /** Missing if not measured. */
  readonly gzip?: number;
  readonly brotli?: number;
}

/** Sizes of the source files and of the sprites. */
export interface SizeComparison {
  readonly before: Sizes;
  readonly after: Sizes;
}

/** Quality with a size within a few percent of the best (11) at a fraction of its time. */
const BROTLI_QUALITY = 9;

/** Size in bytes from which compression takes a notable part of a build's time. */
const LARGE_BYTES = 1_000_000;

/**
 * Measures the sizes of source files and sprites. Large ones are compressed only on request.
 *
 * @param cwd folder that paths of source files are relative to
 */
export async function measureSizes(
  { stats: { bytes }, loadOutput }: LazyBuildResult,
  { cwd, compresses }: { readonly cwd: string; readonly compresses: boolean },
): Promise<SizeComparison> {
  const all = { before: { raw: bytes.before }, after: { raw: bytes.after } };
  if (bytes.before + bytes.after > LARGE_BYTES && !compresses) return all;
  const { icons, sprites } = await loadOutput();
  const spriteTexts = sprites.map((sprite) => emitSvg(sprite).contents);
  const sourceBytes = await readAll(icons.map(({ source }) => resolve(cwd, source.file)));
  if (!sourceBytes) return all;
  const [before, after] = await Promise.all([
    compress(sourceBytes),
    compress(Buffer.from(spriteTexts.join(''))),
  ]);
  return { before: { ...all.before, ...before }, after: { ...all.after, ...after } };
}

/** Reads the source files again, because a build does not keep them. Icons of sets have no files. */
async function readAll(paths: readonly string[]): Promise<Buffer | undefined> {
  const contents: Buffer[] = [];
  for (const path of paths) {
    const bytes = await readFile(path).catch(() => undefined);
    if (!bytes) return undefined;
    contents.push(bytes);
  }
  return Buffer.concat(contents);
}

async function compress(bytes: Buffer): Promise<Omit<Sizes, 'raw'>> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const [zipped, brotli] = await Promise.all([
    promisify(gzip)(bytes, { level: 9 }),
    promisify(brotliCompress)(bytes, { params }),
  ]);
  return { gzip: zipped.length, brotli: brotli.length };
}
