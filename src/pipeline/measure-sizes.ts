import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { BuildSizes, CompressedSizes } from '../core/types.ts';
import { emitSvg } from '../emit/svg.ts';
import type { Contents } from './output-writer.ts';
import type { SizeRequest } from './size-request.ts';

/**
 * Measures the compressed sizes of source files and sprites; `undefined` if a source file cannot be
 * read. Sources are read again, because a build does not keep them. Icons of sets have no files.
 *
 * @param cwd folder that paths of source files are relative to
 */
export async function measureSizes(
  { icons, sprites }: Pick<Contents, 'icons' | 'sprites'>,
  request: SizeRequest,
  cwd: string,
): Promise<BuildSizes | undefined> {
  const sources = await readAll(icons.map(({ source }) => resolve(cwd, source.file)));
  if (!sources) return undefined;
  const spriteBytes = sprites.map((sprite) => Buffer.from(emitSvg(sprite).contents));
  return {
    files: await sumOfCompressed(sources),
    sprites: await sumOfCompressed(spriteBytes),
    ...(request === 'all' && { joined: await compress(Buffer.concat(sources)) }),
  };
}

async function readAll(paths: readonly string[]): Promise<readonly Buffer[] | undefined> {
  const contents: Buffer[] = [];
  for (const path of paths) {
    const bytes = await readFile(path).catch(() => undefined);
    if (!bytes) return undefined;
    contents.push(bytes);
  }
  return contents;
}

/** Sum of files that are each compressed alone, as servers do. */
async function sumOfCompressed(files: readonly Buffer[]): Promise<CompressedSizes> {
  const sum = { gzip: 0, brotli: 0 };
  for (const file of files) {
    const { gzip, brotli } = await compress(file);
    sum.gzip += gzip;
    sum.brotli += brotli;
  }
  return sum;
}

/** Quality with a size within a few percent of the best (11) at a fraction of its time. */
const BROTLI_QUALITY = 9;
/** Limits of the window of brotli, as powers of two. Source: brotli/encode.h. */
const WINDOW = { least: 10, most: 22 };

/** Compresses with a window that fits: clearing a large one takes longer than a small file. */
async function compress(bytes: Buffer): Promise<CompressedSizes> {
  const window = Math.ceil(Math.log2(bytes.length + 16));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: Math.min(Math.max(window, WINDOW.least), WINDOW.most),
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const [zipped, brotli] = await Promise.all([
    promisify(gzip)(bytes, { level: 9 }),
    promisify(brotliCompress)(bytes, { params }),
  ]);
  return { gzip: zipped.length, brotli: brotli.length };
}
